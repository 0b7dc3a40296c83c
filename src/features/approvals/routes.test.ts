import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import type { ApprovalRule } from '../settings/contract.ts'
import type { ShownApproval } from './contract.ts'
import { approvalWorkers, renewApprovals } from './jobs.ts'

const service = await testService()
const today = plainDateOf(new Date().toISOString().slice(0, 10))

let provider: Uuid
let teacher: Client
let student: Client
let made: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  made = await makeStudent(service.database, provider)
  student = await service.signIn(provider, ['student'], made.studentId)
})

const rows = async (text: string, values: unknown[] = []) => (await service.owner.query(text, values)).rows

const body = (period: object = {}, hours = 20) => ({
  studentOid: made.studentOid,
  studyRightOid: made.studyRightOid,
  firstApprovedOn: '2024-08-20',
  needToAcquireCompetence: true,
  email: 'testi@esimerkki.test',
  vocationalUnits: [
    {
      unitCode: 'tutkinnonosat_106945',
      unitCodeVersion: 1,
      teachingHours: hours,
      learningPeriods: [
        {
          identifier: 'jakso-1',
          start: '2099-01-07',
          end: '2099-01-26',
          methodCode: 'osaamisenhankkimistapa_oppisopimus',
          methodCodeVersion: 1,
          partTimeShare: 50,
          workplace: {
            name: 'Paja Esimerkki Oy',
            businessId: '1234567-1',
            tasks: ['Huollot'],
            instructor: { contact: 'new-1' },
          },
          ...period,
        },
      ],
    },
  ],
})
const contacts = { 'new-1': { name: 'Otto Keksitty', email: 'otto@esimerkki.test' } }

async function makePlan(): Promise<string> {
  const sent = { studyRightOid: made.studyRightOid, plan: body(), contacts }
  return (await teacher('POST', '/api/plans', sent)).json().id
}

/** Saves the plan anew, and does what the job of the saving does. */
async function save(planId: string, plan: object, version: number): Promise<void> {
  const headers = { 'if-match': `"v${version}"` }
  const answer = await teacher('PUT', `/api/plans/${planId}`, { plan, contacts, reason: 'Muutos' }, headers)
  expect(answer.statusCode).toBe(200)
  await afterSaving(planId)
}

const clockOn = (day: PlainDate) => ({ now: () => new Date(), today: () => day })
const afterSaving = (planId: string, day = today) =>
  renewApprovals(
    { database: service.database, clock: clockOn(day) },
    { providerId: provider, planIds: [planId] },
  )

const ask = (planId: string, what: object = {}, client = teacher) =>
  client('POST', `/api/plans/${planId}/approvals/ask`, what)
const items = async (planId: string): Promise<ShownApproval[]> =>
  (await teacher('GET', `/api/plans/${planId}/approvals`)).json().items
const states = async (planId: string) =>
  Object.fromEntries((await items(planId)).map(({ part, party, state }) => [`${party} ${part}`, state]))
const own = async (client = student, query = ''): Promise<ShownApproval[]> =>
  (await client('GET', `/api/own-approvals${query}`)).json().plans[0]?.items ?? []

async function itemOf(part: string, client = student, query = ''): Promise<ShownApproval> {
  const found = (await own(client, query)).find(item => item.part === part)
  if (found === undefined) throw new Error(`Nothing is asked about ${part}`)
  return found
}

const answer = (planId: string, item: ShownApproval, more: object = {}, client = student) =>
  client('POST', `/api/plans/${planId}/approvals/answer`, {
    part: item.part,
    party: item.party,
    digest: item.digest,
    planVersion: item.planVersion,
    answer: 'approved',
    ...more,
  })

async function demand(rules: readonly Partial<ApprovalRule>[]): Promise<void> {
  const administrator = await service.signIn(provider, ['administrator'])
  const settings = (await administrator('GET', '/api/settings')).json()
  const approvals = rules.map(rule => ({ need: 'demanded', from: '2018-01-01', source: 'Päätös', ...rule }))
  expect((await administrator('PUT', '/api/settings', { ...settings, approvals })).statusCode).toBe(200)
}

const period = 'period:jakso-1'

