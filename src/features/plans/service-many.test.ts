import { beforeEach, describe, expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from './factory.ts'
import { createMany, editMany, type PlanToEdit } from './public.ts'
import type { SaveContext } from './service-save.ts'

const service = await testService()

let provider: Uuid
let actor: Actor
let students: readonly MadeStudent[]

beforeEach(async () => {
  provider = await service.provider()
  await service.signIn(provider, ['teacher'])
  const [{ person_id: id }] = (
    await service.owner.query('select person_id from assignment where provider_id = $1', [provider])
  ).rows
  actor = { kind: 'person', id, providerId: provider, roles: ['teacher'], name: 'Testi Henkilö' } as never
  students = [await makeStudent(service.database, provider), await makeStudent(service.database, provider)]
})

const act = <T>(work: (context: SaveContext) => Promise<T>): Promise<T> =>
  write(service.database, provider, transaction =>
    work({
      transaction,
      audit: { actor, now: new Date() },
      today: plainDateOf('2026-11-23'),
      jobs: service.jobs,
      referenceFor: () => ({}),
      formFaults: () => [],
    }),
  )

const period = {
  start: '2025-01-07',
  end: '2025-01-26',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  methodCodeVersion: 1,
  partTimeShare: 50,
  workplace: {
    name: 'Paja Esimerkki Oy',
    businessId: '1234567-1',
    tasks: ['Huollot'],
    instructor: { name: 'Otto Keksitty', email: 'otto@esimerkki.test' },
  },
}
const planOf = ({ studentOid, studyRightOid }: MadeStudent, learningPeriods: object[] = [period]) => ({
  plan: {
    studentOid,
    studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods }],
  } as never,
})
const makeAll = (approve = false) =>
  act(context =>
    createMany(
      context,
      students.map(one => planOf(one)),
      { reason: 'Ryhmä', approve },
    ),
  )
const editAll = (edits: readonly PlanToEdit[], reason = 'Yhdessä') =>
  act(context => editMany(context, edits, { reason }))
const count = async (table: string) =>
  Number(
    (await service.owner.query(`select count(*) from ${table} where provider_id = $1`, [provider])).rows[0]
      .count,
  )
const later = (planId: string, knownVersion?: number): PlanToEdit => ({
  planId,
  knownVersion,
  change: plan => {
    const [unit] = plan.vocationalUnits ?? []
    const learningPeriods = (unit?.learningPeriods ?? []).map(one => ({ ...one, end: '2025-02-02' }))
    return { ...plan, vocationalUnits: [{ ...unit, learningPeriods } as never] }
  },
})

describe('making many plans', () => {
  test('stores each with its version, findings, people, projections and audit, and one job', async () => {
    const made = await makeAll()
    expect(made.map(({ version }) => version)).toEqual([1, 1])
    const { rows } = await service.owner.query(
      `select p.study_right_oid, v.reason, v.source, p.student_id, p.version
       from plan p join plan_version v on v.plan_id = p.id where p.provider_id = $1 order by 1`,
      [provider],
    )
    expect(rows).toEqual(
      students.map(one => ({
        study_right_oid: one.studyRightOid,
        reason: 'Ryhmä',
        source: 'here',
        student_id: one.studentId,
        version: 1,
      })),
    )
    expect([await count('learning_period'), await count('contact')]).toEqual([2, 2])
    const events = await service.owner.query(
      `select target_id, student_id from audit_event where provider_id = $1 and action = 'plans.create' order by 2`,
      [provider],
    )
    expect(events.rows.map(row => row.student_id)).toEqual(students.map(one => one.studentId).sort())
    expect(new Set(events.rows.map(row => row.target_id))).toEqual(new Set(made.map(({ id }) => id)))
    const jobs = await service.owner.query(
      `select data from pgboss.job where name = 'plans.saved' and data->>'providerId' = $1`,
      [provider],
    )
    expect(jobs.rows.map(row => new Set(row.data.planIds))).toEqual([new Set(made.map(({ id }) => id))])
  })

  test('refuses all of them for one, and says which', async () => {
    const [first] = students
    if (!first) throw new Error('No student')
    await act(context => createMany(context, [planOf(first)], { reason: null }))
    const again = makeAll()
    await expect(again).rejects.toMatchObject({
      code: 'plans.exists',
      more: { studyRightOid: first.studyRightOid, planId: expect.any(String) },
    })
    expect(await count('plan')).toBe(1)
    await service.owner.query('update student set protected = true where id = $1', [students[1]?.studentId])
    await expect(
      act(context =>
        createMany(
          context,
          students.slice(1).map(one => planOf(one)),
          { reason: null },
        ),
      ),
    ).rejects.toMatchObject({ code: 'plans.protected' })
  })

  test('approves them in the same breath', async () => {
    await makeAll(true)
    const { rows } = await service.owner.query(`select approved_version from plan where provider_id = $1`, [
      provider,
    ])
    expect(rows.map(row => row.approved_version)).toEqual([1, 1])
    const jobs = await service.owner.query(
      `select 1 from pgboss.job where name = 'plans.approved' and data->>'providerId' = $1`,
      [provider],
    )
    expect(jobs.rows).toHaveLength(2)
  })
})

