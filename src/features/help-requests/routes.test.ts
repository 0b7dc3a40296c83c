import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { answerByOf, openAtMost } from './rules.ts'

const service = await testService()

let provider: Uuid
let guidance: Client
let own: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  guidance = await service.signIn(provider, ['guidance'])
  own = await service.signIn(provider, ['student'], student.studentId)
})

/** A teacher who signs in and is the student's responsible teacher. */
async function responsible(): Promise<Client> {
  const teacher = await service.signIn(provider, ['teacher'])
  const { id: personId } = (await teacher('GET', '/api/session')).json().user
  const id = newId()
  await service.owner.query(
    `insert into staff_member (provider_id, id, staff_number, sort_name, person_id, changed_at) values ($1, $2, $3, '', $4, now())`,
    [provider, id, id.slice(0, 8), personId],
  )
  await service.owner.query('update student set teacher_id = $1 where id = $2', [id, student.studentId])
  return teacher
}

const ask = (askedOf: string, other: object = {}) =>
  own('POST', '/api/help-requests', { topic: 'learning', askedOf, message: 'Kertomatonta', ...other })
const list = async (client: Client) =>
  (await client('GET', `/api/students/${student.studentId}/help-requests`)).json()
const on = (client: Client, id: string, step: string, body?: object) =>
  client('POST', `/api/help-requests/${id}/${step}`, body)

test.each([
  ['2026-11-23', 2, '2026-11-25'],
  ['2026-11-20', 2, '2026-11-24'],
  ['2026-11-21', 1, '2026-11-23'],
  // Christmas Day and St Stephen's are not working days, and a week-end follows.
  ['2026-12-24', 1, '2026-12-28'],
])('from %s %d working days are %s', (from, days, day) => {
  expect(answerByOf(plainDateOf(from), days)).toBe(day)
})

describe('a request for support', () => {
  test('is read by the party that was asked and by nobody else', async () => {
    const teacher = await responsible()
    const other = await service.signIn(provider, ['teacher'])
    expect(await list(own)).toMatchObject({
      mayAsk: true,
      teacher: 'Testi Henkilö',
      guidance: ['Testi Henkilö'],
    })
    const toTeacher = (await ask('teacher')).json()
    const toGuidance = (await ask('guidance')).json()
    const seen = async (client: Client) => (await list(client)).items.map((one: { id: string }) => one.id)
    expect(await seen(teacher)).toEqual([toTeacher.id])
    expect(await seen(guidance)).toEqual([toGuidance.id])
    expect(await seen(other)).toEqual([])
    expect((await on(other, toTeacher.id, 'answer', { answer: 'Ei' })).statusCode).toBe(404)
    expect((await on(guidance, toTeacher.id, 'take')).statusCode).toBe(404)
    for (const role of ['coordinator', 'quality', 'administrator'] as const) {
      const someone = await service.signIn(provider, [role])
      const answer = await someone('GET', `/api/students/${student.studentId}/help-requests`)
      expect(answer.statusCode).toBe(403)
    }
  })

  test('is taken and answered once, and neither audit nor log holds a word of it', async () => {
    const { id, answerBy } = (await ask('guidance')).json()
    expect(answerBy).toMatch(/^\d{4}-/)
    expect((await on(guidance, id, 'take')).statusCode).toBe(204)
    expect((await list(own)).items[0]).toMatchObject({ state: 'taken', takenBy: 'Testi Henkilö' })
    expect((await on(guidance, id, 'answer', { answer: 'Nähdään salassa' })).statusCode).toBe(204)
    expect((await on(guidance, id, 'answer', { answer: 'Taas' })).json().code).toBe('help-requests.closed')
    expect((await on(own, id, 'withdraw')).json().code).toBe('help-requests.closed')
    expect((await list(own)).items[0]).toMatchObject({ state: 'answered', answer: 'Nähdään salassa' })
    const { rows } = await service.owner.query(
      'select action, details::text as details from audit_event where provider_id = $1 and student_id = $2',
      [provider, student.studentId],
    )
    const steps = rows.map(row => row.action).filter(action => action.startsWith('help-requests.'))
    expect(steps).toEqual(
      expect.arrayContaining(['ask', 'take', 'answer', 'list'].map(one => `help-requests.${one}`)),
    )
    expect(JSON.stringify(rows) + service.log.join()).not.toMatch(/Kertomatonta|salassa|learning/)
  })

  test('is refused where nobody would read it, and taken back by the student alone', async () => {
    expect((await ask('teacher')).json().code).toBe('help-requests.no-teacher')
    expect((await ask('guidance', { topic: 'welfare' })).statusCode).toBe(400)
    const { id } = (await ask('guidance')).json()
    const stranger = await makeStudent(service.database, provider)
    const other = await service.signIn(provider, ['student'], stranger.studentId)
    expect((await on(other, id, 'withdraw')).statusCode).toBe(404)
    expect((await other('GET', `/api/students/${student.studentId}/help-requests`)).statusCode).toBe(403)
    expect((await on(own, id, 'withdraw')).statusCode).toBe(204)
    const elsewhere = await service.signIn(await service.provider(), ['guidance'])
    expect((await on(elsewhere, id, 'take')).statusCode).toBe(404)
  })

  test('is refused past the most there may be, also when sixteen are asked at once', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask('guidance')))
    expect(answers.filter(one => one.statusCode === 201)).toHaveLength(openAtMost)
    const refused = answers.filter(one => one.statusCode !== 201).map(one => one.json().code)
    expect(refused).toEqual(Array(16 - openAtMost).fill('help-requests.too-many'))
  })

  test('hides its words behind a turvakielto until a reveal', async () => {
    const { id } = (await ask('guidance')).json()
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    const { items } = await list(guidance)
    expect(items[0]).not.toHaveProperty('message')
    expect((await on(guidance, id, 'answer', { answer: 'Ei' })).json().code).toBe('plans.protected')
  })
})
