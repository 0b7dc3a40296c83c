import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { InvitationKind } from './contract.ts'
import type { StoredState } from './rules.ts'

export interface StoredInvitation {
  readonly id: string
  readonly kind: InvitationKind
  readonly studentId: string
  readonly guardianId: string | null
  readonly secretHash: Buffer
  readonly state: StoredState
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly mailedAt: Date | null
  readonly claimedAt: Date | null
  readonly claimIssuer: string | null
  readonly claimSubject: string | null
  readonly claimName: string | null
}

const columns = [
  'id',
  'kind',
  'student_id as studentId',
  'guardian_id as guardianId',
  'secret_hash as secretHash',
  'state',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'mailed_at as mailedAt',
  'claimed_at as claimedAt',
  'claim_issuer as claimIssuer',
  'claim_subject as claimSubject',
  'claim_name as claimName',
] as const

/** One invitation; locked where it is about to change. */
export async function findInvitation(
  transaction: ReadTransaction,
  id: string,
  lock: 'lock' | 'look' = 'look',
): Promise<StoredInvitation | undefined> {
  const query = transaction.selectFrom('invitation').select(columns).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  return row as StoredInvitation | undefined
}

export async function invitationsOf(
  transaction: ReadTransaction,
  studentId: string,
): Promise<StoredInvitation[]> {
  const rows = await transaction
    .selectFrom('invitation')
    .select(columns)
    .where('student_id', '=', studentId)
    .orderBy('made_at', 'desc')
    .execute()
  return rows as StoredInvitation[]
}

/** Those by which somebody signed in and waits, the longest waiting first. */
export async function waitingInvitations(
  transaction: ReadTransaction,
  limit: number,
): Promise<StoredInvitation[]> {
  const rows = await transaction
    .selectFrom('invitation')
    .select(columns)
    .where('state', '=', 'waiting')
    .orderBy('claimed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as StoredInvitation[]
}

export interface NewRow {
  readonly providerId: string
  readonly id: string
  readonly kind: InvitationKind
  readonly studentId: string
  readonly guardianId: string | null
  readonly secretHash: Buffer
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly expiresAt: Date
}

export async function insertInvitation(transaction: WriteTransaction, row: NewRow): Promise<void> {
  await transaction
    .insertInto('invitation')
    .values({
      provider_id: row.providerId,
      id: row.id,
      kind: row.kind,
      student_id: row.studentId,
      guardian_id: row.guardianId,
      secret_hash: row.secretHash,
      state: 'sent',
      made_at: row.madeAt,
      made_by: row.madeBy,
      expires_at: row.expiresAt,
    })
    .execute()
}

/** A new link in place of the one before; what somebody claimed by the old one is forgotten. */
export async function renewInvitation(
  transaction: WriteTransaction,
  id: string,
  { expiresAt, secretHash }: { readonly secretHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  const claim = { claimed_at: null, claim_issuer: null, claim_subject: null, claim_name: null }
  await transaction
    .updateTable('invitation')
    .set({ state: 'sent', secret_hash: secretHash, expires_at: expiresAt, mailed_at: null, ...claim })
    .where('id', '=', id)
    .execute()
}

/** The secret of the link that is about to be mailed: false where the invitation is none to mail any more. */
export async function putSecret(
  transaction: WriteTransaction,
  id: string,
  secretHash: Buffer,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('invitation')
    .set({ secret_hash: secretHash })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where('mailed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markMailed(transaction: WriteTransaction, id: string, now: Date): Promise<void> {
  await transaction.updateTable('invitation').set({ mailed_at: now }).where('id', '=', id).execute()
}

export async function setState(
  transaction: WriteTransaction,
  id: string,
  state: StoredState,
  decided: { readonly now: Date; readonly by: string | null; readonly personId?: string },
): Promise<void> {
  const { by, now, personId } = decided
  await transaction
    .updateTable('invitation')
    .set({ state, decided_at: now, decided_by: by, ...(personId ? { person_id: personId } : {}) })
    .where('id', '=', id)
    .execute()
}

export async function saveClaim(
  transaction: WriteTransaction,
  id: string,
  claim: {
    readonly state: 'waiting' | 'accepted'
    readonly at: Date
    readonly issuer: string
    readonly subject: string
    readonly name: string | null
    readonly personId: string | null
  },
): Promise<void> {
  await transaction
    .updateTable('invitation')
    .set({
      ...{ state: claim.state, claimed_at: claim.at, claim_issuer: claim.issuer },
      ...{ claim_subject: claim.subject, claim_name: claim.name, person_id: claim.personId },
    })
    .where('id', '=', id)
    .execute()
}

/** Deletes what is kept of who was invited of a student. False when there was nothing. */
export async function deleteInvitationsOf(
  transaction: WriteTransaction,
  studentId: string,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('invitation')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Somebody is invited anew: the links before open nothing any more. */
export async function revokeEarlier(
  transaction: WriteTransaction,
  { guardianId, studentId }: { readonly studentId: string; readonly guardianId: string | null },
  now: Date,
): Promise<void> {
  await sql`update invitation set state = 'revoked', decided_at = ${now}
    where student_id = ${studentId} and guardian_id is not distinct from ${guardianId}::uuid and state = 'sent'`.execute(
    transaction,
  )
}
