import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import type { IncomingStudent } from './contract.ts'
import { saveKeys } from './queries-keys.ts'
import { sortNameOf } from './rules.ts'
import { keysOf } from './rules-keys.ts'

export async function findStudentId(
  transaction: ReadTransaction,
  studentOid: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('student')
    .select('id')
    .where('student_oid', '=', studentOid)
    .executeTakeFirst()
  return row?.id
}

/** Empties names, birth date and contact data; the row stays and says when. Answers false when there was nothing to erase. */
export async function eraseStudent(transaction: WriteTransaction, id: string, at: Date): Promise<boolean> {
  const result = await transaction
    .updateTable('student')
    .set({
      given_names: null,
      called_name: null,
      family_name: null,
      birth_date: null,
      student_number: null,
      sort_name: '',
      erased_at: at,
    })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await saveKeys(transaction, [{ studentId: id, keys: [] }])
  await transaction.deleteFrom('student_contact').where('student_id', '=', id).execute()
  return true
}

const nameColumns = [
  'given_names',
  'called_name',
  'family_name',
  'birth_date',
  'group_code',
  'language',
] as const

/** Inserts or updates a student by OID; what the source does not tell stays. Answers the id. */
export async function upsertStudent(
  transaction: WriteTransaction,
  providerId: string,
  student: IncomingStudent,
): Promise<{ id: string; changed: boolean }> {
  const known = await transaction
    .selectFrom('student')
    .select(['id', 'erased_at', 'student_number', 'protected', 'told_group', ...nameColumns])
    .where('student_oid', '=', student.studentOid)
    .executeTakeFirst()
  // What was erased stays erased, also when a register tells it again.
  if (known && known.erased_at !== null) return { id: known.id, changed: false }
  const told = columnsOf(student)
  // Of groups the student register knows best, and a change of year here: another source only fills the gap.
  if (known && known.told_group !== null) delete told.group_code
  if (known && nameColumns.every(column => told[column] === undefined || told[column] === known[column])) {
    return { id: known.id, changed: false }
  }
  const merged = { ...known, ...told }
  const sort_name = sortNameOf(merged)
  if (known) {
    const result = await transaction
      .updateTable('student')
      .set({ ...told, sort_name, changed_at: sql`now()` })
      .where('id', '=', known.id)
      // Somebody may have erased the student since the row was read.
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return { id: known.id, changed: false }
    await saveKeys(transaction, [{ studentId: known.id, keys: keysOfRow(student.studentOid, merged) }])
    return { id: known.id, changed: true }
  }
  const id = newId()
  await transaction
    .insertInto('student')
    .values({ provider_id: providerId, id, student_oid: student.studentOid, ...told, sort_name })
    .execute()
  await saveKeys(transaction, [{ studentId: id, keys: keysOfRow(student.studentOid, merged) }])
  return { id, changed: true }
}

interface NameRow {
  readonly given_names?: string | null
  readonly called_name?: string | null
  readonly family_name?: string | null
  readonly student_number?: string | null
  readonly protected?: boolean
}

const keysOfRow = (studentOid: string, row: NameRow): string[] =>
  keysOf({
    givenNames: row.given_names,
    calledName: row.called_name,
    familyName: row.family_name,
    studentOid,
    studentNumber: row.student_number,
    protected: row.protected,
  })

function columnsOf(student: IncomingStudent) {
  const all = {
    given_names: student.givenNames,
    called_name: student.calledName ?? student.givenNames?.split(' ')[0],
    family_name: student.familyName,
    birth_date: student.birthDate,
    group_code: student.group,
    language: student.language,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<
    Record<(typeof nameColumns)[number], string>
  >
}
