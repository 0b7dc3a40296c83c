import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'

const service = await testService()

let provider: Uuid
let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  teacher = await service.signIn(provider, ['teacher'])
})

const path = () => `/api/students/${student.studentId}/comments`

/** Said by nobody of the test, to those whose keys are given. */
async function said(readers: readonly string[], ago = '0 days'): Promise<string> {
  const id = newId()
  await service.owner.query(
    `insert into comment (provider_id, id, student_id, about, text, readers, author_id, author_role, written_at)
     values ($1, $2, $3, 'plan', 'Hyvin menee', $4, $5, 'teacher', now() - $6::interval)`,
    [provider, id, student.studentId, readers, newId(), ago],
  )
  return id
}

const waiting = async (client: Client) => {
  const { items } = (await client('GET', '/api/tasks')).json()
  return items.filter(({ kind }: { kind: string }) => kind === 'comment')
}
const isNew = async (client: Client) =>
  (await client('GET', path())).json().items.map((one: { isNew: boolean }) => one.isNew)

async function keyOf(client: Client, role: string): Promise<string> {
  const { user } = (await client('GET', '/api/session')).json()
  return `${role}:${user.id}`
}

test('waits on the list of each named reader until the reader has had it on the screen', async () => {
  const own = await service.signIn(provider, ['student'], student.studentId)
  const other = await service.signIn(provider, ['teacher'])
  const id = await said([`student:${student.studentId}`, await keyOf(teacher, 'teacher')])
  expect(await waiting(own)).toMatchObject([{ id, to: `/path#comment-${id}`, dateIs: 'since' }])
  expect(await waiting(teacher)).toMatchObject([
    { id, to: `/students/${student.studentId}/path#comment-${id}`, student: { id: student.studentId } },
  ])
  expect(await waiting(other)).toEqual([])
  // Having it in an answer is not having read it.
  expect(await isNew(own)).toEqual([true])
  expect((await other('POST', `${path()}/opened`, { ids: [id] })).statusCode).toBe(204)
  for (const times of [1, 2])
    expect([times, (await own('POST', `${path()}/opened`, { ids: [id] })).statusCode]).toEqual([times, 204])
  expect([await waiting(own), await isNew(own)]).toEqual([[], [false]])
  expect(await waiting(teacher)).toHaveLength(1)
  const { rows } = await service.owner.query('select opened_by from comment where id = $1', [id])
  expect(rows[0].opened_by).toHaveLength(1)
})

test('waits two weeks, and no longer than its words are there', async () => {
  const key = await keyOf(teacher, 'teacher')
  await said([key], '15 days')
  const id = await said([key], '13 days')
  expect(await waiting(teacher)).toMatchObject([{ id }])
  expect(await isNew(teacher)).toEqual([true, false])
  await service.owner.query(`update comment set text = '', removed_at = now() where id = $1`, [id])
  expect(await waiting(teacher)).toEqual([])
})

test('leads a guardian to their own page, and is not told where a turvakielto hides it', async () => {
  const guardian = await service.guardian(provider, student.studentId)
  const { rows } = await service.owner.query('select id from guardian where student_id = $1', [
    student.studentId,
  ])
  const id = await said([`guardian:${rows[0].id}`])
  expect(await waiting(guardian)).toMatchObject([{ to: `/guardian/${student.studentId}#comment-${id}` }])
  await service.owner.query('update student set protected = true where id = $1', [student.studentId])
  expect(await waiting(guardian)).toEqual([])
  await guardian('POST', `${path()}/opened`, { ids: [id] })
  await service.owner.query('update student set protected = false where id = $1', [student.studentId])
  expect(await waiting(guardian)).toHaveLength(1)
})

test('is opened by nobody who may not come to the student at all', async () => {
  const id = await said([`student:${student.studentId}`])
  const stranger = await makeStudent(service.database, provider)
  const another = await service.signIn(provider, ['student'], stranger.studentId)
  expect((await another('POST', `${path()}/opened`, { ids: [id] })).statusCode).toBe(403)
  expect((await teacher('POST', `${path()}/opened`, { ids: [] })).statusCode).toBe(400)
  const elsewhere = await service.signIn(await service.provider(), ['teacher'])
  expect((await elsewhere('POST', `${path()}/opened`, { ids: [id] })).statusCode).toBe(404)
})
