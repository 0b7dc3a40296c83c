import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { auditOf, newProvider } from '../../../test/harness/people.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { guardiansEndWorker } from './jobs.ts'
import { guardianOf } from './rules.ts'
import { saveGuardians } from './service.ts'

const { database, owner } = await testDatabase()
const now = new Date('2026-11-22T00:00:00Z')
const today = plainDateOf('2026-11-22')

const told = {
  ordinal: 1,
  name: 'Huolto',
  email: 'h@esimerkki.test',
  phone: '040',
  language: 'fi',
  custody: true,
} as const

async function guardianOfSomeone(birthDate: PlainDate | null) {
  const provider = (await newProvider(owner)).id
  const { studentId } = await makeStudent(database, provider)
  await owner.query('update student set birth_date = $2 where id = $1', [studentId, birthDate])
  await save(provider, studentId, birthDate)
  return { provider, studentId }
}

const save = (provider: Uuid, studentId: string, birthDate: PlainDate | null, day = today) =>
  write(database, provider, transaction =>
    saveGuardians(
      transaction,
      {
        audit: { actor: { kind: 'system', source: 'import', providerId: provider }, now },
        source: 'import',
        today: day,
      },
      [{ studentId, birthDate, guardians: [told] }],
    ),
  )

const night = (day: PlainDate, more: readonly string[] = []) =>
  guardiansEndWorker({
    database,
    clock: { now: () => now, today: () => day },
    providerIds: async () => [
      ...more,
      ...(await owner.query('select id from provider')).rows.map(row => row.id),
    ],
  }).run({})

const stored = async (provider: Uuid) =>
  (
    await owner.query(
      'select name, email, phone, custody, ends_on::text from guardian where provider_id = $1',
      [provider],
    )
  ).rows

const { name, email, phone, custody } = told
const whole = (ends_on: string | null) => ({ name, email, phone, custody, ends_on })

test('on the 18th birthday a guardian is forgotten, once, and no register brings them back', async () => {
  const { provider, studentId } = await guardianOfSomeone(plainDateOf('2008-11-23'))
  await night(today)
  expect(await stored(provider)).toEqual([whole('2026-11-23')])
  const birthday = plainDateOf('2026-11-23')
  await night(birthday)
  await night(birthday)
  expect(await stored(provider)).toEqual([])
  expect(await auditOf(owner, provider, 'guardians.erase')).toMatchObject([
    { details: { reason: 'came of age' } },
  ])
  await save(provider, studentId, plainDateOf('2008-11-23'), birthday)
  expect(await stored(provider)).toEqual([])
})

test('a provider that fails holds up no other, and is told', async () => {
  const { provider } = await guardianOfSomeone(plainDateOf('2008-11-23'))
  await expect(night(plainDateOf('2026-11-23'), ['no-uuid'])).rejects.toBeInstanceOf(AggregateError)
  expect(await stored(provider)).toEqual([])
})

test('a birth date that another register tells later ends them too', async () => {
  const { provider, studentId } = await guardianOfSomeone(null)
  await night(today)
  expect(await stored(provider)).toEqual([whole(null)])
  await owner.query(`update student set birth_date = '2000-01-01' where id = $1`, [studentId])
  await night(today)
  expect(await stored(provider)).toEqual([])
})

test.each([
  [{ custody: true, endsOn: '2026-11-23' }, 1],
  [{ custody: true, endsOn: '2026-11-22' }, 0],
  [{ custody: false, endsOn: '2030-01-01' }, 0],
  [{ custody: true, endsOn: null }, 0],
])('%o may be told things: %i', (given, count) => {
  expect(guardianOf({ guardians: [{ ...told, ...given }] }, today)).toHaveLength(count)
})
