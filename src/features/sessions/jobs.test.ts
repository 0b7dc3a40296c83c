import { expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import { forgetWorker } from './jobs.ts'

const service = await testService()
const { database, owner } = service

async function tenantIds(): Promise<string[]> {
  const { rows } = await owner.query('select id from provider')
  return rows.map(row => row.id)
}
const night = () => forgetWorker({ database, tenantIds }).run({})

const idOf = async (client: Client): Promise<string> => (await client('GET', '/api/session')).json().user.id
const isThere = async (id: string): Promise<boolean> =>
  (await owner.query('select from person where id = $1', [id])).rows.length === 1

async function erase(provider: Uuid, studentId: string): Promise<void> {
  const administrator = await service.signIn(provider, ['administrator'])
  const answer = await administrator('POST', `/api/students/${studentId}/erase`, { reason: 'Pyyntö' })
  expect(answer.statusCode).toBe(204)
}

/** A student and a guardian who sign in, look about, and chose how often they get mail. */
async function family() {
  const provider = await service.provider()
  const { studentId } = await makeStudent(database, provider)
  const [student, guardian] = [
    await service.signIn(provider, ['student'], studentId),
    await service.guardian(provider, studentId),
  ]
  const ids = [await idOf(student), await idOf(guardian)] as const
  for (const [client, id] of [
    [student, ids[0]],
    [guardian, ids[1]],
  ] as const) {
    expect((await client('GET', `/api/students/${studentId}/comments`)).statusCode).toBe(200)
    await owner.query(
      `insert into digest_choice (provider_id, person_id, rhythm, changed_at) values ($1, $2, 'never', now())`,
      [provider, id],
    )
  }
  await guardian('GET', '/api/guarded')
  return { ids, provider, studentId }
}

test('who signed in for a student who was erased is signed out at once and forgotten at night', async () => {
  const { ids, provider, studentId } = await family()
  await night()
  expect([await isThere(ids[0]), await isThere(ids[1])]).toEqual([true, true])
  await erase(provider, studentId)
  const { rows } = await owner.query('select from session where person_id = any ($1)', [ids])
  expect(rows).toEqual([])
  await night()
  expect([await isThere(ids[0]), await isThere(ids[1])]).toEqual([false, false])
})

test.each([
  ['has a role at another provider', assign],
  ['is of the staff of another provider', employ],
  ['made something that stands at another provider', author],
  ['looked at a student who is not erased', look],
  ['changed what all providers share', shared],
])('who %s stays', async (_, make) => {
  const { ids, provider, studentId } = await family()
  await make(ids[1], await service.provider())
  await erase(provider, studentId)
  await night()
  expect([await isThere(ids[0]), await isThere(ids[1])]).toEqual([false, true])
})

test('whose guardianship has ended stays in the audit of the student by name', async () => {
  const { ids, provider } = await family()
  await owner.query(
    `insert into audit_event (provider_id, id, at, actor_kind, actor_id, action, student_id)
     select provider_id, gen_random_uuid(), now(), 'person', person_id, 'guardianship.list', student_id
     from guardianship where person_id = $1`,
    [ids[1]],
  )
  await owner.query('delete from guardianship where provider_id = $1', [provider])
  await owner.query('delete from assignment where person_id = $1', [ids[1]])
  await night()
  expect(await isThere(ids[1])).toBe(true)
})

async function assign(personId: string, provider: Uuid): Promise<void> {
  await owner.query(`insert into assignment (person_id, provider_id, role) values ($1, $2, 'teacher')`, [
    personId,
    provider,
  ])
}

async function employ(personId: string, provider: Uuid): Promise<void> {
  await owner.query(
    `insert into staff_member (provider_id, id, staff_number, sort_name, person_id, changed_at)
     values ($1, gen_random_uuid(), 'x', '', $2, now())`,
    [provider, personId],
  )
}

async function author(personId: string, provider: Uuid): Promise<void> {
  const { studentId } = await makeStudent(database, provider)
  await owner.query(
    `insert into evidence (provider_id, id, student_id, kind, title, created_at, created_by, changed_at)
     values ($1, gen_random_uuid(), $2, 'work', 'Työ', now(), $3, now())`,
    [provider, studentId, personId],
  )
}

async function look(personId: string, provider: Uuid): Promise<void> {
  const { studentId } = await makeStudent(database, provider)
  await owner.query(
    `insert into audit_event (provider_id, id, at, actor_kind, actor_id, action, student_id)
     values ($1, gen_random_uuid(), now(), 'person', $2, 'students.read', $3)`,
    [provider, personId, studentId],
  )
}

async function shared(personId: string): Promise<void> {
  await owner.query(
    `insert into audit_event (provider_id, id, at, actor_kind, actor_id, action)
     select id, gen_random_uuid(), now(), 'person', $1, 'settings.change' from provider where kind <> 'provider'`,
    [personId],
  )
}
