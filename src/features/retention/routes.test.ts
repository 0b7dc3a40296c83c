import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'
import type { Retention } from '../settings/contract.ts'
import { eraseOld, erasePlan } from './queries.ts'
import { endedStates } from './rules.ts'
import { retentionWorkers, workOn } from './service-run.ts'

const service = await testService()
const { database, owner } = service
const clock = { now: () => new Date('2026-11-23T00:20:00Z'), today: () => plainDateOf('2026-11-23') }
const jobs = { send: () => Promise.resolve() }

let provider: Uuid
let administrator: Client

beforeEach(async () => {
  provider = await service.provider()
  administrator = await service.signIn(provider, ['administrator'])
})

async function decide(rules: { readonly [K in keyof Retention]?: number }): Promise<void> {
  const { retention, ...settings } = (await administrator('GET', '/api/settings')).json()
  const changed = Object.entries(rules).map(([kind, months]) => [kind, { months, source: 'TOS' }])
  const body = { ...settings, retention: { ...retention, ...Object.fromEntries(changed) } }
  expect((await administrator('PUT', '/api/settings', body)).statusCode).toBe(200)
}

/** A plan whose study right has been in the state since the day. */
async function planOf(at: Uuid, state: string, from: string): Promise<{ planId: string; studentId: string }> {
  const student = await makeStudent(database, at)
  await owner.query(
    'update study_right set present_state = $2, state_from = $3 where oid = $1 and provider_id = $4',
    [...[student.studyRightOid, state, from, at]],
  )
  const audit = { actor: { kind: 'system', source: 'wilma', providerId: at } as const, now: new Date() }
  const saved = await write(database, at, transaction =>
    createPlan(
      { transaction, audit, today: clock.today(), jobs, referenceFor: () => ({}), formFaults: () => [] },
      {
        plan: {
          studentOid: student.studentOid,
          studyRightOid: student.studyRightOid,
          firstApprovedOn: '2024-08-20',
          needToAcquireCompetence: true,
          email: 'opiskelija@esimerkki.test',
        },
      },
      { studyRightKnown: 'demanded' },
    ),
  )
  await owner.query(
    `insert into delivery_event (provider_id, id, plan_id, at, outcome) values ($1, gen_random_uuid(), $2, now(), 'delivered')`,
    [at, saved.id],
  )
  return { planId: saved.id, studentId: student.studentId }
}

const count = async (table: string, at = provider): Promise<number> =>
  (await owner.query(`select count(*)::int as n from ${table} where provider_id = $1`, [at])).rows[0].n

const start = async (): Promise<Uuid> => (await administrator('POST', '/api/retention/runs')).json().id
const runs = async () => (await administrator('GET', '/api/retention/runs')).json().items
const ofPlan = ['plan', 'plan_version', 'contact', 'delivery_event', 'plan_source']

