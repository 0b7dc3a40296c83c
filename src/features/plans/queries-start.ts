import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'

export interface StartRow {
  readonly study_right: StudyRight
  readonly student_id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly email: string | null
  readonly phone: string | null
  /** The plan that the study right has already. */
  readonly plan_id: string | null
  readonly masked: boolean
}

/** A study right with its student and how that one is reached. */
export async function findStart(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studyRightOid: string,
): Promise<StartRow | undefined> {
  return (await findStarts(transaction, actor, today, [studyRightOid]))[0]
}

/** Those of many study rights that there are, in no order. */
export async function findStarts(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studyRightOids: readonly string[],
): Promise<readonly StartRow[]> {
  const { rows } = await sql<StartRow>`
    select r.body as study_right, s.id as student_id, s.student_oid, s.called_name, s.family_name, c.email, c.phone,
      (select p.id from plan p where p.provider_id = r.provider_id and p.study_right_oid = r.oid) as plan_id,
      ${maskedTo(actor, today)} as masked
    from study_right r
    join student s on s.provider_id = r.provider_id and s.id = r.student_id
    left join student_contact c on c.provider_id = s.provider_id and c.student_id = s.id
    where r.oid = any (${studyRightOids})`.execute(transaction)
  return rows
}
