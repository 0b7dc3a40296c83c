import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'

const service = await testService()

let provider: Uuid
let guidance: Client
let student: Client
let made: MadeStudent
let planId: string

beforeEach(async () => {
  provider = await service.provider()
  guidance = await service.signIn(provider, ['guidance'])
  made = await makeStudent(service.database, provider)
  student = await service.signIn(provider, ['student'], made.studentId)
  const plan = {
    studentOid: made.studentOid,
    studyRightOid: made.studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    email: 'testi@esimerkki.test',
  }
  const created = await guidance('POST', '/api/plans', {
    studyRightOid: made.studyRightOid,
    plan,
    contacts: {},
  })
  planId = created.json().id
  await guidance('POST', `/api/plans/${planId}/approvals/ask`, {})
})

const waiting = async (client: Client): Promise<unknown[]> =>
  (await client('GET', '/api/tasks'))
    .json()
    .items.filter((task: { kind: string }) => task.kind === 'approval')

const answer = async (more: object): Promise<number> => {
  const [item] = (await student('GET', '/api/own-approvals')).json().plans[0].items
  const { digest, part, party, planVersion } = item
  const body = { digest, part, party, planVersion, ...more }
  return (await student('POST', `/api/plans/${planId}/approvals/answer`, body)).statusCode
}
const declines = { answer: 'declined', reason: 'Haluan vaihtaa alaa' }

test('what is asked stands on the student’s list until it is answered', async () => {
  expect(await waiting(student)).toMatchObject([{ to: '/path#approvals', dateIs: 'since' }])
  expect(await waiting(guidance)).toEqual([])
  expect(await answer({ answer: 'approved' })).toBe(204)
  expect(await waiting(student)).toEqual([])
})

test('what was declined, and what has waited long, stands on the list of those who plan', async () => {
  await service.owner.query(`update approval set asked_at = now() - interval '15 days' where plan_id = $1`, [
    planId,
  ])
  const to = `/plans/${planId}#approvals`
  const waits = 'Opintojen polku: opiskelija ei ole vastannut yli kahteen viikkoon.'
  expect(await waiting(guidance)).toMatchObject([{ to, text: waits }])
  expect(await answer(declines)).toBe(204)
  expect(await waiting(guidance)).toMatchObject([
    { to, text: 'Opintojen polku: opiskelija ei ole hyväksynyt. Katso syy.' },
  ])
  const elsewhere = await service.signIn(await service.provider(), ['guidance'])
  expect(await waiting(elsewhere)).toEqual([])
})

test('of a workplace period the list says which and who, and of a protected student neither', async () => {
  const learningPeriods = [
    {
      ...{ identifier: 'jakso-1', start: '2099-01-07', end: '2099-01-26' },
      ...{ methodCode: 'osaamisenhankkimistapa_oppisopimus', methodCodeVersion: 1 },
    },
  ]
  const { plan } = (await guidance('GET', `/api/plans/${planId}`)).json()
  const units = [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods }]
  const sent = { plan: { ...plan, vocationalUnits: units }, reason: 'Muutos' }
  await guidance('PUT', `/api/plans/${planId}`, sent, { 'if-match': '"v1"' })
  await service.owner.query(
    `insert into approval (provider_id, plan_id, part, party, student_id, state, digest, plan_version, asked_at)
     values ($1, $2, 'period:jakso-1', 'employer', $3, 'asked', 'x', 2, now() - interval '20 days')`,
    [provider, planId, made.studentId],
  )
  const texts = async (client = guidance) =>
    (await waiting(client)).map(task => (task as { text: string }).text)
  const swedish = await service.signIn(provider, ['guidance'])
  await service.owner.query(`update session set language = 'sv'`)
  expect(await texts()).toEqual([
    'Oppisopimusjakso 7.1.2099 – 26.1.2099: työnantaja ei ole vastannut yli kahteen viikkoon.',
  ])
  expect(await texts(swedish)).toEqual([
    'Perioden med läroavtal 7.1.2099 – 26.1.2099: arbetsgivaren har inte svarat på över två veckor.',
  ])
  await service.owner.query('update student set protected = true where id = $1', [made.studentId])
  expect(await texts()).toEqual(['Suunnitelman osa on odottanut hyväksyntää yli kaksi viikkoa.'])
})

test('the reason of a decliner goes with the student, and the history stays', async () => {
  await answer(declines)
  const administrator = await service.signIn(provider, ['administrator'])
  const erased = await administrator('POST', `/api/students/${made.studentId}/erase`, { reason: 'Pyyntö' })
  expect(erased.statusCode).toBeLessThan(300)
  const { rows } = await service.owner.query(
    `select a.state, a.reason, (select count(*)::int from approval_event e where e.plan_id = a.plan_id) as events
     from approval a where a.plan_id = $1`,
    [planId],
  )
  expect(rows).toEqual([{ state: 'declined', reason: null, events: 2 }])
  const { rows: events } = await service.owner.query(
    `select details from audit_event where action = 'approvals.erase' and student_id = $1`,
    [made.studentId],
  )
  expect(events).toEqual([{ details: { reason: 'Pyyntö' } }])
})
