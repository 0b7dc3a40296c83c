import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { studentProtected, studentUnprotected } from './audit.ts'
import type { ProtectionChange } from './contract-student.ts'
import { saveKeys } from './queries-keys.ts'
import { countProtectionChange, lockProtection, saveProtection } from './queries-protection.ts'
import { sortNameOf } from './rules.ts'
import { keysOf } from './rules-keys.ts'

/**
 * Sets or lifts a turvakielto by hand. What a list is ordered and searched by goes and comes with it, so that it holds
 * from the commit on. A register's no does not lift what was set here; its yes sets again what was lifted.
 * @throws AppError students.not-found
 */
export async function changeProtection(
  transaction: WriteTransaction,
  audit: AuditContext,
  studentId: string,
  { protected: holds, reason }: ProtectionChange,
): Promise<void> {
  const student = await lockProtection(transaction, studentId)
  if (student === undefined) throw new AppError('students.not-found', 404)
  if (student.protected === holds) return
  const sortName = sortNameOf({ ...student, protected: holds })
  await saveProtection(transaction, studentId, { holds, sortName, now: audit.now })
  const keys = keysOf({
    givenNames: student.given_names,
    calledName: student.called_name,
    familyName: student.family_name,
    studentOid: student.student_oid,
    studentNumber: student.student_number,
    protected: holds,
  })
  await saveKeys(transaction, [{ studentId, keys }])
  const event = holds ? studentProtected : studentUnprotected
  await record(transaction, audit, event, { studentId, details: { source: 'here', reason } })
  await countProtectionChange(transaction, audit.actor.providerId)
}
