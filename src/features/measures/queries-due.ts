import { sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { answersFor } from '../students/public.ts'

export interface DueMeasure {
  readonly id: string
  readonly student_id: string
  readonly due_on: string
  readonly total: number
}

/** Who follows a measure up: whoever promised it, and of what a student promised whoever agreed on it. */
const keeper = sql`case when a.person_id = a.student_id then a.created_by else a.person_id end`

/** Whether the keeper may still do it: `measureAccess['follow-up']`, of somebody who is not the one who asks. */
const kept = sql<boolean>`exists (
  select from assignment r where r.provider_id = a.provider_id and r.person_id = ${keeper} and (
    r.role = 'guidance'
    or (r.role in ('teacher', 'coordinator') and a.person_id <> a.student_id)
    or (r.role = 'teacher' and exists (select from staff_member m
      where m.provider_id = s.provider_id and m.id = s.teacher_id and m.person_id = r.person_id))))`

/**
 * Measures whose day has come and that wait for this person: those promised by them, those that a student promised to
 * them, and, where the one they waited for may follow them up no more, those of the students whom the person answers for.
 */
export async function dueMeasures(
  transaction: ReadTransaction,
  person: Person,
  today: PlainDate,
  limit: number,
): Promise<DueMeasure[]> {
  const due = sql`a.state = 'agreed' and a.due_on <= ${today}::date`
  const student = sql`join student s on s.provider_id = a.provider_id and s.id = a.student_id`
  // Each by an index of its own: with "or" between them the whole table would be read.
  const { rows } = await sql<DueMeasure>`
    select d.id, d.student_id, d.due_on, (count(*) over ())::int as total from (
      select a.id, a.student_id, a.due_on from measure a
      where ${due} and a.person_id = ${person.id}::uuid and a.person_id <> a.student_id
      union all
      select a.id, a.student_id, a.due_on from measure a ${student}
      where ${due} and a.person_id = a.student_id and a.created_by = ${person.id}::uuid and ${kept}
      union all
      select a.id, a.student_id, a.due_on from measure a ${student}
      where ${due} and ${answersFor(person)} and not ${kept}) d
    order by d.due_on, d.id limit ${limit}`.execute(transaction)
  return rows
}
