import { type RawBuilder, sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'

type Row = Readonly<Record<string, unknown>>

const answerer = sql`(select name from person where person.id = q.answered_by)`

/** What the student has proposed, and how it was answered. */
export const findProposalsSaid = (transaction: ReadTransaction, studentId: string): Promise<Row[]> =>
  bodies(
    transaction,
    sql`select to_jsonb(q) - 'provider_id' - 'student_id' - 'made_by' - 'answered_by'
        || jsonb_build_object('answered_by', ${answerer}) as body
      from proposal q where q.student_id = ${studentId} order by q.made_at, q.id`,
  )

export const findGoalsSaid = (transaction: ReadTransaction, studentId: string): Promise<Row[]> =>
  bodies(
    transaction,
    sql`select to_jsonb(g) - 'provider_id' - 'student_id' - 'created_by' as body from goal g
      where g.student_id = ${studentId} order by g.created_at, g.id`,
  )

export const findHelpSaid = (transaction: ReadTransaction, studentId: string): Promise<Row[]> =>
  bodies(
    transaction,
    sql`select to_jsonb(q) - 'provider_id' - 'student_id' - 'asked_by' - 'answered_by' - 'taken_by'
        || jsonb_build_object('answered_by', ${answerer}) as body
      from help_request q where q.student_id = ${studentId} order by q.asked_at, q.id`,
  )

/** The readers by role, and how many have opened it: whose keys they are is nobody else's. */
export const findCommentsSaid = (transaction: ReadTransaction, studentId: string): Promise<Row[]> =>
  bodies(
    transaction,
    sql`select to_jsonb(c) - 'provider_id' - 'student_id' - 'author_id' - 'opened_by' || jsonb_build_object(
        'opened', cardinality(c.opened_by),
        'readers', (select coalesce(jsonb_agg(distinct split_part(r, ':', 1)), '[]') from unnest(c.readers) r)) as body
      from comment c where c.student_id = ${studentId} and c.removed_at is null order by c.written_at, c.id`,
  )

async function bodies(transaction: ReadTransaction, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<{ body: Row }>`${query}`.execute(transaction)
  return rows.map(({ body }) => body)
}
