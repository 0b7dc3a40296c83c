import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../test/harness/service.ts'
import { type MadeStudent, makeStudent } from '../features/plans/factory.ts'
import { makeWatchedPlan } from '../features/signs/factory.ts'
import type { TaskView } from '../features/tasks/contract.ts'
import { newId, type Uuid } from '../platform/ids.ts'
import { addDays, dayOf } from '../platform/time/plain-date.ts'

// What a student waits for stands on the list of the responsible teacher, and where there is none on that of guidance.

const service = await testService()
const today = dayOf(new Date())
const statement = (text: string, values: readonly unknown[]) => service.owner.query(text, [...values])

let provider: Uuid
let student: MadeStudent
let planId: string
let teacher: Client
let guidance: Client

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  planId = await makeWatchedPlan(service.database, provider, today, { student })
  await statement('update plan set errors = 0, warnings = 0 where id = $1', [planId])
  teacher = await service.signIn(provider, ['teacher'])
  guidance = await service.signIn(provider, ['guidance'])
  const staffId = newId()
  await statement(
    `insert into staff_member (provider_id, id, staff_number, email, person_id, changed_at)
     select $1, $2, $3, 'opettaja@esimerkki.test', person_id, now() from assignment
     where provider_id = $1 and role = 'teacher'`,
    [provider, staffId, staffId],
  )
  await statement('update student set teacher_id = $2 where id = $1', [student.studentId, staffId])
})

const ofPlan = (text: string) => () => statement(text, [planId])
const waiting: Readonly<Record<string, () => Promise<unknown>>> = {
  proposal:
    ofPlan(`insert into proposal (provider_id, id, student_id, plan_id, plan_version, kind, about, message, state,
      made_at, answer_by)
    select provider_id, gen_random_uuid(), student_id, id, 1, 'other', 'plan', 'Muutto', 'open', now(), current_date
    from plan where id = $1`),
  help: ofPlan(`insert into help_request (provider_id, id, student_id, topic, asked_of, state, asked_at, answer_by)
    select provider_id, gen_random_uuid(), student_id, 'learning', 'teacher', 'open', now(), current_date
    from plan where id = $1`),
  sign: ofPlan(`insert into sign (provider_id, id, student_id, plan_id, kind, about, state, data, noticed_on, seen_on)
    select provider_id, gen_random_uuid(), student_id, id, 'no-progress', 'plan', 'open', '{}', current_date, current_date
    from plan where id = $1`),
}

const changes: Readonly<Record<string, () => Promise<unknown>>> = {
  'the responsible teacher': async () => undefined,
  'no responsible teacher': () => ofStudent('update student set teacher_id = null where id = $1'),
  'a teacher who does not sign in': () =>
    ofStudent(`update staff_member set person_id = null
      where id = (select teacher_id from student where id = $1)`),
  'a teacher who is none any more': () =>
    ofStudent(`delete from assignment where role = 'teacher'
      and provider_id = (select provider_id from student where id = $1)`),
}
const ofStudent = (text: string) => statement(text, [student.studentId])

const kindsOf = async (client: Client, kind: string): Promise<string[]> =>
  (await client('GET', '/api/tasks'))
    .json()
    .items.map((item: TaskView) => item.kind)
    .filter((one: string) => one === kind)

const table = Object.keys(waiting).flatMap(kind => Object.keys(changes).map(who => ({ kind, who })))

test.each(table)('$kind of a student with $who', async ({ kind, who }) => {
  await waiting[kind]?.()
  await changes[who]?.()
  const taught = who === 'the responsible teacher'
  expect(await kindsOf(guidance, kind)).toEqual(taught ? [] : [kind])
  // Whoever is no teacher any more is not let in at all.
  if (who !== 'a teacher who is none any more')
    expect(await kindsOf(teacher, kind)).toEqual(taught ? [kind] : [])
  const elsewhere = await service.signIn(await service.provider(), ['guidance'])
  expect(await kindsOf(elsewhere, kind)).toEqual([])
})

test('guidance answers what was asked of a teacher who is gone, and not before', async () => {
  await waiting.help?.()
  const requests = `/api/students/${student.studentId}/help-requests`
  expect((await guidance('GET', requests)).json().items).toEqual([])
  await changes['no responsible teacher']?.()
  const [item] = (await guidance('GET', requests)).json().items
  expect(item).toMatchObject({ askedOf: 'teacher', permittedActions: ['take', 'answer'] })
  const answer = await guidance('POST', `/api/help-requests/${item.id}/answer`, { answer: 'Tavataan' })
  expect(answer.statusCode).toBe(204)
  expect(await kindsOf(guidance, 'help')).toEqual([])
})

const answered: readonly { kind: TaskView['kind']; to: string; tell: (at: string) => Promise<unknown> }[] = [
  {
    ...{ kind: 'help-answered', to: '/path#help' },
    tell: at =>
      statement(
        `insert into help_request (provider_id, id, student_id, topic, asked_of, state, asked_at, answer_by, answer,
           answered_at)
         select provider_id, gen_random_uuid(), student_id, 'learning', 'guidance', 'answered', now(), current_date,
           'Tavataan', $2::timestamptz from plan where id = $1`,
        [planId, at],
      ),
  },
  {
    ...{ kind: 'recognition-decided', to: '/path#recognitions' },
    // Two parts that are decided at once are one thing to read.
    tell: at =>
      statement(
        `insert into recognition (provider_id, id, student_id, plan_id, unit_code, route, state, reason, asked_at,
           decided_at)
         select provider_id, gen_random_uuid(), student_id, id, 'tutkinnonosat_' || n, 'direct', 'refused', 'Syy',
           now(), $2::timestamptz from plan, generate_series(1, 2) n where id = $1`,
        [planId, at],
      ),
  },
]

test.each(answered)('$kind stands on the student’s own list for two weeks', async ({ kind, tell, to }) => {
  const own = await service.signIn(provider, ['student'], student.studentId)
  const stranger = await makeStudent(service.database, provider)
  const other = await service.signIn(provider, ['student'], stranger.studentId)
  await tell(`${addDays(today, -15)}T12:00:00Z`)
  expect(await kindsOf(own, kind)).toEqual([])
  await tell(`${addDays(today, -14)}T12:00:00Z`)
  const { items, totals } = (await own('GET', '/api/tasks')).json()
  expect(items).toMatchObject([{ kind, to, date: addDays(today, -14), dateIs: 'since' }])
  expect(totals).toMatchObject([{ kind, count: 1 }])
  for (const client of [other, guidance, teacher]) expect(await kindsOf(client, kind)).toEqual([])
})
