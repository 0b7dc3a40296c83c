import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { studentAccess } from './access.ts'
import { rightsOf } from './queries-list-row.ts'
import { maskedTo } from './queries-protection.ts'
import type { ListedStudent } from './rules-search-row.ts'

/** A student as their own page reads them, masked or not. */
export interface StudentCardRow extends ListedStudent {
  readonly given_names: string | null
  readonly student_number: string | null
  readonly birth_date: string | null
  readonly language: string | null
  readonly group_name: string | null
  readonly teacher_id: string | null
  readonly teacher_given_names: string | null
  readonly teacher_family_name: string | null
  readonly erased: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly street: string | null
  readonly postal_code: string | null
  readonly city: string | null
}

/** One student, if the actor may see how they are reached. */
export async function findStudentCard(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<StudentCardRow | undefined> {
  const { rows } = await sql<StudentCardRow>`
    select s.id, s.student_oid, s.given_names, s.called_name, s.family_name, s.student_number, s.birth_date,
      s.language, s.group_code, g.name as group_name, s.teacher_id, t.given_names as teacher_given_names,
      t.family_name as teacher_family_name, s.protected, ${maskedTo(actor, today)} as masked,
      s.vanished_at is not null as vanished, s.erased_at is not null as erased, c.email, c.phone, c.street,
      c.postal_code, c.city, ${rightsOf} as study_rights
    from student s
    left join student_contact c on c.provider_id = s.provider_id and c.student_id = s.id
    left join student_group g on g.provider_id = s.provider_id and g.code = s.group_code
    left join staff_member t on t.provider_id = s.provider_id and t.id = s.teacher_id
    where s.id = ${studentId} and ${studentAccess.read.filter(actor, { studentId: 's.id' })}`.execute(
    transaction,
  )
  return rows[0]
}
