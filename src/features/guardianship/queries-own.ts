import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { EndReason } from './contract.ts'

export interface ShownStudent {
  readonly id: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly teacher_given_names: string | null
  readonly teacher_family_name: string | null
  readonly teacher_email: string | null
}

/** Names of students and of their teachers. */
export async function namesToShow(
  transaction: ReadTransaction,
  studentIds: readonly string[],
): Promise<ShownStudent[]> {
  if (studentIds.length === 0) return []
  const { rows } = await sql<ShownStudent>`
    select s.id, coalesce(s.called_name, s.given_names) as called_name, s.family_name,
      t.given_names as teacher_given_names, t.family_name as teacher_family_name, t.email as teacher_email
    from student s left join staff_member t on t.provider_id = s.provider_id and t.id = s.teacher_id
    where s.id = any (${studentIds}::uuid[])`.execute(transaction)
  return rows
}

/** Why guardianships of a person give nothing today, each reason once. */
export async function endReasons(
  transaction: ReadTransaction,
  personId: string,
  today: PlainDate,
): Promise<EndReason[]> {
  const { rows } = await sql<{ reason: EndReason }>`
    select distinct case
        when least(g.ends_on, (s.birth_date + interval '18 years')::date) <= ${today}::date then 'of-age'
        when not g.custody then 'no-custody'
        when g.ends_on is null then 'unknown' end as reason
    from guardianship w
    join guardian g on g.provider_id = w.provider_id and g.id = w.guardian_id
    join student s on s.provider_id = w.provider_id and s.id = w.student_id
    where w.person_id = ${personId}
    order by 1`.execute(transaction)
  return rows.map(row => row.reason).filter(reason => reason !== null)
}
