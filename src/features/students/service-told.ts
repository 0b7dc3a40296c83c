import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { studentProtected, studentSaved } from './audit.ts'
import type { IncomingStudent } from './contract.ts'
import { saveKeys } from './queries-keys.ts'
import { countProtectionChange } from './queries-protection.ts'
import { lockStudents, writeStudents } from './queries-register.ts'
import { keysOf } from './rules-keys.ts'
import { differs, type StoredStudent } from './rules-merge.ts'
import { studentTold } from './rules-told.ts'

export interface SavedStudent {
  readonly studentOid: string
  readonly id: string
  readonly changed: boolean
}

/**
 * Stores what a register or a file tells of students, in as many statements for hundreds as for one. Of one told twice
 * what was told last counts, and what that leaves out stays; who has been erased stays so, also when a register tells them again.
 */
export async function saveStudents(
  transaction: WriteTransaction,
  audit: AuditContext,
  students: readonly IncomingStudent[],
  source: string,
): Promise<SavedStudent[]> {
  const once = toldOnce(students)
  const locked = await lockStudents(transaction, [...once.keys()])
  const merged = [...once.values()].map(told => {
    const before = locked.get(told.studentOid)
    const row = studentTold(before?.student, told, newId())
    const changed = before?.erased !== true && differs(before?.student, row)
    return { row, changed, becameProtected: changed && row.protected && before?.student.protected !== true }
  })
  const changed = merged.filter(one => one.changed).map(one => one.row)
  if (changed.length > 0) {
    // Whether the students' own register still has them is not for another to say.
    await writeStudents(transaction, changed, audit.now, { comesBack: false })
    await saveKeys(transaction, changed.map(keysOfRow))
    const details = { source }
    await record(
      transaction,
      audit,
      studentSaved,
      changed.map(row => ({ studentId: row.id, details })),
    )
    const became = merged.filter(one => one.becameProtected)
    const events = became.map(({ row }) => ({ studentId: row.id, details }))
    await record(transaction, audit, studentProtected, events)
    if (events.length > 0) await countProtectionChange(transaction, audit.actor.providerId)
  }
  return merged.map(({ changed, row }) => ({ studentOid: row.student_oid, id: row.id, changed }))
}

function toldOnce(students: readonly IncomingStudent[]): ReadonlyMap<string, IncomingStudent> {
  const once = new Map<string, IncomingStudent>()
  for (const student of students) {
    const told = Object.fromEntries(Object.entries(student).filter(([, value]) => value !== undefined))
    once.set(student.studentOid, { ...once.get(student.studentOid), ...told, studentOid: student.studentOid })
  }
  return once
}

function keysOfRow(row: StoredStudent) {
  const names = { givenNames: row.given_names, calledName: row.called_name, familyName: row.family_name }
  const { student_number: studentNumber, student_oid: studentOid } = row
  return {
    studentId: row.id,
    keys: keysOf({ ...names, studentOid, studentNumber, protected: row.protected }),
  }
}
