import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Role } from '../../platform/access/actor.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays, dayOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import type { TaskView } from '../tasks/contract.ts'

// A measure whose day has come stands on the list of somebody who may tell what came of it.

const service = await testService()
const today = dayOf(new Date())

interface Colleague {
  readonly id: string
  readonly client: Client
}

let provider: Uuid
let student: MadeStudent
let guidance: Colleague
let teacher: Colleague
let coordinator: Colleague

async function colleague(role: Role): Promise<Colleague> {
  const client = await service.signIn(provider, [role])
  const { rows } = await service.owner.query('select person_id from session order by created_at desc limit 1')
  return { id: rows[0].person_id, client }
}

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  guidance = await colleague('guidance')
  coordinator = await colleague('coordinator')
  teacher = await colleague('teacher')
  const staffId = newId()
  await service.owner.query(
    `insert into staff_member (provider_id, id, staff_number, sort_name, person_id, changed_at)
     values ($1, $2, $3, '', $4, now())`,
    [provider, staffId, staffId, teacher.id],
  )
  await service.owner.query('update student set teacher_id = $1 where id = $2', [staffId, student.studentId])
})

const agreed = (personId: string, by: Colleague, dueOn = today as string) =>
  service.owner.query(
    `insert into measure (provider_id, id, student_id, text, person_id, due_on, state, created_at, created_by)
     values ($1, $2, $3, 'Sovittu', $4, $5, 'agreed', now(), $6)`,
    [provider, newId(), student.studentId, personId, dueOn, by.id],
  )
const leaves = ({ id }: Colleague) =>
  service.owner.query('delete from assignment where provider_id = $1 and person_id = $2', [provider, id])
const becomes = ({ id }: Colleague, role: string) =>
  service.owner.query('update assignment set role = $3 where provider_id = $1 and person_id = $2', [
    provider,
    id,
    role,
  ])
const waiting = async ({ client }: Colleague): Promise<number> => {
  const { items, totals } = (await client('GET', '/api/tasks')).json()
  const count = totals.find((one: { kind: string }) => one.kind === 'measure')?.count ?? 0
  expect(items.filter((item: TaskView) => item.kind === 'measure')).toHaveLength(count)
  return count
}
const all = async () => [await waiting(guidance), await waiting(teacher), await waiting(coordinator)]

test('waits for whoever promised it, from its day on', async () => {
  await agreed(coordinator.id, teacher, addDays(today, 1))
  expect(await all()).toEqual([0, 0, 0])
  await agreed(coordinator.id, teacher)
  await agreed(teacher.id, teacher)
  expect(await all()).toEqual([0, 1, 1])
})

test('that a student promised waits for whoever agreed on it', async () => {
  await agreed(student.studentId, guidance)
  await agreed(student.studentId, teacher)
  expect(await all()).toEqual([1, 1, 0])
})

test('whose promiser has left waits for whoever answers for the student', async () => {
  await agreed(coordinator.id, teacher)
  await leaves(coordinator)
  expect(await waiting(teacher)).toBe(1)
  expect(await waiting(guidance)).toBe(0)
  await leaves(teacher)
  expect(await waiting(guidance)).toBe(1)
})

test('that a student promised to somebody who has left waits for whoever answers for the student', async () => {
  await agreed(student.studentId, guidance)
  await becomes(guidance, 'coordinator')
  expect(await all()).toEqual([0, 1, 0])
})

test('waits for nobody whose role lets them do nothing with it', async () => {
  await agreed(coordinator.id, teacher)
  await becomes(coordinator, 'quality')
  expect(await all()).toEqual([0, 1, 0])
})

test('waits for nobody at another provider', async () => {
  await agreed(coordinator.id, teacher)
  await leaves(coordinator)
  const elsewhere = { id: '', client: await service.signIn(await service.provider(), ['guidance']) }
  expect(await waiting(elsewhere)).toBe(0)
})
