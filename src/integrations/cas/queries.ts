import type { TicketKind } from '../../platform/auth/credentials.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'

export interface NewTicket {
  readonly providerId: string
  readonly keyId: string
  readonly kind: TicketKind
  readonly secretHash: Buffer
  readonly expiresAt: Date
}

export async function insertTicket(transaction: WriteTransaction, ticket: NewTicket): Promise<void> {
  await transaction
    .insertInto('service_ticket')
    .values({
      provider_id: ticket.providerId,
      key_id: ticket.keyId,
      kind: ticket.kind,
      secret_hash: ticket.secretHash,
      expires_at: ticket.expiresAt,
    })
    .execute()
}

/** Removes the provider's tickets that have run out, a bounded number: every new ticket takes some along. */
export async function deleteExpired(transaction: WriteTransaction, now: Date): Promise<void> {
  const expired = transaction
    .selectFrom('service_ticket')
    .select('secret_hash')
    .where('expires_at', '<=', now)
    .limit(100)
    .forUpdate()
    .skipLocked()
  await transaction.deleteFrom('service_ticket').where('secret_hash', 'in', expired).execute()
}

/** Whether the key, if it is valid, has given a ticket of the kind that is still good. */
export async function findGranting(transaction: ReadTransaction, secretHash: Buffer, now: Date) {
  return transaction
    .selectFrom('service_ticket as t')
    .innerJoin('api_key as k', join =>
      join.onRef('k.provider_id', '=', 't.provider_id').onRef('k.id', '=', 't.key_id'),
    )
    .select('k.id as key_id')
    .where('t.secret_hash', '=', secretHash)
    .where('t.kind', '=', 'granting')
    .where('t.expires_at', '>', now)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function deleteGranting(transaction: WriteTransaction, secretHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('service_ticket')
    .where('secret_hash', '=', secretHash)
    .where('kind', '=', 'granting')
    .executeTakeFirst()
  return numDeletedRows > 0n
}
