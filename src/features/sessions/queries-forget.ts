import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { providerChosen, sessionEnded, sessionStarted } from './audit.ts'

/** People without a role at any provider, in the order of their ids: they come in nowhere. */
export async function peopleWithoutRole(
  transaction: ReadTransaction,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where not exists (select from assignment a where a.person_id = p.id)
      and ${after === undefined ? sql`true` : sql`p.id > ${after}::uuid`}
    order by p.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows.map(row => row.id)
}

/** What people do with themselves alone: that tells of nobody else, and names them to nobody. */
const ofOneself = [
  ...[sessionStarted.action, sessionEnded.action, providerChosen.action],
  'tasks.choose-digest',
]

/**
 * Of these people those who are known at the provider of the transaction: as its staff, or in an audit that somebody may still
 * ask about. What is logged about a student who was erased is nobody's to ask any more.
 */
export async function knownOf(transaction: ReadTransaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from unnest(${ids}::uuid[]) i (id)
    where exists (select from staff_member m where m.person_id = i.id)
      or exists (select from audit_event e where e.actor_id = i.id
        and case when e.student_id is null then e.action <> all (${ofOneself}::text[])
          else not exists (select from student s
            where s.provider_id = e.provider_id and s.id = e.student_id and s.erased_at is not null) end)`.execute(
    transaction,
  )
  return rows.map(row => row.id)
}

/**
 * Of these people those whose name stands behind something at the provider of the transaction. Found by the catalogue, as the
 * fence is: a column of a new table is looked at without anybody remembering to say so.
 */
export async function authorsOf(transaction: ReadTransaction, ids: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype
      and not a.attisdropped and (a.attname in ('person_id', 'author_id') or a.attname like '%\\_by')
      and c.relname not in ('assignment', 'session', 'digest', 'digest_choice')`.execute(transaction)
  const each = columns.map(
    ({ column, table }) =>
      sql`select ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.ref(column)} = any (${ids}::uuid[])`,
  )
  const { rows } = await sql<{ id: string }>`${sql.join(each, sql` union `)}`.execute(transaction)
  return rows.map(row => row.id)
}

/** Their digests, and how often they wanted one: of use to nobody else. */
export async function deleteDigestsOf(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  await sql`delete from digest where person_id = any (${ids}::uuid[])`.execute(transaction)
  await sql`delete from digest_choice where person_id = any (${ids}::uuid[])`.execute(transaction)
}

/** Who has got a role meanwhile stays. Answers how many went. */
export async function deletePeople(transaction: WriteTransaction, ids: readonly string[]): Promise<number> {
  await sql`delete from session s where s.person_id = any (${ids}::uuid[])
    and not exists (select from assignment a where a.person_id = s.person_id)`.execute(transaction)
  const { numAffectedRows } = await sql`delete from person p where p.id = any (${ids}::uuid[])
    and not exists (select from assignment a where a.person_id = p.id)`.execute(transaction)
  return Number(numAffectedRows ?? 0n)
}
