import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'

export interface NewFeedback {
  readonly providerId: string
  readonly id: string
  readonly at: Date
  readonly message: string
  readonly page: string | null
  readonly email: string | null
  readonly answerBy: PlainDate
}

export async function insertFeedback(transaction: WriteTransaction, feedback: NewFeedback): Promise<void> {
  const { answerBy: answer_by, providerId: provider_id, ...row } = feedback
  await transaction
    .insertInto('feedback')
    .values({ provider_id, answer_by, ...row })
    .execute()
}

export async function countSince(transaction: ReadTransaction, since: Date): Promise<number> {
  const { count } = await transaction
    .selectFrom('feedback')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('answered_at', 'is', null)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function countOpen(transaction: ReadTransaction, today: PlainDate) {
  return transaction
    .selectFrom('feedback')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where answer_by < ${today}::date))::int`.as('overdue'),
    ])
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Open ones first the oldest, as they are to be answered; answered ones the newest. */
export async function listFeedback(
  transaction: ReadTransaction,
  { after, answered, limit }: { answered: boolean; after: string | undefined; limit: number },
) {
  const direction = answered ? 'desc' : 'asc'
  let query = transaction
    .selectFrom('feedback')
    .select(['id', 'at', 'message', 'page', 'email', 'answer_by', 'answered_at', 'mailed_at'])
    .where('answered_at', answered ? 'is not' : 'is', null)
    .orderBy('id', direction)
    .limit(limit)
  if (after !== undefined) query = query.where('id', answered ? '<' : '>', after)
  return query.execute()
}
export type FeedbackStored = Awaited<ReturnType<typeof listFeedback>>[number]

/** False when there is none, or it was answered already. */
export async function markAnswered(
  transaction: WriteTransaction,
  id: string,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('feedback')
    .set({ answered_at: now, answered_by: by })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What the job that writes to the provider's contact needs. */
export async function findFeedback(transaction: ReadTransaction, id: string) {
  return transaction
    .selectFrom('feedback')
    .select(['id', 'answer_by', 'mailed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function markMailed(transaction: WriteTransaction, id: string, now: Date): Promise<void> {
  await transaction.updateTable('feedback').set({ mailed_at: now }).where('id', '=', id).execute()
}