describe('finished plans', () => {
  const finished = () => planOf(provider, 'valmistunut', '2020-05-30')

  test('go with their history after the months that were decided, and leave a stone', async () => {
    const { planId, studentId } = await finished()
    const kept = [
      await planOf(provider, 'lasna', '2020-05-30'),
      await planOf(provider, 'valmistunut', '2026-05-30'),
    ]
    await decide({ plans: 24 })
    const preview = (await administrator('GET', '/api/retention/preview')).json()
    expect(preview.items).toEqual([
      { kind: 'contacts', months: 3, before: expect.any(String), due: 0 },
      { kind: 'plans', months: 24, before: expect.any(String), due: 1 },
    ])
    expect(await count('plan')).toBe(3)
    const runId = await start()
    await workOn({ database, clock }, provider, runId)
    const left = await owner.query('select id from plan where provider_id = $1', [provider])
    expect(left.rows.map(row => row.id).sort()).toEqual(kept.map(one => one.planId).sort())
    expect(await Promise.all(ofPlan.slice(1, 4).map(table => count(table)))).toEqual([2, 2, 2])
    const stones = await owner.query(
      'select kind, target_id, run_id, student_id, rule from erasure where provider_id = $1',
      [provider],
    )
    expect(stones.rows).toEqual([
      {
        kind: 'plans',
        target_id: planId,
        run_id: runId,
        student_id: studentId,
        rule: { months: 24, before: expect.any(String), source: 'TOS' },
      },
    ])
    const events = await owner.query(
      `select student_id, target_id from audit_event where provider_id = $1 and action = 'retention.erase-plan'`,
      [provider],
    )
    expect(events.rows).toEqual([{ student_id: studentId, target_id: planId }])
    expect(await runs()).toMatchObject([
      {
        id: runId,
        origin: 'page',
        failed: false,
        kinds: [
          { kind: 'contacts', erased: 0 },
          { kind: 'plans', erased: 1 },
        ],
      },
    ])
  })

  test('are kept while nobody has decided, and while they wait to be sent', async () => {
    const { planId } = await finished()
    await workOn({ database, clock }, provider, await start())
    expect(await count('plan')).toBe(1)
    await owner.query(
      `insert into delivery (provider_id, plan_id, wanted_version, state, waiting_since, due_at) values ($1, $2, 1, 'waiting', now(), now())`,
      [provider, planId],
    )
    await decide({ plans: 1 })
    await workOn({ database, clock }, provider, await start())
    expect(await count('plan')).toBe(1)
  })

  test('of another provider are untouched, whatever its decision', async () => {
    const elsewhere = await service.provider()
    await planOf(elsewhere, 'valmistunut', '2020-05-30')
    await finished()
    await decide({ plans: 1 })
    await workOn({ database, clock }, provider, await start())
    expect([await count('plan'), await count('plan', elsewhere), await count('erasure', elsewhere)]).toEqual([
      0, 1, 0,
    ])
  })

  test('are gone once after a kill in the middle, a second run and two at once', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(finished))
    await decide({ plans: 1 })
    const runId = await start()
    const holder = await owner.connect()
    await holder.query('begin')
    // The third of the order in which they are found is held, so the run stands inside its second batch.
    await holder.query(
      'select from plan where id in (select id from plan where provider_id = $1 order by id offset 2) for update',
      [provider],
    )
    const killed = workOn({ database, clock, batch: 2 }, provider, runId).catch((error: Error) => error)
    const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await owner.query(`select pid ${waiting}`)).rowCount).toBe(1)
    await owner.query(`select pg_terminate_backend(pid) ${waiting}`)
    expect(await killed).toBeInstanceOf(Error)
    await holder.query('rollback')
    holder.release()
    const [stood] = await runs()
    expect(stood.finishedAt).toBeUndefined()
    expect(await count('plan')).toBeLessThan(5)
    expect(await count('plan')).toBeGreaterThan(0)
    expect(await start()).toBe(runId)
    await Promise.all([1, 2].map(() => workOn({ database, clock, batch: 2 }, provider, runId)))
    await workOn({ database, clock }, provider, runId)
    expect([await count('plan'), await count('erasure')]).toEqual([0, all.length])
    expect((await runs())[0]).toMatchObject({ failed: false, kinds: [{}, { kind: 'plans', erased: 5 }] })
  })

  test('go by no other way: not without a run, not by one that ended, not by another rule or provider', async () => {
    const { planId } = await finished()
    const attempt = (at: Uuid, id: string, plan = planId) =>
      write(database, at, transaction => erasePlan(transaction, { id, now: new Date() }, plan))
    await expect(attempt(provider, newId())).rejects.toThrow('No unfinished run')
    await decide({ plans: 12 })
    const runId = await start()
    await decide({ plans: 600 })
    await expect(attempt(provider, runId)).rejects.toThrow('No unfinished run')
    await decide({ plans: 12 })
    const elsewhere = await service.provider()
    await expect(attempt(elsewhere, runId)).rejects.toThrow('No unfinished run')
    const studying = await planOf(provider, 'lasna', '2020-05-30')
    expect(await attempt(provider, runId, studying.planId)).toBe(false)
    await owner.query('update retention_run set finished_at = now() where id = $1', [runId])
    await expect(attempt(provider, runId)).rejects.toThrow('No unfinished run')
    for (const table of ['plan_version', 'audit_event', 'erasure', 'delivery_event'])
      await expect(
        write(database, provider, tx => tx.deleteFrom(table as 'plan_version').execute()),
      ).rejects.toThrow('permission denied')
  })

  test('take along every table that refers to a plan', async () => {
    const text = readFileSync(new URL('../../../db/repeatable/retention.sql', import.meta.url), 'utf8')
    const { rows } = await owner.query<{ name: string }>(
      `select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'plan'::regclass`,
    )
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.filter(({ name }) => !text.includes(`delete from public.${name} where`))).toEqual([])
  })

  test('find what hangs on a plan, a sign, a guardian or a file by an index', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) as name from pg_constraint c
       where c.contype = 'f'
         and c.confrelid in ('plan'::regclass, 'sign'::regclass, 'guardian'::regclass, 'stored_file'::regclass)
         and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
           and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    )
    expect(rows).toEqual([])
  })

  test('take along the words of a change to many plans with the last of them', async () => {
    const plans = [await finished(), await finished()]
    const change = newId()
    await owner.query(
      `insert into bulk_change (provider_id, id, kind, operation, reason, made_at)
       values ($1, $2, 'add-note', '{"note": "Kertoo jostakusta"}', 'Syy', now())`,
      [provider, change],
    )
    for (const { planId } of plans)
      await owner.query(
        `insert into bulk_change_plan (provider_id, change_id, plan_id, version_before, version_after)
         values ($1, $2, $3, 1, 2)`,
        [provider, change, planId],
      )
    await decide({ plans: 12 })
    const id = await start()
    const left: number[] = []
    for (const { planId } of plans) {
      await write(database, provider, tx => erasePlan(tx, { id, now: new Date() }, planId))
      left.push(await count('bulk_change'))
    }
    expect(left).toEqual([1, 0])
  })
})

