import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { KeyedStudent } from './rules-keys.ts'

/** All that one student is found by from now on; nothing for one who has been erased. */
export interface StudentKeys {
  readonly studentId: string
  readonly keys: readonly string[]
}

/** Makes the keys of these students what they are told to be, in one statement for all of them. */
export async function saveKeys(transaction: WriteTransaction, rows: readonly StudentKeys[]): Promise<void> {
  if (rows.length === 0) return
  const students = rows.map(row => row.studentId)
  const pairs = rows.flatMap(({ studentId, keys }) => [...new Set(keys)].map(key => ({ studentId, key })))
  await sql`
    with wanted as materialized (
      select * from unnest(${pairs.map(pair => pair.studentId)}::uuid[], ${pairs.map(pair => pair.key)}::text[])
        as pair (student_id, key)
    ), gone as (
      delete from student_key k
      where k.student_id = any (${students}::uuid[])
        and not exists (select from wanted w where w.student_id = k.student_id and w.key = k.key collate "C")
    )
    insert into student_key (provider_id, key, student_id)
    select nullif(current_setting('app.provider_id', true), '')::uuid, w.key, w.student_id from wanted w
    on conflict do nothing`.execute(transaction)
}

export interface UnkeyedStudent extends KeyedStudent {
  readonly id: string
}

/** Students that nothing finds yet, after `after`: those who came before there were keys. Locked for the change. */
export async function studentsWithoutKeys(
  transaction: ReadTransaction,
  after: string,
  limit: number,
): Promise<UnkeyedStudent[]> {
  const rows = await transaction
    .selectFrom('student')
    .select(['id', 'given_names', 'called_name', 'family_name', 'student_oid', 'student_number', 'protected'])
    .where('id', '>', after)
    .where('erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('student_key')
            .select('student_key.key')
            .whereRef('student_key.provider_id', '=', 'student.provider_id')
            .whereRef('student_key.student_id', '=', 'student.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(row => ({
    id: row.id,
    givenNames: row.given_names,
    calledName: row.called_name,
    familyName: row.family_name,
    studentOid: row.student_oid,
    studentNumber: row.student_number,
    protected: row.protected,
  }))
}
