import type { AuditContext } from '../../platform/audit/audit.ts'
import { record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { studentSaved } from './audit.ts'
import type { IncomingStudent } from './contract.ts'
import { findStudentId, upsertStudent } from './queries.ts'

export { studentColumns } from './contract-register.ts'
export { type MovedStudent, moveStudents } from './queries-move.ts'
export { findProtection, maskedTo } from './queries-protection.ts'
export { readStudentRow } from './rules-register.ts'
export { type RegisterContext, saveRegisterStudents, vanishStudents } from './service-register.ts'
export { findStudentId }

/** Stores what a register or a file tells of a student. Answers the student's id here, and whether it changed. */
export async function saveStudent(
  transaction: WriteTransaction,
  audit: AuditContext,
  student: IncomingStudent,
  source: string,
): Promise<{ id: string; changed: boolean }> {
  const saved = await upsertStudent(transaction, audit.actor.providerId, student)
  if (saved.changed)
    await record(transaction, audit, studentSaved, { studentId: saved.id, details: { source } })
  return saved
}
