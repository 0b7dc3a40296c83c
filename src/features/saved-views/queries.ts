import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { savedViewAccess } from './access.ts'
import type { NewView, SavedView, ViewQuery } from './contract.ts'

const columns = { personId: 'person_id' }

/** The actor's own views by name. */
export async function listViews(transaction: ReadTransaction, actor: Actor): Promise<SavedView[]> {
  const rows = await transaction
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where(savedViewAccess.list.filter(actor, columns))
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, query }) => ({ id, name, query: query as ViewQuery }))
}

export interface NewViewRow extends NewView {
  readonly id: string
  readonly providerId: string
  readonly personId: string
  readonly now: Date
}

/** Answers false when the person has a view of that name. */
export async function insertView(transaction: WriteTransaction, view: NewViewRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('saved_view')
    .values({
      provider_id: view.providerId,
      id: view.id,
      person_id: view.personId,
      name: view.name,
      query: JSON.stringify(view.query),
      created_at: view.now,
    })
    .onConflict(conflict => conflict.columns(['provider_id', 'person_id', 'name']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** @throws DatabaseError 23505 when the person has another view of that name. Answers false when there is none to change. */
export async function updateView(
  transaction: WriteTransaction,
  actor: Actor,
  id: string,
  { name, query }: NewView,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('saved_view')
    .set({ name, query: JSON.stringify(query) })
    .where('id', '=', id)
    .where(savedViewAccess.save.filter(actor, columns))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteView(transaction: WriteTransaction, actor: Actor, id: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where(savedViewAccess.save.filter(actor, columns))
    .executeTakeFirst()
  return numDeletedRows === 1n
}
