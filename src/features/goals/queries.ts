import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { goalAccess } from './access.ts'
import type { NewGoal } from './contract.ts'

const columns = { studentId: 'student_id' }

export interface GoalRow {
  readonly id: string
  readonly student_id: string
  readonly text: string
  readonly due_on: string | null
  readonly reached_on: string | null
  readonly version: number
}

/** Those still ahead first, by their day; then the reached ones. */
export function findGoals(transaction: ReadTransaction, actor: Actor, studentId: string): Promise<GoalRow[]> {
  return transaction
    .selectFrom('goal')
    .select(['id', 'student_id', 'text', 'due_on', 'reached_on', 'version'])
    .where('student_id', '=', studentId)
    .where(goalAccess.read.filter(actor, columns))
    .orderBy(sql`(reached_on is not null)`)
    .orderBy(sql`coalesce(due_on, '9999-12-31')`)
    .orderBy('created_at')
    .execute()
}

/** A goal that the actor may change, locked until the transaction ends. */
export function lockGoal(
  transaction: WriteTransaction,
  actor: Actor,
  id: string,
): Promise<GoalRow | undefined> {
  return transaction
    .selectFrom('goal')
    .select(['id', 'student_id', 'text', 'due_on', 'reached_on', 'version'])
    .where('id', '=', id)
    .where(goalAccess.change.filter(actor, columns))
    .forUpdate()
    .executeTakeFirst()
}

export async function insertGoal(
  transaction: WriteTransaction,
  goal: NewGoal & {
    readonly id: string
    readonly providerId: string
    readonly studentId: string
    readonly now: Date
    readonly by: string | null
  },
): Promise<void> {
  await transaction
    .insertInto('goal')
    .values({
      provider_id: goal.providerId,
      id: goal.id,
      student_id: goal.studentId,
      text: goal.text,
      due_on: goal.dueOn ?? null,
      created_at: goal.now,
      created_by: goal.by,
      changed_at: goal.now,
    })
    .execute()
}

export async function updateGoal(
  transaction: WriteTransaction,
  id: string,
  goal: {
    readonly text: string
    readonly dueOn: string | null
    readonly reachedOn: string | null
    readonly now: Date
  },
): Promise<void> {
  await transaction
    .updateTable('goal')
    .set({
      text: goal.text,
      due_on: goal.dueOn,
      reached_on: goal.reachedOn,
      version: sql`version + 1`,
      changed_at: goal.now,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteGoal(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('goal').where('id', '=', id).execute()
}
