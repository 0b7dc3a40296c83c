import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { saveKeys } from './queries-keys.ts'

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
