import { describe, expect, test } from 'vitest'
import { approvalService } from '../../../test/harness/approvals.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { approvalWorkers } from './jobs.ts'

const {
  service,
  today,
  at,
  rows,
  body,
  makePlan,
  save,
  clockOn,
  afterSaving,
  ask,
  states,
  itemOf,
  answer,
  demand,
} = await approvalService()

const period = 'period:jakso-1'

describe('a guardian', () => {
  async function guardian(endsOn: string, more: { protected?: boolean } = {}) {
    const guardianId = newId()
    const client = await service.signIn(at().provider, ['guardian'])
    const [{ id: personId }] = await rows(
      `select person_id as id from assignment where provider_id = $1 and role = 'guardian'`,
      [at().provider],
    )
    await service.owner.query('update student set birth_date = $2, protected = $3 where id = $1', [
      ...[
        at().made.studentId,
        `${Number(endsOn.slice(0, 4)) - 18}${endsOn.slice(4)}`,
        more.protected ?? false,
      ],
    ])
    await service.owner.query(
      `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
       values ($1, $2, $3, 1, 'Huolto Keksitty', true, $4, now())`,
      [at().provider, guardianId, at().made.studentId, endsOn],
    )
    await service.owner.query(
      `insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at)
       values ($1, $2, $3, $4, now())`,
      [at().provider, personId, at().made.studentId, guardianId],
    )
    return client
  }
  const query = () => `?student=${at().made.studentId}`
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
        providerIds: async () => [at().provider],
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

  test('is let go also when another provider’s night fails, which is told', async () => {
    await guardian(inAYear)
    const planId = await makePlan()
    await ask(planId)
    const [worker] = approvalWorkers({
      database: service.database,
      clock: clockOn(plainDateOf(inAYear)),
      providerIds: async () => ['no provider' as Uuid, at().provider],
    })
    await expect(worker?.run({})).rejects.toThrow()
    expect(await rows(`select part from approval where party = 'guardian'`)).toEqual([])
  })

  test('who has come of age to has no access, also before the night’s work', async () => {
    const client = await guardian(inAYear)
    const planId = await makePlan()
    await ask(planId)
    const item = await itemOf('path', client, query())
    await service.owner.query('update guardian set ends_on = $2 where student_id = $1', [
      at().made.studentId,
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
    await service.owner.query('update student set protected = false where id = $1', [at().made.studentId])
    const planId = await makePlan()
    await ask(planId)
    await service.owner.query('update student set protected = true where id = $1', [at().made.studentId])
    const text = (await client('GET', `/api/own-approvals${query()}`)).body
    expect(text).toContain('"hidden":true')
    const { rows: digests } = await service.owner.query('select digest from approval where plan_id = $1', [
      planId,
    ])
    for (const { digest } of digests) expect(text).not.toContain(digest)
    expect(text).not.toMatch(/Paja|Huollot/)
    const refused = await answer(
      planId,
      { ...(await itemOf(period, client, query())), digest: 'x' },
      {},
      client,
    )
    expect(refused.json()).toMatchObject({ code: 'approvals.changed-since', changes: [] })
    const taken = await answer(planId, await itemOf(period, client, query()), {}, client)
    expect(taken.statusCode).toBe(204)
    await answer(planId, await itemOf('path'), { answer: 'declined', reason: 'Salapaikka on kaukana' })
    const shown = (await at().teacher('GET', `/api/plans/${planId}/approvals`)).body
    expect(shown).not.toMatch(/Paja|Huollot|Salapaikka|Testi Henkilö/)
  })

  test('asks about nobody else’s student', async () => {
    const client = await guardian(inAYear)
    const other = await makeStudent(service.database, at().provider)
    expect((await client('GET', `/api/own-approvals?student=${other.studentId}`)).statusCode).toBe(403)
    expect((await client('GET', '/api/own-approvals')).statusCode).toBe(403)
  })
})

describe('the provider', () => {
  const approve = (planId: string, version: number) =>
    at().teacher('POST', `/api/plans/${planId}/approve`, undefined, { 'if-match': `"v${version}"` })

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
