import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/** Assignments are shared rows, so the provider is named. */
export async function takeStudentRole(
  transaction: WriteTransaction,
  providerId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await transaction
    .deleteFrom('assignment')
    .where('provider_id', '=', providerId)
    .where('role', '=', 'student')
    .where('student_id', '=', studentId)
    .returning('person_id')
    .execute()
  return rows.map(row => row.person_id)
}

/** Links that were used for a place open nothing more: whoever used them was not the right one. */
export async function revokeUsed(
  transaction: WriteTransaction,
  place: { readonly studentId: string; readonly guardianId: string | null },
  decided: { readonly now: Date; readonly by: string | null },
): Promise<void> {
  await sql`update invitation set state = 'revoked', decided_at = ${decided.now}, decided_by = ${decided.by}
    where student_id = ${place.studentId} and guardian_id is not distinct from ${place.guardianId}::uuid
      and state = 'accepted'`.execute(transaction)
}
