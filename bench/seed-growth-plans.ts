import type pg from 'pg'
import type { Plan } from '../src/features/plans/contract.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import type { Uuid } from '../src/platform/ids.ts'
import { addPlan } from './seed.ts'

/**
 * One plan saved as ours are, and copies of its rows for other study rights: of the asked provider first, of the others
 * then. Contacts stay with the first: copies refer to none.
 */
export async function seedPlans(
  owner: pg.Client,
  url: string,
  asked: Uuid,
  plan: Plan,
  count: number,
): Promise<void> {
  const { rows } = await owner.query<{ oid: string; student_oid: string }>(
    `select r.oid, s.student_oid from study_right r join student s on s.provider_id = r.provider_id and s.id = r.student_id
     where r.provider_id = $1 order by r.oid limit 1`,
    [asked],
  )
  const [right] = rows
  if (right === undefined) throw new Error('The benchmark has no student')
  const database = openDatabase(url, { connections: 1 })
  const model = await addPlan(database, asked, {
    ...plan,
    studentOid: right.student_oid,
    studyRightOid: right.oid,
  }).finally(() => database.close())
  await copyPlans(owner, asked, model, count - 1)
  await owner.query('vacuum analyze')
}

async function copyPlans(owner: pg.Client, asked: Uuid, model: string, count: number): Promise<void> {
  await owner.query(
    `create table bench_copy as
     select r.provider_id, r.oid, r.student_id, s.student_oid, gen_random_uuid() as plan_id,
       1000000 + row_number() over () as hoks_id
     from study_right r join student s on s.provider_id = r.provider_id and s.id = r.student_id
     where not exists (select from plan p where p.provider_id = r.provider_id and p.study_right_oid = r.oid)
     order by r.provider_id <> $1, r.provider_id limit $2`,
    [asked, count],
  )
  await owner.query(
    `insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, student_id, version, findings, errors,
       warnings, checked_on, codes, saved_at, author_kind, author_id, source, created_at)
     select c.provider_id, c.plan_id, c.hoks_id, gen_random_uuid(), c.oid, c.student_oid, c.student_id, p.version, p.findings,
       p.errors, p.warnings, p.checked_on, p.codes, p.saved_at, p.author_kind, p.author_id, p.source, p.created_at
     from bench_copy c, plan p where p.id = $1`,
    [model],
  )
  await copyTable(owner, 'plan_version', model)
  await copyTable(owner, 'learning_period', model)
  await owner.query('drop table bench_copy')
}

/** The model's rows for every copy: the same but for the provider and the plan. */
async function copyTable(owner: pg.Client, table: string, model: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
     and attgenerated = '' and attname not in ('provider_id', 'plan_id')`,
    [table],
  )
  const columns = rows.map(({ name }) => name)
  await owner.query(
    `insert into ${table} (provider_id, plan_id, ${columns.join()})
     select c.provider_id, c.plan_id, ${columns.map(name => `m.${name}`).join()}
     from bench_copy c, ${table} m where m.plan_id = $1`,
    [model],
  )
}