describe('asking', () => {
  test('begins when the plan is put forward, and tells before who would be asked', async () => {
    const planId = await makePlan()
    await afterSaving(planId)
    expect(await own()).toEqual([])
    expect(await states(planId)).toEqual({
      'student path': 'not-asked',
      [`student ${period}`]: 'not-asked',
      [`employer ${period}`]: 'not-asked',
    })
    expect((await ask(planId)).statusCode).toBe(204)
    expect(Object.values(await states(planId))).toEqual(['asked', 'asked', 'asked'])
    expect((await own()).map(({ part, about }) => [part, about.workplace ?? about.units])).toEqual([
      ['path', 1],
      [period, 'Paja Esimerkki Oy'],
    ])
    expect(
      await rows(`select details from audit_event where action = 'approvals.ask' and target_id = $1`, [
        planId,
      ]),
    ).toEqual([{ details: { version: 1, asked: 3, again: 0, ended: 0 } }])
  })

  test('begins by itself when staff approve a version', async () => {
    const planId = await makePlan()
    await teacher('POST', `/api/plans/${planId}/approve`, undefined, { 'if-match': '"v1"' })
    await afterSaving(planId)
    await afterSaving(planId)
    expect(Object.values(await states(planId))).toEqual(['asked', 'asked', 'asked'])
    expect(await rows('select state from approval_event where plan_id = $1', [planId])).toHaveLength(3)
  })

  test('asks again only about the part that changed, and tells what did', async () => {
    const planId = await makePlan()
    await ask(planId)
    await answer(planId, await itemOf('path'))
    await answer(planId, await itemOf(period))
    await save(planId, body({ end: '2099-02-28', partTimeShare: 80 }), 1)
    const [again, kept] = await own()
    expect(again).toMatchObject({ part: period, state: 'asked', firstApprovedOn: today })
    expect(again?.changes).toHaveLength(2)
    expect(again?.changes?.join()).toContain('80')
    expect(kept).toMatchObject({ part: 'path', state: 'approved' })
    expect(kept).not.toHaveProperty('changes')
  })

  test('says so where the settings ask nobody', async () => {
    await demand([])
    const planId = await makePlan()
    const refused = await ask(planId)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'approvals.nobody-to-ask'])
  })
})

describe('answering', () => {
  test('approves once, with its event and audit, and keeps the day of the first approval', async () => {
    const planId = await makePlan()
    await ask(planId)
    const item = await itemOf('path')
    const both = await Promise.all([answer(planId, item), answer(planId, item)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
    await service.owner.query(`update approval set first_approved_on = '2024-09-01' where plan_id = $1`, [
      planId,
    ])
    await save(planId, body({}, 40), 1)
    expect((await answer(planId, await itemOf('path'))).statusCode).toBe(204)
    expect(await itemOf('path')).toMatchObject({ state: 'approved', firstApprovedOn: '2024-09-01' })
    expect(
      await rows(
        `select state, person_id is null as unknown from approval_event where plan_id = $1 and part = 'path'
         and party = 'student' order by at, id`,
        [planId],
      ),
    ).toMatchObject([
      { state: 'asked', unknown: true },
      { state: 'approved', unknown: false },
      { state: 'asked', unknown: true },
      { state: 'approved', unknown: false },
    ])
    const [event] = await rows(
      `select details, student_id from audit_event where action = 'approvals.answer' and target_id = $1
       order by id limit 1`,
      [planId],
    )
    expect(event).toEqual({
      details: { kind: 'path', party: 'student', answer: 'approved', version: 1 },
      student_id: made.studentId,
    })
  })

  test('declines with a reason that the teacher sees, and that is in no history', async () => {
    const planId = await makePlan()
    await ask(planId)
    const item = await itemOf(period)
    const without = await answer(planId, item, { answer: 'declined', reason: '  ' })
    expect([without.statusCode, without.json().code]).toEqual([400, 'approvals.reason-needed'])
    expect((await answer(planId, item, { answer: 'declined', reason: 'Liian kaukana' })).statusCode).toBe(204)
    const shown = (await items(planId)).find(one => one.party === 'student' && one.part === period)
    expect(shown).toMatchObject({
      state: 'declined',
      reason: 'Liian kaukana',
      permittedActions: ['ask-again'],
    })
    expect(JSON.stringify(await rows('select * from approval_event'))).not.toContain('kaukana')
    expect(JSON.stringify(await rows('select details from audit_event'))).not.toContain('kaukana')
    expect((await ask(planId, { part: period, party: 'student' })).statusCode).toBe(204)
    expect(await itemOf(period)).toMatchObject({ state: 'asked', reason: 'Liian kaukana' })
  })

  test('to what has changed meanwhile is refused with what changed', async () => {
    const planId = await makePlan()
    await ask(planId)
    const [seen, path] = [await itemOf(period), await itemOf('path')]
    // The job of the saving has not run yet: what counts is the plan.
    await teacher(
      'PUT',
      `/api/plans/${planId}`,
      { plan: body({ partTimeShare: 80 }), contacts, reason: 'Muutos' },
      { 'if-match': '"v1"' },
    )
    const refused = await answer(planId, seen)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'approvals.changed-since'])
    expect(refused.json().changes.join()).toMatch(/50.*80/)
    expect((await answer(planId, path)).statusCode).toBe(204)
    expect((await answer(planId, await itemOf(period))).statusCode).toBe(204)
    await afterSaving(planId)
    expect(await itemOf(period)).toMatchObject({ state: 'approved', planVersion: 2 })
  })

  test('is nobody else’s: not another student’s, not staff’s, not another provider’s', async () => {
    const planId = await makePlan()
    await ask(planId)
    const item = await itemOf('path')
    const other = await makeStudent(service.database, provider)
    const elsewhere = await service.provider()
    const statuses = async (client: Client) => (await answer(planId, item, {}, client)).statusCode
    expect(await statuses(await service.signIn(provider, ['student'], other.studentId))).toBe(403)
    expect(await statuses(teacher)).toBe(403)
    expect(await statuses(await service.signIn(elsewhere, ['student'], made.studentId))).toBe(404)
    expect((await answer(planId, item, { party: 'guardian' })).statusCode).toBe(403)
    const quality = await service.signIn(provider, ['quality'])
    expect((await ask(planId, {}, quality)).statusCode).toBe(403)
    const strange = await service.signIn(elsewhere, ['teacher'])
    expect((await strange('GET', `/api/plans/${planId}/approvals`)).statusCode).toBe(404)
    expect((await student('GET', `/api/plans/${planId}/approvals`)).statusCode).toBe(403)
  })
})

