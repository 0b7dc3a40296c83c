import { sql } from 'kysely'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { planOrigin, type StoredContact, type UnknownMember } from '../plans/public.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { PlanOrigin } from '../plans/rules-first-approval.ts'
import type { StudyRight } from '../study-rights/contract.ts'

/** One version of a plan with all that its documents say. */
export interface DocumentRow {
  readonly id: string
  readonly student_id: string | null
  readonly newest: number
  readonly version: number
  readonly body: StoredPlan
  readonly unknown_members: readonly UnknownMember[] | null
  readonly saved_at: Date
  readonly author_name: string | null
  readonly contacts: readonly StoredContact[]
  readonly durations: Readonly<Record<string, number>>
  readonly approved_version: number | null
  readonly approved_at: Date | null
  readonly approver_name: string | null
  readonly origin: PlanOrigin
  readonly study_right: StudyRight | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean | null
  readonly name_fi: string
  readonly name_sv: string | null
  readonly name_en: string | null
}

/** A version, the newest where none is named. */
export async function findDocument(
  transaction: ReadTransaction,
  planId: string,
  version: number | undefined,
): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`
    select p.id, p.student_id, p.version as newest, v.version, v.body, v.unknown_members, v.saved_at,
      (select name from person where person.id = v.author_id) as author_name,
      ${contactsOf} as contacts, ${durationsOf} as durations,
      p.approved_version, p.approved_at, (select name from person where person.id = p.approved_by) as approver_name,
      ${planOrigin} as origin,
      r.body as study_right, s.called_name, s.family_name, s.protected, o.name_fi, o.name_sv, o.name_en
    from plan p
    join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id
      and v.version = coalesce(${version ?? null}::integer, p.version)
    join provider o on o.id = p.provider_id
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    left join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where p.id = ${planId}`.execute(transaction)
  return rows[0]
}

const contactsOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'kind', c.kind, 'content', c.content, 'erased_at', c.erased_at)), '[]')
  from contact c where c.provider_id = p.provider_id and c.plan_id = p.id)`

const durationsOf = sql`(
  select coalesce(jsonb_object_agg(l.unique_id, l.days), '{}') from learning_period l
  where l.provider_id = p.provider_id and l.plan_id = p.id and l.unique_id is not null and l.days is not null)`
