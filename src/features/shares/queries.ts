import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { SharedPart } from './contract.ts'
import { openingsTold } from './rules.ts'

export interface StoredShare {
  readonly id: string
  readonly studentId: string
  readonly planId: string
  readonly parts: readonly SharedPart[]
  readonly recipient: string
  readonly secretHash: Buffer
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

interface Row {
  readonly id: string
  readonly student_id: string
  readonly plan_id: string
  readonly parts: readonly SharedPart[]
  readonly recipient: string
  readonly secret_hash: Buffer
  readonly made_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
}

const stored = (row: Row): StoredShare => ({
  id: row.id,
  studentId: row.student_id,
  planId: row.plan_id,
  parts: row.parts,
  recipient: row.recipient,
  secretHash: row.secret_hash,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
})

export async function findShare(transaction: ReadTransaction, id: string): Promise<StoredShare | undefined> {
  const { rows } = await sql<Row>`select * from share_link where id = ${id}`.execute(transaction)
  return rows[0] && stored(rows[0])
}

export async function sharesOf(
  transaction: ReadTransaction,
  studentId: string,
): Promise<(StoredShare & { readonly openings: readonly Date[]; readonly opened: number })[]> {
  const { rows } = await sql<Row & { openings: readonly string[] | null; opened: number }>`
    select l.*, o.opened, o.openings from share_link l
    cross join lateral (
      select count(*)::integer as opened, (array_agg(p.opened_at order by p.opened_at desc))[1:${sql.lit(openingsTold)}]
        as openings
      from share_opening p where p.provider_id = l.provider_id and p.link_id = l.id) o
    where l.student_id = ${studentId} order by l.made_at desc, l.id`.execute(transaction)
  return rows.map(row => ({
    ...stored(row),
    opened: row.opened,
    openings: (row.openings ?? []).map(at => new Date(at)),
  }))
}

/** How many links of a student open at an instant. */
export async function countOpen(transaction: ReadTransaction, studentId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from share_link
    where student_id = ${studentId} and revoked_at is null and expires_at > ${now}`.execute(transaction)
  return rows[0]?.count ?? 0
}

export async function insertShare(
  transaction: WriteTransaction,
  row: Omit<StoredShare, 'revokedAt'> & { readonly providerId: string; readonly madeBy: string | null },
): Promise<void> {
  await transaction
    .insertInto('share_link')
    .values({
      provider_id: row.providerId,
      id: row.id,
      student_id: row.studentId,
      plan_id: row.planId,
      parts: JSON.stringify(row.parts),
      recipient: row.recipient,
      secret_hash: row.secretHash,
      made_at: row.madeAt,
      made_by: row.madeBy,
      expires_at: row.expiresAt,
    })
    .execute()
}

/** False where it was revoked already. */
export async function revokeShare(transaction: WriteTransaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('share_link')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertOpening(
  transaction: WriteTransaction,
  row: { readonly providerId: string; readonly id: string; readonly linkId: string; readonly now: Date },
): Promise<void> {
  const { id, linkId, now, providerId } = row
  await transaction
    .insertInto('share_opening')
    .values({ provider_id: providerId, id, link_id: linkId, opened_at: now })
    .execute()
}

/** The links of a student and with them who opened them. False when there were none. */
export async function deleteSharesOf(transaction: WriteTransaction, studentId: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('share_link')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface SharedPlan {
  readonly studyRightOid: string
  readonly careerPlanCode: string | null
}

/** A plan of the student, as it stands now. */
export async function findSharedPlan(
  transaction: ReadTransaction,
  planId: string,
  studentId: string,
): Promise<SharedPlan | undefined> {
  const { rows } = await sql<SharedPlan>`
    select p.study_right_oid as "studyRightOid", v.body->>'careerPlanCode' as "careerPlanCode"
    from plan p
    join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
    where p.id = ${planId} and p.student_id = ${studentId}`.execute(transaction)
  return rows[0]
}

/** Whether the student has a turvakielto; undefined where there is nobody any more. */
export async function findSharer(
  transaction: ReadTransaction,
  studentId: string,
): Promise<{ readonly protected: boolean } | undefined> {
  return transaction
    .selectFrom('student')
    .select('protected')
    .where('id', '=', studentId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}