describe('an employer', () => {
  const recorded = (item: ShownApproval | undefined, more: object = {}) => ({
    part: item?.part,
    digest: item?.digest,
    planVersion: item?.planVersion,
    answer: 'approved',
    how: 'phone',
    on: today,
    ...more,
  })

  test('answers through staff, who say how and when', async () => {
    const planId = await makePlan()
    await ask(planId)
    const item = (await items(planId)).find(one => one.party === 'employer')
    const coordinator = await service.signIn(provider, ['coordinator'])
    const record = (what: object) => coordinator('POST', `/api/plans/${planId}/approvals/record`, what)
    const later = await record(recorded(item, { on: '2999-01-01' }))
    expect([later.statusCode, later.json().code]).toEqual([400, 'approvals.told-later'])
    expect((await record(recorded(item))).statusCode).toBe(204)
    expect((await items(planId)).find(one => one.party === 'employer')).toMatchObject({
      state: 'approved',
      told: { how: 'phone', on: today },
      answeredBy: 'Testi Henkilö',
    })
    expect((await record(recorded(item))).json().code).toBe('approvals.answered')
    expect(
      await rows(
        `select count(*)::int as n from audit_event where action = 'approvals.record' and target_id = $1`,
        [planId],
      ),
    ).toEqual([{ n: 1 }])
  })
})

