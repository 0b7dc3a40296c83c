import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { staffIdOf } from './queries-list-narrow.ts'

/** Whose matters come to a person by themselves: those of all students, of the students of their own, or nobody's. */
export type Care = 'all' | 'own' | 'none'

export function careOf({ roles }: Person): Care {
  if (roles.includes('guidance')) return 'all'
  return roles.includes('teacher') ? 'own' : 'none'
}

/** Whether the student `s` is of those whose responsible teacher the person is. */
export const ownStudent = (person: Person): RawBuilder<boolean> =>
  sql<boolean>`s.teacher_id = ${staffIdOf(person.id)}`

/** Whether no responsible teacher who signs in as one answers for the student `s`. */
export const withoutTeacher: RawBuilder<boolean> = sql<boolean>`not exists (
  select from staff_member m join assignment a on a.person_id = m.person_id
  where m.provider_id = s.provider_id and m.id = s.teacher_id and a.provider_id = s.provider_id and a.role = 'teacher')`

/**
 * Whether what the student `s` waits for is this person's to answer: the responsible teacher's, and where there is none
 * everybody's of guidance, so that it stands on somebody's list.
 */
export function answersFor(person: Person): RawBuilder<boolean> {
  const [teacher, guidance] = [person.roles.includes('teacher'), person.roles.includes('guidance')]
  if (teacher && guidance) return sql<boolean>`(${ownStudent(person)} or ${withoutTeacher})`
  if (guidance) return withoutTeacher
  return teacher ? ownStudent(person) : sql<boolean>`false`
}

export async function hasOwnStudents(transaction: ReadTransaction, person: Person): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from student s where ${ownStudent(person)} and s.erased_at is null) as any`.execute(
    transaction,
  )
  return rows[0]?.any === true
}
