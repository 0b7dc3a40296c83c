import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'

/** Students of one group into another, or to another teacher; those with another teacher than `teacherFrom` keep theirs. */
export interface StudentMove {
  readonly from: string
  readonly to: string | null
  readonly teacherFrom: string | null
  readonly teacherTo: string | null
}

export interface MovedStudent {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly teacher_id: string | null
  readonly protected: boolean
}

/**
 * All moves at once, so that one group may take the place of another. What the register told last is remembered as it was:
 * until it tells something else the move stands.
 */
export async function moveStudents(
  transaction: WriteTransaction,
  now: Date,
  moves: readonly StudentMove[],
): Promise<MovedStudent[]> {
  if (moves.length === 0) return []
  const { rows } = await sql<MovedStudent>`
    update student s set group_code = m."to", told_group = coalesce(s.told_group, m."from"),
      teacher_id = case when s.teacher_id is not distinct from m."teacherFrom" then m."teacherTo"
        else s.teacher_id end,
      changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as m ("from" text, "to" text, "teacherFrom" uuid, "teacherTo" uuid)
    where s.group_code = m."from"
      and (m."to" is distinct from m."from" or s.teacher_id is not distinct from m."teacherFrom")
    returning s.id, m."from", m."to", s.teacher_id, s.protected`.execute(transaction)
  return rows
}