describe('a guardian', () => {
  async function guardian(endsOn: string, more: { protected?: boolean } = {}) {
    const guardianId = newId()
    const client = await service.signIn(provider, ['guardian'])
    const [{ id: personId }] = await rows(
      `select person_id as id from assignment where provider_id = $1 and role = 'guardian'`,
      [provider],
    )
    await service.owner.query('update student set birth_date = $2, protected = $3 where id = $1', [
      ...[made.studentId, `${Number(endsOn.slice(0, 4)) - 18}${endsOn.slice(4)}`, more.protected ?? false],
    ])
    await service.owner.query(
      `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
       values ($1, $2, $3, 1, 'Huolto Keksitty', true, $4, now())`,
      [provider, guardianId, made.studentId, endsOn],
    )
    await service.owner.query(
      `insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at)
       values ($1, $2, $3, $4, now())`,
      [provider, personId, made.studentId, guardianId],
    )
    return client
  }
  const query = () => `?student=${made.studentId}`
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace('-02-29', '-02-28')

  test('takes part until the 18th birthday, when the asking ends by itself', async () => {
    const client = await guardian(inAYear)
    const planId = await makePlan()
    await ask(planId)
    expect(await states(planId)).toMatchObject({ 'guardian path': 'asked' })
    const item = await itemOf('path', client, query())
    expect(item).toMatchObject({ party: 'guardian', permittedActions: ['answer'] })
    const lapse = (day: PlainDate) =>
      approvalWorkers({
        database: service.database,
        clock: clockOn(day),
        providerIds: async () => [provider],
      })[0]?.run({})
    await lapse(today)
    expect(await states(planId)).toMatchObject({ 'guardian path': 'asked' })
    await lapse(plainDateOf(inAYear))
    expect(
      await rows(`select state from approval_event where plan_id = $1 and party = 'guardian' order by id`, [
        planId,
      ]),
    ).toEqual([{ state: 'asked' }, { state: 'lapsed' }])
    expect(await rows(`select part from approval where party = 'guardian'`)).toEqual([])
  })

  test('who has come of age to has no access, also before the night’s work', async () => {
    const client = await guardian(inAYear)
    const planId = await makePlan()
    await ask(planId)
    const item = await itemOf('path', client, query())
    await service.owner.query('update guardian set ends_on = $2 where student_id = $1', [
      made.studentId,
      today,
    ])
    expect((await client('GET', `/api/own-approvals${query()}`)).statusCode).toBe(403)
    expect((await answer(planId, item, {}, client)).statusCode).toBe(403)
    expect(await states(planId)).not.toHaveProperty('guardian path')
  })

  test('of a student with turvakielto is told no place, and not by a refusal either', async () => {
    await demand([
      { part: 'path', party: 'guardian', need: 'asked' },
      { part: 'path', party: 'student', need: 'asked' },
      { part: 'apprenticeship', party: 'guardian', need: 'asked' },
    ])
    const client = await guardian(inAYear, { protected: true })
    await service.owner.query('update student set protected = false where id = $1', [made.studentId])
    const planId = await makePlan()
    await ask(planId)
    await service.owner.query('update student set protected = true where id = $1', [made.studentId])
    const text = (await client('GET', `/api/own-approvals${query()}`)).body
    expect(text).toContain('"hidden":true')
    expect(text).not.toMatch(/Paja|Huollot/)
    const refused = await answer(
      planId,
      { ...(await itemOf(period, client, query())), digest: 'x' },
      {},
      client,
    )
    expect(refused.json()).toMatchObject({ code: 'approvals.changed-since', changes: [] })
    await answer(planId, await itemOf('path'), { answer: 'declined', reason: 'Salapaikka on kaukana' })
    const shown = (await teacher('GET', `/api/plans/${planId}/approvals`)).body
    expect(shown).not.toMatch(/Paja|Huollot|Salapaikka|Testi Henkilö/)
  })

  test('asks about nobody else’s student', async () => {
    const client = await guardian(inAYear)
    const other = await makeStudent(service.database, provider)
    expect((await client('GET', `/api/own-approvals?student=${other.studentId}`)).statusCode).toBe(403)
    expect((await client('GET', '/api/own-approvals')).statusCode).toBe(403)
  })
})

describe('the provider', () => {
  const approve = (planId: string, version: number) =>
    teacher('POST', `/api/plans/${planId}/approve`, undefined, { 'if-match': `"v${version}"` })

  test('does not approve while an approval lacks that the settings demand', async () => {
    await demand([{ part: 'path', party: 'student' }])
    const planId = await makePlan()
    await ask(planId)
    const refused = await approve(planId, 1)
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'approvals.missing', missing: [{ part: 'path', kind: 'path', party: 'student' }] },
    ])
    expect(await rows('select version, approved_version from plan where id = $1', [planId])).toEqual([
      { version: 1, approved_version: null },
    ])
    await answer(planId, await itemOf('path'))
    expect((await approve(planId, 1)).statusCode).toBe(200)
  })

  test('is asked and answers by approving the plan, where a rule names it', async () => {
    await demand([{ part: 'path', party: 'provider', need: 'asked' }])
    const planId = await makePlan()
    await ask(planId)
    expect(await states(planId)).toEqual({ 'provider path': 'asked' })
    await approve(planId, 1)
    await afterSaving(planId)
    expect(await states(planId)).toEqual({ 'provider path': 'approved' })
    await save(planId, body({}, 40), 2)
    expect(await states(planId)).toEqual({ 'provider path': 'asked' })
  })
})