describe('changing many plans', () => {
  test('makes one version each, moves what others look up, and leaves what did not change', async () => {
    const [one, other] = await makeAll()
    if (!one || !other) throw new Error('Not made')
    const edited = await editAll([later(one.id, 1), { planId: other.id, change: plan => plan }])
    expect(edited.map(({ version, versionBefore }) => [versionBefore, version])).toEqual([
      [1, 2],
      [1, 1],
    ])
    const { rows } = await service.owner.query(
      `select p.version, l.ends_on::text, v.reason, jsonb_array_length(v.changes) as changes from plan p
       join learning_period l on l.plan_id = p.id join plan_version v on v.plan_id = p.id and v.version = p.version
       where p.id = any ($1) order by p.version desc`,
      [[one.id, other.id]],
    )
    expect(rows).toEqual([
      { version: 2, ends_on: '2025-02-02', reason: 'Yhdessä', changes: 1 },
      { version: 1, ends_on: '2025-01-26', reason: 'Ryhmä', changes: 0 },
    ])
    expect(await count('contact')).toBe(2)
  })

  test('that are approved for the first time get the day of it, where nobody wrote another', async () => {
    const [one, other] = await makeAll()
    if (!one || !other) throw new Error('Not made')
    // As if the first one had been made on the day that it says.
    await service.owner.query(`update plan set created_at = '2024-08-20T12:00:00Z' where id = $1`, [one.id])
    const edits = [one, other].map(({ id }) => ({ planId: id, change: (plan: object) => plan as never }))
    await act(context => editMany(context, edits, { reason: 'Yhdessä', approve: true }))
    const { rows } = await service.owner.query(
      `select plan_id, body ->> 'firstApprovedOn' as day from plan_version where version = 2 and plan_id = any ($1)`,
      [[one.id, other.id]],
    )
    expect(new Map(rows.map(({ day, plan_id }) => [plan_id, day]))).toEqual(
      new Map([
        [one.id, '2026-11-23'],
        [other.id, '2024-08-20'],
      ]),
    )
  })

  test('approves none where an approval lacks that is demanded of one, and says which', async () => {
    const [one, other] = await makeAll()
    if (!one || !other) throw new Error('Not made')
    const demandApprovals: SaveContext['demandApprovals'] = async (_transaction, { planId }) => {
      if (planId === other.id) throw new AppError('approvals.missing', 409)
    }
    const edits = [one, other].map(({ id }) => later(id))
    await expect(
      act(context => editMany({ ...context, demandApprovals }, edits, { reason: 'Yhdessä', approve: true })),
    ).rejects.toMatchObject({ code: 'approvals.missing', more: { planId: other.id } })
    expect(await count('plan_version')).toBe(2)
  })

  test('is undone by the body that was before, and periods that went are gone from the projections', async () => {
    const [one] = await makeAll()
    if (!one) throw new Error('Not made')
    await editAll([{ planId: one.id, change: ({ vocationalUnits: _units, ...plan }) => plan }])
    expect(await count('learning_period')).toBe(1)
    const { rows } = await service.owner.query(
      'select body from plan_version where plan_id = $1 and version = 1',
      [one.id],
    )
    const [back] = await editAll([{ planId: one.id, knownVersion: 2, body: () => rows[0].body }])
    expect(back?.version).toBe(3)
    expect([await count('learning_period'), await count('contact')]).toEqual([2, 2])
  })

  test('refuses all of them for one that somebody changed meanwhile, and says which', async () => {
    const [one, other] = await makeAll()
    if (!one || !other) throw new Error('Not made')
    await editAll([later(other.id)])
    await expect(editAll([later(one.id, 1), later(other.id, 1)])).rejects.toMatchObject({
      code: 'plans.version-conflict',
      more: { planId: other.id, version: 2 },
    })
    await expect(editAll([later(one.id, 1), later(newId())])).rejects.toMatchObject({
      code: 'plans.not-found',
    })
    expect(await count('plan_version')).toBe(3)
  })

  test('two changes of the same plans at once, in other orders, wait for each other', async () => {
    const ids = (await makeAll()).map(({ id }) => id)
    await Promise.all([
      editAll(ids.map(id => later(id))),
      editAll(ids.toReversed().map(id => ({ planId: id, change: plan => ({ ...plan, email: 'a@b.test' }) }))),
    ])
    const { rows } = await service.owner.query('select version from plan where id = any ($1)', [ids])
    expect(rows).toEqual([{ version: 3 }, { version: 3 }])
  })
})
