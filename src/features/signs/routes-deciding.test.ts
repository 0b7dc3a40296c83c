import { beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import type { Client } from '../../../test/harness/service.ts'
import { signService } from '../../../test/harness/signs.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { eraseWholly } from '../students/public.ts'
import type { SignView } from './contract.ts'

const { service, database, owner, today, at, first, teacherOf, decide, noNeed } = await signService()

let provider: Uuid
let student: MadeStudent
let guidance: Client
let own: Client
beforeEach(() => {
  ;({ provider, student, guidance, own } = at())
})

describe('the student explains', () => {
  const tell = (client: Client, sign: SignView, text: string) =>
    client('PUT', `/api/signs/${sign.id}/explanation`, { text, version: sign.version })

  test('in words that staff read, and that change until it is decided', async () => {
    const sign = await first()
    const told = await tell(own, sign, ' Sovin paikan maanantaina. ')
    expect(told.json()).toMatchObject({ explanation: { text: 'Sovin paikan maanantaina.' }, version: 2 })
    expect((await tell(own, sign, 'Vanha')).json().code).toBe('signs.changed-since')
    expect((await first()).explanation?.text).toBe('Sovin paikan maanantaina.')
    const withdrawn: SignView = (await tell(own, { ...sign, version: 2 }, '')).json()
    expect(withdrawn.explanation).toBeUndefined()
    await decide(guidance, await first(), noNeed)
    expect((await tell(own, { ...sign, version: 4 }, 'Myöhässä')).json().code).toBe('signs.not-open')
    expect(JSON.stringify(await auditOf(owner, provider, 'signs.explain'))).not.toContain('Sovin')
  })

  test('and nobody else does', async () => {
    const other = await makeStudent(database, provider)
    const sign = await first()
    expect((await tell(guidance, sign, 'x')).statusCode).toBe(403)
    expect(
      (await tell(await service.signIn(provider, ['student'], other.studentId), sign, 'x')).statusCode,
    ).toBe(403)
  })
})

describe('staff decide', () => {
  test('that nothing is needed, with the reason, once', async () => {
    const sign = await first()
    expect((await decide(guidance, sign, noNeed)).json()).toMatchObject({
      state: 'decided',
      decision: { decision: 'no-need', reason: noNeed.reason, by: 'Testi Henkilö' },
    })
    expect((await decide(guidance, sign, noNeed)).json().code).toBe('signs.not-open')
    expect(await auditOf(owner, provider, 'signs.decide')).toMatchObject([
      { target_id: sign.id, details: { kind: 'workplace', decision: 'no-need' } },
    ])
  })

  test('over a sign that has changed not, nor coordinators, nor teachers of others', async () => {
    const sign = await first()
    await own('PUT', `/api/signs/${sign.id}/explanation`, { text: 'x', version: 1 })
    expect((await decide(guidance, sign, noNeed)).json().code).toBe('signs.changed-since')
    for (const role of ['coordinator', 'teacher'] as const)
      expect((await decide(await service.signIn(provider, [role]), sign, noNeed)).statusCode).toBe(403)
  })

  test('on one measure, which is followed up, and after which another may follow', async () => {
    const teacher = await teacherOf(student)
    const { items: people } = (await teacher('GET', '/api/measures/people')).json()
    const me = people.find((one: { me: boolean }) => one.me)
    const measure = { text: 'Soitetaan paikasta', who: { kind: 'staff', personId: me.id }, dueOn: today }
    const decided = (await decide(teacher, await first(), { decision: 'measure', measure })).json()
    expect(decided).toMatchObject({
      state: 'decided',
      measures: [
        {
          text: 'Soitetaan paikasta',
          who: { kind: 'staff', name: 'Testi Henkilö' },
          state: 'agreed',
          permittedActions: ['follow-up'],
        },
      ],
    })
    const [agreed] = decided.measures
    const follow = (client: Client, version = 1) =>
      client('POST', `/api/measures/${agreed.id}/follow-up`, {
        state: 'done',
        outcome: 'Paikka löytyi',
        version,
      })
    expect((await follow(own)).statusCode).toBe(403)
    expect((await follow(teacher, 2)).json().code).toBe('measures.changed-since')
    expect((await follow(teacher)).statusCode).toBe(204)
    expect((await follow(teacher)).json().code).toBe('measures.already-followed')
    const next = { text: 'Käydään paikalla', who: { kind: 'student' }, dueOn: addDays(today, 7) }
    const url = `/api/students/${student.studentId}/measures`
    expect((await teacher('POST', url, next)).statusCode).toBe(201)
    expect((await own('GET', url)).json()).toMatchObject({
      items: [
        { text: 'Käydään paikalla', who: { kind: 'student' }, state: 'agreed' },
        { state: 'done', outcome: 'Paikka löytyi' },
      ],
      permittedActions: [],
    })
    expect(await auditOf(owner, provider, 'measures.follow-up')).toMatchObject([
      { details: { state: 'done' } },
    ])
  })

  test('on none for a day that has passed, or by somebody unknown: nothing is half-done', async () => {
    const sign = await first()
    const refused = async (measure: object) =>
      (
        await decide(guidance, sign, {
          decision: 'measure',
          measure: { text: 'x', who: { kind: 'student' }, dueOn: today, ...measure },
        })
      ).json().code
    expect(await refused({ dueOn: addDays(today, -1) })).toBe('measures.due-past')
    expect(await refused({ who: { kind: 'staff', personId: newId() } })).toBe('measures.person-unknown')
    expect((await first()).state).toBe('open')
  })
})

test('an erased student leaves neither signs nor measures', async () => {
  const sign = await first()
  await decide(guidance, sign, {
    decision: 'measure',
    measure: { text: 'x', who: { kind: 'student' }, dueOn: today },
  })
  const audit = { actor: { kind: 'system', source: 'test', providerId: provider } as const, now: new Date() }
  await write(database, provider, transaction =>
    eraseWholly(transaction, audit, { studentId: student.studentId, reason: 'pyyntö' }),
  )
  const { rows } = await owner.query(
    'select id from sign where provider_id = $1 union all select id from measure where provider_id = $1',
    [provider],
  )
  expect(rows).toEqual([])
})