describe('nobody who speaks as the application', () => {
  const happened = (action: string, at: string) =>
    owner.query(
      `insert into audit_event (provider_id, id, at, actor_kind, action) values ($1, gen_random_uuid(), $2::timestamptz, 'system', $3)`,
      [provider, at, action],
    )
  const left = async () =>
    (
      await owner.query(`select action from audit_event where provider_id = $1 and action like 'test-%'`, [
        provider,
      ])
    ).rows.map(row => row.action)
  /** With the role of the application and nothing of our code, as somebody would who got hold of its connection. */
  async function asApplication(work: (query: (text: string) => Promise<unknown>) => Promise<unknown>) {
    const client = await owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.provider_id', $1, true)`, [provider])
      await client.query('set local role yhdessa_app')
      await work(text => client.query(text))
      await client.query('commit')
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const insertRun = (id: Uuid, rules: object) =>
    write(database, provider, transaction =>
      sql`insert into retention_run (provider_id, id, kind, started_at, settings)
        values (${provider}, ${id}, 'page', now(), ${JSON.stringify(rules)}::jsonb)`.execute(transaction),
    )

  test('erases anything by tables of their own in the place of ours', async () => {
    await happened('test-young', '2026-11-01')
    await happened('test-old', '2000-01-01')
    const runId = newId()
    const rules = JSON.stringify({ audit: { months: 1, before: '2099-01-01', source: '' } })
    const attempt = asApplication(async query => {
      await query(`create temporary table retention_run as
        select '${provider}'::uuid as provider_id, '${runId}'::uuid as id, null::timestamptz as finished_at,
          '${rules}'::jsonb as settings`)
      await query(`create temporary table provider_setting as
        select '${provider}'::uuid as provider_id, '${rules}'::jsonb as retention`)
      await query('grant select on retention_run, provider_setting to public')
      await query(`select retention_erase_old('${runId}', 'audit', 1000)`)
    })
    await expect(attempt).rejects.toThrow('No unfinished run')
    expect((await left()).sort()).toEqual(['test-old', 'test-young'])
  })

  test('moves the bound by a run of their own: months of the settings and the day of the database tell it', async () => {
    await happened('test-young', new Date(Date.now() - 86_400_000).toISOString())
    await happened('test-old', '2000-01-01')
    const young = await planOf(provider, 'valmistunut', clock.today())
    const studying = await planOf(provider, 'lasna', '2000-01-01')
    await decide({ audit: 120, plans: 120 })
    const runId = newId()
    const far = { months: 120, before: '2099-01-01', source: '', states: ['lasna', 'valmistunut'] }
    await insertRun(runId, { audit: far, plans: far })
    await write(database, provider, transaction => eraseOld(transaction, runId, 'audit', 1_000))
    expect(await left()).toEqual(['test-young'])
    for (const { planId } of [young, studying])
      expect(
        await write(database, provider, tx => erasePlan(tx, { id: runId, now: new Date() }, planId)),
      ).toBe(false)
    // A run that this happened to ends all the same.
    await workOn({ database, clock, batch: 1 }, provider, runId)
    expect([await count('plan'), (await runs())[0].finishedAt === undefined]).toEqual([2, false])
  })

  test('makes temporary tables where the migrations have run', async () => {
    const text = readFileSync(new URL('../../../db/repeatable/retention.sql', import.meta.url), 'utf8')
    await owner.query(text)
    await expect(
      asApplication(query => query('create temporary table retention_run (id uuid)')),
    ).rejects.toThrow('permission denied')
    // The other tests are to fail by the functions, not by this.
    await owner.query(
      `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
    )
  })

  test('finds other ended states in the function than in the rules', async () => {
    const { rows } = await owner.query(
      `select pg_get_functiondef('retention_erase_plan(uuid, uuid, timestamptz)'::regprocedure) as text`,
    )
    const list = /ended constant text\[\] := array\[([^\]]+)\]/.exec(rows[0].text)?.[1] ?? ''
    expect([...list.matchAll(/'(\w+)'/g)].map(([, state]) => state).sort()).toEqual(endedStates.toSorted())
  })
})

test('each other kind goes by its own age, in one run', async () => {
  const { studentId } = await planOf(provider, 'eronnut', '2020-05-30')
  const id = newId()
  for (const [day, age] of [
    ['2020-01-01', 'old'],
    ['2026-11-01', 'new'],
  ]) {
    await owner.query(
      `insert into feedback (provider_id, id, at, message, answer_by, answered_at) values ($1, gen_random_uuid(), $2::date, $3, $2::date, $2::date)`,
      [provider, day, age],
    )
    await owner.query(
      `insert into audit_event (provider_id, id, at, actor_kind, action) values ($1, gen_random_uuid(), $2, 'system', $3)`,
      [provider, day, age],
    )
  }
  await owner.query(
    `insert into feedback (provider_id, id, at, message, email, answer_by)
     values ($1, gen_random_uuid(), '2020-01-01', 'never answered', 'kysyja@esimerkki.test', '2020-01-15')`,
    [provider],
  )
  await owner.query(
    `insert into import_run (provider_id, id, kind, origin, source, state, requested_at, finished_at)
     values ($1, $2, 'students', 'page', 'x', 'done', '2020-01-01', '2020-01-01')`,
    [provider, id],
  )
  await owner.query(
    `insert into import_document (provider_id, run_id, number, name) values ($1, $2, 1, 'opiskelijat.csv')`,
    [provider, id],
  )
  await decide({ plans: 12, students: 12, imports: 12, feedback: 12, audit: 12 })
  const [night, run] = retentionWorkers({ database, clock, jobs, providerIds: async () => [provider] })
  await night?.run({})
  const [{ id: runId }] = await runs()
  await run?.run({ providerId: provider, runId })
  const kinds = Object.fromEntries(
    (await runs())[0].kinds.map((one: { kind: string; erased: number }) => [one.kind, one.erased]),
  )
  expect(kinds).toEqual({ contacts: 0, plans: 1, students: 1, imports: 1, feedback: 2, audit: 1 })
  const student = await owner.query('select family_name, erased_at from student where id = $1', [studentId])
  expect(student.rows).toEqual([{ family_name: null, erased_at: clock.now() }])
  const left = await owner.query(
    `select (select message from feedback where provider_id = $1) as feedback,
      (select count(*)::int from audit_event where provider_id = $1 and action = 'old') as old,
      (select count(*)::int from audit_event where provider_id = $1 and action = 'new') as new,
      (select count(*)::int from import_document where provider_id = $1) as documents,
      (select count(*)::int from import_run where provider_id = $1) as imports`,
    [provider],
  )
  expect(left.rows).toEqual([{ feedback: 'new', old: 0, new: 1, documents: 0, imports: 1 }])
})

test.each(['teacher', 'quality', 'student'] as const)('nothing of it is for the role %s', async role => {
  const client = await service.signIn(provider, [role], newId())
  const urls = ['/api/retention/preview', '/api/retention/runs']
  expect(await Promise.all(urls.map(async url => (await client('GET', url)).statusCode))).toEqual([403, 403])
  expect((await client('POST', '/api/retention/runs')).statusCode).toBe(403)
})
