import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { RunRule } from './contract.ts'

type Row = { readonly id: string; readonly student_id: string | null }

/** Plans whose study right ended before the day, and of which nothing waits to be sent. */
const duePlans = ({ before, states }: RunRule): RawBuilder<Row> => sql<Row>`
  select p.id, p.student_id from plan p
  join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
  where r.present_state = any (${states ?? []}::text[]) and r.state_from < ${before}::date
    and not exists (select from delivery d where d.provider_id = p.provider_id and d.plan_id = p.id
      and d.state in ('waiting', 'removal'))`

/** Students without a plan, all of whose study rights ended before the day; one at least is known. */
const dueStudents = ({ before, states }: RunRule): RawBuilder<Row> => sql<Row>`
  select s.id, s.id as student_id from student s
  where s.erased_at is null
    and not exists (select from plan p where p.provider_id = s.provider_id and p.student_id = s.id)
    and exists (select from study_right r where r.provider_id = s.provider_id and r.student_id = s.id)
    and not exists (select from study_right r where r.provider_id = s.provider_id and r.student_id = s.id
      and (r.present_state is null or r.present_state <> all (${states ?? []}::text[])
        or r.state_from is null or r.state_from >= ${before}::date))`

/** The beginning of the day in Helsinki. */
const beginning = ({ before }: RunRule) => sql`(${before}::date::timestamp at time zone 'Europe/Helsinki')`

const dueImports = (rule: RunRule): RawBuilder<Row> => sql<Row>`
  select r.id, null as student_id from import_run r
  where r.state in ('done', 'refused', 'stopped') and r.finished_at < ${beginning(rule)}
    and exists (select from import_document d where d.provider_id = r.provider_id and d.run_id = r.id)`

/** By the day of the answer; what nobody answered by the day on which it came, since it holds an address all the same. */
const dueFeedback = (rule: RunRule): RawBuilder<Row> => sql<Row>`
  select f.id, null as student_id from feedback f where coalesce(f.answered_at, f.at) < ${beginning(rule)}`

const dueDeliveries = (rule: RunRule): RawBuilder<Row> => sql<Row>`
  select e.id, null as student_id from delivery_event e where e.at < ${beginning(rule)}`

const dueAudit = (rule: RunRule): RawBuilder<Row> => sql<Row>`
  select e.id, null as student_id from audit_event e where e.at < ${beginning(rule)}`

const due = {
  plans: duePlans,
  students: dueStudents,
  imports: dueImports,
  feedback: dueFeedback,
  deliveries: dueDeliveries,
  audit: dueAudit,
} as const
export type CountedKind = keyof typeof due

export async function findDue(
  transaction: ReadTransaction,
  kind: CountedKind,
  rule: RunRule,
  limit: number,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`${due[kind](rule)} order by id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

export async function countDue(
  transaction: ReadTransaction,
  kind: CountedKind,
  rule: RunRule,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${due[kind](rule)}) d`.execute(
    transaction,
  )
  return rows[0]?.n ?? 0
}

/** False when it is not due, or gone already: the function of the owner looks itself. */
export async function erasePlan(
  transaction: WriteTransaction,
  run: { readonly id: string; readonly now: Date },
  planId: string,
): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select retention_erase_plan(${run.id}::uuid, ${planId}::uuid, ${run.now}) as gone`.execute(transaction)
  return rows[0]?.gone === true
}

export async function eraseOld(
  transaction: WriteTransaction,
  runId: string,
  kind: 'audit' | 'deliveries',
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select retention_erase_old(${runId}::uuid, ${kind}, ${limit}::integer) as gone`.execute(transaction)
  return rows[0]?.gone ?? 0
}

/** The documents of a run with their parts, and the keys that it met; what was refused and why stays. */
export async function eraseDocuments(
  transaction: WriteTransaction,
  runIds: readonly string[],
): Promise<void> {
  await sql`delete from import_seen where run_id = any (${runIds}::uuid[])`.execute(transaction)
  await sql`delete from import_document where run_id = any (${runIds}::uuid[])`.execute(transaction)
}

export async function eraseFeedback(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  await sql`delete from feedback where id = any (${ids}::uuid[])`.execute(transaction)
}
