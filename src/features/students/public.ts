import type { AuditContext } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { IncomingStudent } from './contract.ts'
import { findStudentId } from './queries.ts'
import { saveStudents } from './service-told.ts'

export { studentAccess } from './access.ts'
export { studentColumns } from './contract-register.ts'
export { openInGroup } from './queries-list-narrow.ts'
export { lockStudent } from './queries-lock.ts'
export { type MovedStudent, moveStudents } from './queries-move.ts'
export { answersFor, type Care, careOf, hasOwnStudents, ownStudent, withoutTeacher } from './queries-own.ts'
export { type PickedStudent, pickStudents } from './queries-pick.ts'
export { findProtection, maskedTo } from './queries-protection.ts'
export { readStudentRow } from './rules-register.ts'
export { eraseWholly } from './service-erase.ts'
export {
  type RegisterContext,
  type SavedStudents,
  saveRegisterStudents,
  vanishStudents,
} from './service-register.ts'
export { findStudentId, saveStudents }

/** One student, as `saveStudents` stores many. Answers the student's id here, and whether anything changed. */
export async function saveStudent(
  transaction: WriteTransaction,
  audit: AuditContext,
  student: IncomingStudent,
  source: string,
): Promise<{ id: string; changed: boolean }> {
  const [saved] = await saveStudents(transaction, audit, [student], source)
  if (!saved) throw new Error('A student was saved and not answered')
  return { id: saved.id, changed: saved.changed }
}
