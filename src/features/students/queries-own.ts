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

export async function hasOwnStudents(transaction: ReadTransaction, person: Person): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from student s where ${ownStudent(person)} and s.erased_at is null) as any`.execute(
    transaction,
  )
  return rows[0]?.any === true
}
