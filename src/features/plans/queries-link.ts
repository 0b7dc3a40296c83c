import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/** Plans may have come before their students: joins them, for all of a batch in one statement. */
export async function linkStudents(
  transaction: WriteTransaction,
  students: readonly { readonly id: string; readonly studentOid: string }[],
): Promise<void> {
  if (students.length === 0) return
  await sql`
    update plan p set student_id = s.id
    from jsonb_to_recordset(${JSON.stringify(students)}::jsonb) as s (id uuid, "studentOid" text)
    where p.student_oid = s."studentOid" and p.student_id is null`.execute(transaction)
}
