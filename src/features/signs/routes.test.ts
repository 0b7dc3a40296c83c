import { beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import type { Client } from '../../../test/harness/service.ts'
import { signService } from '../../../test/harness/signs.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { defaultSettings } from '../settings/rules.ts'
import type { SignView } from './contract.ts'
import { makeWatchedPlan } from './factory.ts'
import { lookAtSome, signsWorker } from './jobs.ts'

const { service, database, owner, today, at, look, items, first, teacherOf, decide, noNeed } =
  await signService()

let provider: Uuid
let student: MadeStudent
let planId: string
let guidance: Client
let own: Client
beforeEach(() => {
  ;({ provider, student, planId, guidance, own } = at())
})

const kinds = async (client: Client, query = '') => (await items(client, query)).map(one => one.kind).sort()
const standing = async () =>
  (await owner.query('select * from sign where provider_id = $1 order by id', [provider])).rows
const all = ['empty-weeks', 'no-progress', 'workplace']

describe('the nightly look', () => {
  test('finds the three signs, each with its data, and tells the audit', async () => {
    expect(await kinds(guidance)).toEqual(all)
    expect((await first()).data).toEqual({
      ...{ reason: 'no-workplace', form: 'training-agreement', begun: false, limit: 21 },
      ...{ start: addDays(today, 10), end: addDays(today, 40) },
    })
    expect(await auditOf(owner, provider, 'signs.notice')).toHaveLength(3)
  })

  test('made twice does nothing more', async () => {
    const before = await standing()
    await look()
    expect(await standing()).toEqual(before)
  })

  test('two at once notice once', async () => {
    await owner.query('delete from sign where provider_id = $1', [provider])
    await Promise.all([look(), look()])
    expect(await kinds(guidance)).toEqual(all)
  })

  test('sees what is still there, and ends what is gone', async () => {
    await owner.query('update learning_period set workplace_name = $1 where plan_id = $2', ['Paja', planId])
    await look(addDays(today, 1))
    expect(
      (await standing())
        .map(({ kind, over_on, seen_on, state }) => ({ kind, over_on, seen_on, state }))
        .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    ).toEqual([
      { kind: 'empty-weeks', over_on: null, seen_on: addDays(today, 1), state: 'open' },
      { kind: 'no-progress', over_on: null, seen_on: addDays(today, 1), state: 'open' },
      { kind: 'workplace', over_on: addDays(today, 1), seen_on: today, state: 'over' },
    ])
    expect(await auditOf(owner, provider, 'signs.end')).toMatchObject([
      { target_id: planId, details: { kind: 'workplace' } },
    ])
  })

  test('leaves a decided one alone, until it says something else', async () => {
    await decide(guidance, await first(), noNeed)
    await look(addDays(today, 1))
    expect(await kinds(guidance)).toEqual(['empty-weeks', 'no-progress'])
    // The period has begun without a workplace: that was not known when it was decided.
    await look(addDays(today, 10))
    expect(await kinds(guidance)).toContain('workplace')
    const rows = (await standing()).filter(row => row.kind === 'workplace')
    expect(rows.map(row => [row.state, row.decision])).toEqual([
      ['over', 'no-need'],
      ['open', null],
    ])
  })

  test('tells nothing of who is interrupted, has everything, or is erased', async () => {
    const states = [
      { start: '2024-08-01', state: 'lasna' },
      { start: '2026-10-01', state: 'valiaikaisestikeskeytynyt' },
    ]
    const set = (told: unknown) =>
      owner.query(`update study_right set body = jsonb_set(body, '{states}', $1) where oid = $2`, [
        JSON.stringify(told),
        student.studyRightOid,
      ])
    await set(states)
    await look()
    expect(await items(guidance)).toEqual([])
    await set(states.slice(0, 1))
    await look()
    expect(await kinds(guidance)).toEqual(all)
    await owner.query(
      `update plan_version set body = body || '{"competenceAchievedOn": "2026-10-01"}' where plan_id = $1`,
      [planId],
    )
    await look()
    expect(await items(guidance)).toEqual([])
  })

  test('counts what the study register says was passed, and nothing that failed', async () => {
    const tell = (passed: boolean) =>
      owner.query('update study_right set details = $1 where oid = $2', [
        JSON.stringify({
          attainments: [
            { units: [{ code: '1', assessment: { grade: '3', assessedOn: addDays(today, -7), passed } }] },
          ],
        }),
        student.studyRightOid,
      ])
    await tell(false)
    await look()
    expect(await kinds(guidance)).toContain('no-progress')
    await tell(true)
    await look()
    expect(await kinds(guidance)).not.toContain('no-progress')
  })

  test('passes over no plan in which a look at it alone would find something', async () => {
    // Periods that begin and end on any day of the week, with gaps, interruptions, holidays between.
    const spread = (salt: number, most: number) => `abs(hashtext(s.id::text || k || '${salt}')) % ${most}`
    await owner.query('delete from learning_period where provider_id = $1', [provider])
    for (let made = 0; made < 60; made += 1)
      await makeWatchedPlan(database, provider, today, { student: await makeStudent(database, provider) })
    await owner.query(
      `insert into learning_period (provider_id, plan_id, pointer, method_code, starts_on, ends_on, interruptions, workplace_name)
       select s.provider_id, s.id, '/' || k, case ${spread(1, 3)} when 0 then 'osaamisenhankkimistapa_koulutussopimus' else 'x' end,
         start, start + ${spread(2, 40)}, case ${spread(3, 5)} when 0 then jsonb_build_array(jsonb_build_object('start', start, 'end', start + ${spread(4, 20)})) else '[]' end,
         case ${spread(5, 2)} when 0 then 'Paja' end
       from (select p.*, k, $2::date - 70 + k * 20 + ${spread(6, 25).replaceAll('s.id', 'p.id')} as start from plan p, generate_series(0, 8) k
         where p.provider_id = $1) s`,
      [provider, today],
    )
    const found = async () =>
      (await standing())
        .map(row => `${row.plan_id} ${row.kind} ${row.about} ${JSON.stringify(row.data)}`)
        .sort()
    await look()
    const before = await found()
    const { rows } = await owner.query('select id from plan where provider_id = $1', [provider])
    const clock = { now: () => new Date(), today: () => today }
    await lookAtSome(
      { database, clock },
      provider,
      rows.map(row => row.id),
    )
    expect(before.length).toBeGreaterThan(20)
    expect(await found()).toEqual(before)
  })

  test('that fails at one provider looks at the others all the same, and fails', async () => {
    await owner.query('delete from sign where provider_id = $1', [provider])
    const clock = { now: () => new Date(), today: () => today }
    const providerIds = async () => ['no-provider' as Uuid, provider]
    const worker = signsWorker({ database, clock, providerIds })
    await expect(worker.run({})).rejects.toThrow()
    expect(await kinds(guidance)).toEqual(all)
  })

  test('looks for nothing that the provider has switched off', async () => {
    const signs = {
      ...defaultSettings.signs,
      progress: { on: false, weeks: 8 },
      emptyWeeks: { ...defaultSettings.signs.emptyWeeks, on: false },
    }
    const administrator = await service.signIn(provider, ['administrator'])
    await administrator('PUT', '/api/settings', { ...defaultSettings, signs, version: 0 })
    await look()
    expect(await kinds(guidance)).toEqual(['workplace'])
  })
})

describe('who sees which signs', () => {
  test('teachers those of their own students, coordinators those of workplaces', async () => {
    expect(await items(await service.signIn(provider, ['teacher']))).toEqual([])
    expect(await kinds(await teacherOf(student))).toEqual(all)
    expect(await kinds(await service.signIn(provider, ['coordinator']))).toEqual(['workplace'])
    expect(await kinds(guidance, '?kind=workplace')).toEqual(['workplace'])
    expect(await kinds(guidance, '?mine=true')).toEqual([])
    expect(await kinds(guidance, '?group=NONE')).toEqual([])
    expect(await auditOf(owner, provider, 'signs.list')).not.toHaveLength(0)
  })

  test.each(['quality', 'administrator', 'guardian'] as const)('the role %s nobody', async role => {
    const client = await service.signIn(provider, [role])
    expect((await client('GET', '/api/signs')).statusCode).toBe(403)
    expect((await client('GET', `/api/students/${student.studentId}/signs`)).statusCode).toBe(403)
  })

  test('students all of their own, and nobody else’s', async () => {
    const answer = await own('GET', `/api/students/${student.studentId}/signs`)
    const shown: SignView[] = answer.json().items
    expect(shown.map(one => [one.kind, one.permittedActions, one.student]).sort()).toEqual(
      all.map(kind => [kind, ['explain'], undefined]),
    )
    const other = await makeStudent(database, provider)
    const stranger = await service.signIn(provider, ['student'], other.studentId)
    expect((await stranger('GET', `/api/students/${student.studentId}/signs`)).statusCode).toBe(403)
    expect(await items(stranger)).toEqual([])
    expect(await auditOf(owner, provider, 'signs.read')).toMatchObject([{ details: { rows: 3 } }])
  })

  test('with a sign no measure that is not theirs to see', async () => {
    const coordinator = await service.signIn(provider, ['coordinator'])
    const agree = async (personId: string) => {
      const measure = { text: 'Salainen tapaaminen', who: { kind: 'staff', personId }, dueOn: today }
      expect((await decide(guidance, await first(), { decision: 'measure', measure })).statusCode).toBe(200)
    }
    const meetings = async () => {
      const ofStudent = (await coordinator('GET', `/api/students/${student.studentId}/signs`)).json().items
      const listed = await items(coordinator, '?state=decided')
      return [listed, ofStudent as SignView[]].map(shown => shown.flatMap(one => one.measures).length)
    }
    const people = (await guidance('GET', '/api/measures/people')).json().items
    await agree(people.find((one: { me: boolean }) => one.me).id)
    expect((await coordinator('GET', `/api/students/${student.studentId}/measures`)).statusCode).toBe(403)
    expect(await meetings()).toEqual([0, 0])
    expect((await items(guidance, '?state=decided'))[0]?.measures).toHaveLength(1)
    await owner.query(
      `update measure set person_id = (select person_id from assignment where provider_id = $1 and role = 'coordinator')
       where provider_id = $1`,
      [provider],
    )
    expect(await meetings()).toEqual([1, 1])
  })

  test('nobody of another provider', async () => {
    const sign = await first()
    const away = await service.signIn(await service.provider(), ['guidance'])
    expect(await items(away)).toEqual([])
    expect((await away('GET', `/api/students/${student.studentId}/signs`)).statusCode).toBe(404)
    expect((await decide(away, sign, noNeed)).statusCode).toBe(404)
  })

  test('page by page in the order of days', async () => {
    const { items: one, next } = (await guidance('GET', '/api/signs?limit=1')).json()
    const rest = await items(guidance, `?after=${next}`)
    expect(new Set([...one, ...rest].map(sign => sign.id)).size).toBe(3)
  })

  test.each([
    'nonsense',
    `2026-99-99_${newId()}`,
    `2026-02-29_${newId()}`,
    `2026-01-01_${'-'.repeat(36)}`,
    `2026-01-01_${newId().replace('-', '')}-`,
  ])('no page after %s', async after => {
    expect((await guidance('GET', `/api/signs?after=${after}`)).statusCode).toBe(400)
  })

  test('of a student with turvakielto nothing that tells who, and nobody decides unseen', async () => {
    const sign = await first()
    await own('PUT', `/api/signs/${sign.id}/explanation`, { text: 'Olen Piilopajalla', version: 1 })
    await owner.query('update student set protected = true where id = $1', [student.studentId])
    const masked = await first()
    expect(masked).toMatchObject({
      student: { id: student.studentId, protection: 'masked' },
      permittedActions: [],
    })
    expect(JSON.stringify(masked)).not.toContain('Piilopaja')
    expect((await decide(guidance, masked, noNeed)).json().code).toBe('signs.protected')
  })
})
