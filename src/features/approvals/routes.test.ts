import { describe, expect, test } from 'vitest'
import { approvalService } from '../../../test/harness/approvals.ts'
import type { Client } from '../../../test/harness/service.ts'
import { makeStudent } from '../plans/factory.ts'
import type { ShownApproval } from './contract.ts'

const {
  contacts,
  service,
  today,
  at,
  rows,
  body,
  makePlan,
  save,
  afterSaving,
  ask,
  items,
  states,
  own,
  itemOf,
  answer,
  demand,
} = await approvalService()

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
    await at().teacher('POST', `/api/plans/${planId}/approve`, undefined, { 'if-match': '"v1"' })
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

  test('tells of a moved period in one sentence, though what stands in it moved along', async () => {
    const week = (start: string, end: string) => ({
      start,
      end,
      code: 'oppimisymparistot_0002',
      codeVersion: 1,
    })
    const at = (start: string, end: string) => body({ start, end, otherEnvironments: [week(start, end)] })
    const planId = await makePlan()
    await save(planId, at('2099-01-07', '2099-01-26'), 1)
    await ask(planId)
    await answer(planId, await itemOf(period))
    await save(planId, at('2099-01-14', '2099-02-02'), 2)
    const { changes } = await itemOf(period)
    expect(changes).toEqual([expect.stringContaining('14.1.2099')])
  })

  test('stands in the order of time, and tells no first day of a plan that nobody has approved', async () => {
    const planId = await makePlan()
    const plan = { ...body(), firstApprovedOn: today }
    const [unit] = plan.vocationalUnits
    const [one] = unit?.learningPeriods ?? []
    const earlier = { ...one, identifier: 'z', start: '2098-09-01', end: '2098-09-26' }
    const learningPeriods = [one, { ...earlier, identifier: 'zz', end: '2098-09-25' }, earlier]
    await save(planId, { ...plan, vocationalUnits: [{ ...unit, learningPeriods }] }, 1)
    await ask(planId)
    const view = async () => (await at().teacher('GET', `/api/plans/${planId}/approvals`)).json()
    const inTime = ['path', 'period:zz', 'period:z', period]
    expect([...new Set((await view()).items.map((item: { part: string }) => item.part))]).toEqual(inTime)
    expect((await own()).map(({ part }) => part)).toEqual(inTime)
    expect(await view()).not.toHaveProperty('firstApprovedOn')
    await at().teacher('POST', `/api/plans/${planId}/approve`, undefined, { 'if-match': '"v2"' })
    expect(await view()).toMatchObject({ firstApprovedOn: today })
  })

  test.each([
    ['fi', 'Tukiopetus, Yhteiset tutkinnon osat', 'Muu oppimisen tuki'],
    ['sv', 'Stödundervisning, Gemensamma examensdelar', 'Annat stöd för lärande'],
    ['en', 'Remedial teaching, Common units', 'Other learning support'],
  ])('names forms of support in plain words: %s', async (language, remedial, other) => {
    const type = 'ammatillinenkoulutusoppimisentuentyyppi_'
    const days = { start: '2099-01-07', end: '2099-01-26' }
    const learningSupport = [
      { typeCode: `${type}01`, unitGroupCode: 'ammatillisentutkinnonosanryhma_2', ...days },
      { typeCode: `${type}02` },
    ]
    const planId = await makePlan()
    await save(planId, { ...body(), learningSupport }, 1)
    await ask(planId)
    await service.owner.query('update session set language = $1', [language])
    const { about } = await itemOf('support')
    expect(about.support).toEqual([expect.stringContaining(`${remedial}, `), other])
  })

  test('does not ask again about a period that a save has given an identifier', async () => {
    const planId = await makePlan()
    await service.owner.query(
      `update plan_version set body = body #- '{vocationalUnits,0,learningPeriods,0,identifier}'
       where plan_id = $1`,
      [planId],
    )
    await ask(planId)
    const before = (await own()).find(item => item.kind === 'apprenticeship')
    expect(before?.part).not.toMatch(/tutkinnonosat|2099/)
    if (before !== undefined) expect((await answer(planId, before)).statusCode).toBe(204)
    await service.owner.query(`update approval set first_approved_on = '2024-09-01' where plan_id = $1`, [
      planId,
    ])
    const another = { ...body({ identifier: undefined }), email: 'toinen@esimerkki.test' }
    await save(planId, another, 1)
    const after = (await own()).find(item => item.kind === 'apprenticeship')
    expect(after).toMatchObject({ state: 'approved', firstApprovedOn: '2024-09-01' })
    expect(after?.part).not.toBe(before?.part)
    expect(await rows('select party from approval where plan_id = $1 order by 1', [planId])).toHaveLength(3)
    const { plan } = (await at().teacher('GET', `/api/plans/${planId}`)).json()
    plan.vocationalUnits[0].learningPeriods[0].partTimeShare = 80
    await save(planId, plan, 2)
    const again = (await own()).find(item => item.kind === 'apprenticeship')
    expect(again).toMatchObject({ state: 'asked', firstApprovedOn: '2024-09-01' })
    expect(again?.changes?.join()).toContain('80')
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
      student_id: at().made.studentId,
    })
  })

  test('is changed by who gave it, while what it was given to is the same', async () => {
    const planId = await makePlan()
    await ask(planId)
    await answer(planId, await itemOf('path'))
    const approved = await itemOf('path')
    expect(approved).toMatchObject({ state: 'approved', permittedActions: ['change'] })
    const declined = await answer(planId, approved, { answer: 'declined', reason: 'Luin uudelleen' })
    expect(declined.statusCode).toBe(204)
    expect(await itemOf('path')).toMatchObject({ state: 'declined', firstApprovedOn: today })
    expect((await answer(planId, approved)).statusCode).toBe(204)
    await service.owner.query('update approval set answered_by = null where plan_id = $1', [planId])
    expect((await itemOf('path')).permittedActions).toEqual([])
    const others = await answer(planId, approved, { answer: 'declined', reason: 'x' })
    expect([others.statusCode, others.json().code]).toEqual([409, 'approvals.answered'])
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
    await at().teacher(
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
    const other = await makeStudent(service.database, at().provider)
    const elsewhere = await service.provider()
    const statuses = async (client: Client) => (await answer(planId, item, {}, client)).statusCode
    expect(await statuses(await service.signIn(at().provider, ['student'], other.studentId))).toBe(403)
    expect(await statuses(at().teacher)).toBe(403)
    expect(await statuses(await service.signIn(elsewhere, ['student'], at().made.studentId))).toBe(404)
    expect((await answer(planId, item, { party: 'guardian' })).statusCode).toBe(403)
    const quality = await service.signIn(at().provider, ['quality'])
    expect((await ask(planId, {}, quality)).statusCode).toBe(403)
    const strange = await service.signIn(elsewhere, ['teacher'])
    expect((await strange('GET', `/api/plans/${planId}/approvals`)).statusCode).toBe(404)
    expect((await at().student('GET', `/api/plans/${planId}/approvals`)).statusCode).toBe(403)
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
    const coordinator = await service.signIn(at().provider, ['coordinator'])
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
