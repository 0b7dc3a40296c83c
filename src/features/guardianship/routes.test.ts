import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays, dayOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { eraseWholly } from '../students/public.ts'
import { guardianshipsEndWorker } from './jobs.ts'

const service = await testService()
const { database, owner } = service
const today = dayOf(new Date())

let provider: Uuid
let studentId: string
let guardian: Client
let personId: string

beforeEach(async () => {
  provider = await service.provider()
  studentId = (await makeStudent(database, provider)).studentId
  guardian = await service.signIn(provider, ['guardian'])
  personId = (await owner.query('select person_id from session order by created_at desc limit 1')).rows[0]
    .person_id
  const guardianId = newId()
  await owner.query(
    `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
     values ($1, $2, $3, 1, 'Huolto', true, $4, now())`,
    [provider, guardianId, studentId, addDays(today, 1)],
  )
  await owner.query(
    `insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at)
     values ($1, $2, $3, $4, now())`,
    [provider, personId, studentId, guardianId],
  )
})

const own = async (client: Client = guardian) => (await client('GET', '/api/guardian/students')).json()
const path = (client: Client = guardian) => client('GET', `/api/students/${studentId}/path`)
const audited = async (action: string) =>
  (
    await owner.query(
      'select student_id, target_id from audit_event where provider_id = $1 and action = $2',
      [...[provider, action]],
    )
  ).rows

test('a guardian sees the own child and the path, and it is audited', async () => {
  expect(await own()).toMatchObject({
    items: [{ studentId, name: expect.stringContaining('Keksitty'), endsOn: addDays(today, 1) }],
    ended: [],
  })
  expect((await path()).statusCode).toBe(200)
  expect(await audited('guardianship.list')).toMatchObject([{ student_id: studentId }])
})

test('another guardian, and one of another provider, sees nobody', async () => {
  const other = await service.signIn(provider, ['guardian'])
  expect(await own(other)).toEqual({ items: [], ended: [] })
  expect((await path(other)).statusCode).toBe(403)
  const elsewhere = await service.signIn(await service.provider(), ['guardian'])
  expect([403, 404]).toContain((await path(elsewhere)).statusCode)
})

test.each([
  ['on the 18th birthday', `ends_on = '${today}'`, 'of-age'],
  ['without custody', 'custody = false', 'no-custody'],
])('%s a guardian sees nothing any more, and is told why', async (_, change, reason) => {
  await owner.query(`update guardian set ${change} where student_id = $1`, [studentId])
  expect(await own()).toEqual({ items: [], ended: [reason] })
  expect((await path()).statusCode).toBe(403)
})

test('a guardian may not read what is the student’s own or the staff’s', async () => {
  for (const url of [
    `/api/students/${studentId}`,
    `/api/students/${studentId}/invitations`,
    `/api/students?text=Keksitty`,
    '/api/invitations',
  ])
    expect([url, (await guardian('GET', url)).statusCode]).toEqual([url, 403])
})

test('of a child with turvakielto neither name nor teacher is shown', async () => {
  await owner.query('update student set protected = true where id = $1', [studentId])
  expect((await own()).items).toEqual([{ studentId, protected: true, endsOn: addDays(today, 1) }])
  expect((await path()).json()).toMatchObject({ masked: true })
})

test('the role goes by night with the last student, once, and the session with it', async () => {
  const night = (day = today) =>
    guardianshipsEndWorker({
      database,
      clock: { now: () => new Date(), today: () => day },
      providerIds: async () => [provider],
    }).run({})
  await night()
  expect((await own()).items).toHaveLength(1)
  await night(addDays(today, 1))
  await night(addDays(today, 1))
  const { rows } = await owner.query('select 1 from assignment where person_id = $1', [personId])
  expect(rows).toEqual([])
  expect(await audited('guardianship.end')).toMatchObject([{ target_id: personId }])
})

test('once the student is erased, guardian and student are signed out and have no role', async () => {
  const student = await service.signIn(provider, ['student'], studentId)
  expect((await student('GET', '/api/session')).json()).toHaveProperty('user')
  await write(database, provider, transaction =>
    eraseWholly(
      transaction,
      { actor: { kind: 'system', source: 'retention', providerId: provider }, now: new Date() },
      { studentId, reason: 'asked' },
    ),
  )
  const held = `from assignment where provider_id = $1 and role in ('student', 'guardian')`
  expect((await owner.query(`select 1 ${held}`, [provider])).rows).toEqual([])
  expect((await owner.query('select 1 from session where provider_id = $1', [provider])).rows).toEqual([])
})

test('a provider that fails by night holds up no other, and is told', async () => {
  const night = guardianshipsEndWorker({
    database,
    clock: { now: () => new Date(), today: () => addDays(today, 1) },
    providerIds: async () => ['no-uuid', provider],
  })
  await expect(night.run({})).rejects.toBeInstanceOf(AggregateError)
  expect(await audited('guardianship.end')).toHaveLength(1)
})
