import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { newPerson, newProvider } from '../../../test/harness/people.ts'
import type { Person } from '../../platform/access/actor.ts'
import { read } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { guardedStudents, guardianRow, guards } from './public.ts'

const { database, owner } = await testDatabase()
const today = plainDateOf('2026-11-23')

interface Told {
  readonly custody?: boolean
  readonly endsOn?: string | null
  readonly birthDate?: string
}

async function guardian(told: Told = {}) {
  const providerId = (await newProvider(owner)).id
  const { studentId } = await makeStudent(database, providerId)
  const { id: personId } = await newPerson(owner, { roles: ['guardian'], providerId })
  const guardianId = newId()
  const { birthDate = '2009-05-02', custody = true, endsOn = '2027-05-02' } = told
  await owner.query('update student set birth_date = $2 where id = $1', [studentId, birthDate])
  await owner.query(
    `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
     values ($1, $2, $3, 1, 'Huolto', $4, $5, now())`,
    [providerId, guardianId, studentId, custody, endsOn],
  )
  await owner.query(
    `insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at)
     values ($1, $2, $3, $4, now())`,
    [providerId, personId, studentId, guardianId],
  )
  return { providerId, studentId, personId }
}

const guarded = (providerId: Uuid, personId: Uuid, day = today) =>
  read(database, providerId, tx => guardedStudents(tx, personId, day))

test('a guardian with custody guards the student until the day before the 18th birthday', async () => {
  const { personId, providerId, studentId } = await guardian()
  expect(await guarded(providerId, personId)).toMatchObject([{ studentId, endsOn: '2027-05-02' }])
  expect(await guarded(providerId, personId, plainDateOf('2027-05-01'))).toHaveLength(1)
  expect(await guarded(providerId, personId, plainDateOf('2027-05-02'))).toEqual([])
})

test.each([
  ['without custody', { custody: false }],
  ['whose end is not known', { endsOn: null }],
  ['whose student is of age by a birth date mended since', { birthDate: '2008-11-23' }],
])('a guardian %s guards nobody', async (_, told: Told) => {
  const { personId, providerId } = await guardian(told)
  expect(await guarded(providerId, personId)).toEqual([])
})

test('nothing is known of it at another provider, nor once the student is erased', async () => {
  const { personId, providerId, studentId } = await guardian()
  expect(await guarded((await newProvider(owner)).id, personId)).toEqual([])
  await owner.query('update student set erased_at = now() where id = $1', [studentId])
  expect(await guarded(providerId, personId)).toEqual([])
})

test('access needs the role too, and the one who guards', async () => {
  const { personId, providerId, studentId } = await guardian()
  const actor = (id: Uuid, roles: Person['roles']): Person => ({
    ...{ kind: 'person', id, name: 'Huolto', providerId, roles },
  })
  const may = async (who: Person) => {
    const row = await read(database, providerId, tx => guardianRow(tx, who, studentId, today))
    return guards.row(who, row)
  }
  expect(await may(actor(personId, ['guardian']))).toBe(true)
  expect(await may(actor(personId, ['teacher']))).toBe(false)
  expect(await may(actor(newId(), ['guardian']))).toBe(false)
})
