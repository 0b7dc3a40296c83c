import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { goalsAtMost } from './rules.ts'

const service = await testService()

let provider: Uuid
let own: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  own = await service.signIn(provider, ['student'], student.studentId)
})

const goal = { text: 'Omaan työhön', dueOn: '2027-06-01' }
const list = async (client: Client) => client('GET', `/api/students/${student.studentId}/goals`)
const made = async (): Promise<string> => (await own('POST', '/api/goals', goal)).json().id

test('a goal is written, reached, changed over the version that was read, and removed', async () => {
  const id = await made()
  const edit = { ...goal, reached: true, version: 1 }
  expect((await own('PUT', `/api/goals/${id}`, edit)).statusCode).toBe(204)
  const late = await own('PUT', `/api/goals/${id}`, { ...edit, text: 'Muu' })
  expect([late.statusCode, late.json().code]).toEqual([409, 'goals.version-conflict'])
  expect((await list(own)).json()).toMatchObject({
    mayChange: true,
    items: [{ ...goal, version: 2, reachedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
  })
  expect((await own('DELETE', `/api/goals/${id}`)).statusCode).toBe(204)
  expect((await list(own)).json().items).toEqual([])
  const { rows } = await service.owner.query(
    `select action, details from audit_event where provider_id = $1 and action in ('goals.make', 'goals.remove') order by id`,
    [provider],
  )
  expect(rows).toEqual([
    { action: 'goals.make', details: {} },
    { action: 'goals.remove', details: {} },
  ])
})

test("teachers and guidance read, and nobody changes somebody else's", async () => {
  const id = await made()
  const stranger = await makeStudent(service.database, provider)
  const other = await service.signIn(provider, ['student'], stranger.studentId)
  const teacher = await service.signIn(provider, ['teacher'])
  expect((await list(teacher)).json()).toMatchObject({ mayChange: false, items: [goal] })
  expect((await list(other)).statusCode).toBe(403)
  expect((await list(await service.signIn(provider, ['coordinator']))).statusCode).toBe(403)
  expect((await other('DELETE', `/api/goals/${id}`)).statusCode).toBe(404)
  expect((await teacher('DELETE', `/api/goals/${id}`)).statusCode).toBe(403)
  const elsewhere = await service.signIn(await service.provider(), ['teacher'])
  expect((await list(elsewhere)).statusCode).toBe(404)
})

test('what was proposed, wanted, asked and said goes where a student is erased', async () => {
  await made()
  await service.signIn(provider, ['guidance'])
  await own('POST', '/api/help-requests', { topic: 'other', askedOf: 'guidance' })
  const administrator = await service.signIn(provider, ['administrator'])
  const erased = await administrator('POST', `/api/students/${student.studentId}/erase`, { reason: 'Pyyntö' })
  expect(erased.statusCode).toBe(204)
  for (const table of ['goal', 'help_request', 'proposal', 'comment']) {
    const { rows } = await service.owner.query(`select from ${table} where student_id = $1`, [
      student.studentId,
    ])
    expect(rows).toEqual([])
  }
})

test('sixteen goals written at once do not go past the most there may be', async () => {
  for (let at = 0; at < goalsAtMost - 4; at += 1) await made()
  const answers = await Promise.all(Array.from({ length: 16 }, () => own('POST', '/api/goals', goal)))
  const refused = answers.filter(one => one.statusCode === 409).map(one => one.json().code)
  expect(refused).toEqual(Array(12).fill('goals.too-many'))
  expect((await list(own)).json().items).toHaveLength(goalsAtMost)
})
