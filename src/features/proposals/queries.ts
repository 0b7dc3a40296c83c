import { sql } from 'kysely'
import type { Actor, Person } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { answersFor } from '../students/public.ts'
import { proposalAccess } from './access.ts'
import type { ProposalKind, ProposalState, Wish } from './contract.ts'

export interface ProposalRow {
  readonly id: string
  readonly student_id: string
  readonly plan_id: string
  readonly kind: ProposalKind
  readonly about: string
  readonly message: string
  readonly wish: Wish | null
  readonly state: ProposalState
  readonly made_at: Date
  readonly answer_by: string
  readonly answer: string | null
  readonly answered_at: Date | null
  readonly answered_by_name: string | null
}

const columns = sql`q.id, q.student_id, q.plan_id, q.kind, q.about, q.message, q.wish, q.state, q.made_at, q.answer_by,
  q.answer, q.answered_at, (select name from person where person.id = q.answered_by) as answered_by_name`

/** A student's proposals that the actor may see: the open ones first, then the newest. */
export async function findProposals(
  transaction: ReadTransaction,
  actor: Actor,
  studentId: string,
): Promise<readonly ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from proposal q
    where q.student_id = ${studentId} and ${proposalAccess.read.filter(actor, { studentId: 'q.student_id' })}
    order by (q.state = 'open') desc, q.made_at desc, q.id limit 100`.execute(transaction)
  return rows
}

/** Nobody else answers or withdraws it until the transaction ends. */
export async function lockProposal(
  transaction: WriteTransaction,
  id: string,
): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from proposal q where q.id = ${id} for update of q`.execute(transaction)
  return rows[0]
}

export interface NewProposalRow {
  readonly id: string
  readonly providerId: string
  readonly studentId: string
  readonly planId: string
  readonly planVersion: number
  readonly kind: ProposalKind
  readonly about: string
  readonly message: string
  readonly wish: Wish | undefined
  readonly now: Date
  readonly by: string | null
  readonly answerBy: string
}

export async function insertProposal(transaction: WriteTransaction, row: NewProposalRow): Promise<void> {
  await transaction
    .insertInto('proposal')
    .values({
      provider_id: row.providerId,
      id: row.id,
      student_id: row.studentId,
      plan_id: row.planId,
      plan_version: row.planVersion,
      kind: row.kind,
      about: row.about,
      message: row.message,
      wish: row.wish === undefined ? null : JSON.stringify(row.wish),
      state: 'open',
      made_at: row.now,
      made_by: row.by,
      answer_by: row.answerBy,
    })
    .execute()
}

export async function closeProposal(
  transaction: WriteTransaction,
  id: string,
  ending: {
    readonly state: ProposalState
    readonly answer?: string
    readonly now: Date
    readonly by: string | null
  },
): Promise<void> {
  await transaction
    .updateTable('proposal')
    .set({
      state: ending.state,
      answer: ending.answer ?? null,
      answered_at: ending.now,
      answered_by: ending.by,
    })
    .where('id', '=', id)
    .execute()
}

export interface OpenTask {
  readonly id: string
  readonly student_id: string
  readonly day: string
  readonly total: number
}

/** Open proposals of the students whom the person answers for, the soonest promised first. */
export async function openFor(
  transaction: ReadTransaction,
  person: Person,
  limit: number,
): Promise<readonly OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select q.id, q.student_id, q.answer_by as day, count(*) over ()::int as total
    from proposal q
    join student s on s.provider_id = q.provider_id and s.id = q.student_id
    where q.state = 'open' and ${answersFor(person)}
    order by q.answer_by, q.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** Answered to the student since a moment, the newest first. */
export async function answeredSince(
  transaction: ReadTransaction,
  studentId: string,
  since: string,
  limit: number,
): Promise<readonly OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select q.id, q.student_id, (q.answered_at at time zone 'Europe/Helsinki')::date as day,
      count(*) over ()::int as total
    from proposal q
    where q.student_id = ${studentId} and q.state in ('accepted', 'declined')
      and (q.answered_at at time zone 'Europe/Helsinki')::date >= ${since}::date
    order by q.answered_at desc, q.id limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}
