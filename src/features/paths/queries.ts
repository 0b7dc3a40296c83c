import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { Names } from '../students/contract.ts'
import { maskedTo } from '../students/public.ts'

export interface PathStudent {
  readonly id: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly teacher_id: string | null
  readonly teacher_given_names: string | null
  readonly teacher_family_name: string | null
  readonly protected: boolean
  readonly masked: boolean
}

export async function findPathStudent(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<PathStudent | undefined> {
  const { rows } = await sql<PathStudent>`
    select s.id, s.called_name, s.family_name, s.teacher_id, t.given_names as teacher_given_names,
      t.family_name as teacher_family_name, s.protected, ${maskedTo(actor, today)} as masked
    from student s
    left join staff_member t on t.provider_id = s.provider_id and t.id = s.teacher_id
    where s.id = ${studentId} and s.erased_at is null`.execute(transaction)
  return rows[0]
}

export interface PathPlan {
  readonly id: string
  readonly study_right_oid: string
  readonly version: number
  readonly saved_at: Date
  readonly body: StoredPlan
  readonly contacts: Readonly<Record<string, string>>
}

/** The student's plans, each as it stands now, with the names of its people. */
export async function findPathPlans(
  transaction: ReadTransaction,
  studentId: string,
): Promise<readonly PathPlan[]> {
  const { rows } = await sql<PathPlan>`
    select p.id, p.study_right_oid, p.version, p.saved_at, v.body, (
      select coalesce(jsonb_object_agg(c.id, c.content->>'name') filter (where c.content->>'name' is not null), '{}')
      from contact c where c.provider_id = p.provider_id and c.plan_id = p.id) as contacts
    from plan p
    join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
    where p.student_id = ${studentId}
    order by p.saved_at desc, p.id`.execute(transaction)
  return rows
}

/** Names of an organisation; organisations are shared by all providers. */
export async function findOrganisationNames(
  transaction: ReadTransaction,
  oid: string,
): Promise<Names | undefined> {
  const row = await transaction
    .selectFrom('organisation')
    .select('names')
    .where('oid', '=', oid)
    .executeTakeFirst()
  return row?.names as Names | undefined
}
