import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { auditRow } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { compiler, type ReadTransaction, readOnce } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { planAccess } from './access.ts'
import type { Finding } from './contract.ts'
import { planOrigin } from './queries-origin.ts'
import type { ContactKind, StoredPlan } from './rules-contacts.ts'
import type { PlanOrigin } from './rules-first-approval.ts'

/** How a plan is asked for: by our id, by the number that registers use, or by its study right. */
export type PlanKey =
  | { readonly id: string }
  | { readonly hoksId: number }
  | { readonly studyRightOid: string }

export interface StoredContact {
  readonly id: string
  readonly kind: ContactKind
  readonly content: { readonly name?: string; readonly email?: string; readonly phone?: string } | null
  readonly erased_at: string | null
  readonly erased_salt: string | null
  readonly erased_fingerprint: string | null
}

/** A member of a newer national schema: its pointer into our body, and its value as it came. */
export interface UnknownMember {
  readonly pointer: string
  readonly value: unknown
}

/** A plan with all that a use case needs to decide about it. */
export interface PlanRecord {
  readonly id: string
  readonly hoks_id: number
  readonly eid: string
  readonly study_right_oid: string
  readonly student_oid: string
  readonly student_id: string | null
  readonly version: number
  readonly origin: PlanOrigin
  readonly body: StoredPlan
  readonly unknown_members: readonly UnknownMember[] | null
  readonly saved_at: Date
  readonly source: string
  readonly author_name: string | null
  readonly contacts: readonly StoredContact[]
  readonly study_right: StudyRight | null
  /** What the asking register sent last; what another one sent last, when it has not sent yet. */
  readonly last_sent: StoredPlan | null
  /** Open ones. */
  readonly conflicts: readonly { readonly id: string; readonly pointer: string }[]
}

function where(key: PlanKey): RawBuilder<unknown> {
  if ('id' in key) return sql`p.id = ${key.id}`
  if ('hoksId' in key) return sql`p.hoks_id = ${key.hoksId}`
  return sql`p.study_right_oid = ${key.studyRightOid}`
}

const contactsOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'kind', c.kind, 'content', c.content, 'erased_at', c.erased_at,
    'erased_salt', encode(c.erased_salt, 'hex'), 'erased_fingerprint', encode(c.erased_fingerprint, 'hex')
  )), '[]') from contact c where c.provider_id = p.provider_id and c.plan_id = p.id)`

/** Loads a plan; with `lock` nobody else changes it until the transaction ends. */
export async function findPlan(
  transaction: ReadTransaction,
  key: PlanKey,
  options: { readonly source?: string; readonly lock?: boolean } = {},
): Promise<PlanRecord | undefined> {
  const read = async (lock: RawBuilder<unknown>) =>
    (await selectPlans(transaction, where(key), options.source, lock))[0]
  if (!options.lock) return read(sql``)
  const found = await read(sql`for no key update of p`)
  // Who had to wait for the lock sees the new head, but joined to versions as of its own beginning: it reads again.
  return found?.body === null ? read(sql``) : found
}

/** The plans of study rights, as far as there are any. */
export function findPlans(
  transaction: ReadTransaction,
  studyRightOids: readonly string[],
  source: string,
): Promise<readonly PlanRecord[]> {
  return selectPlans(transaction, sql`p.study_right_oid = any (${studyRightOids})`, source, sql``)
}

/** Plans of which nobody else changes one until the transaction ends; always locked in the same order. */
export async function lockPlans(
  transaction: ReadTransaction,
  planIds: readonly string[],
): Promise<readonly PlanRecord[]> {
  const those = sql`p.id = any (${planIds}::uuid[])`
  const found = await selectPlans(transaction, those, undefined, sql`order by p.id for no key update of p`)
  // As for one plan: who had to wait reads again.
  if (found.every(plan => plan.body !== null)) return found
  return selectPlans(transaction, those, undefined, sql`order by p.id`)
}

/** The plans of these ids, as far as there are any; others may change them meanwhile. */
export function readPlans(
  transaction: ReadTransaction,
  planIds: readonly string[],
): Promise<readonly PlanRecord[]> {
  return selectPlans(transaction, sql`p.id = any (${planIds}::uuid[])`, undefined, sql``)
}

async function selectPlans(
  transaction: ReadTransaction,
  condition: RawBuilder<unknown>,
  source: string | undefined,
  lock: RawBuilder<unknown>,
): Promise<readonly PlanRecord[]> {
  const result = await sql<PlanRecord>`
    select p.id, p.hoks_id, p.eid, p.study_right_oid, p.student_oid, p.student_id, p.version, v.body,
      ${planOrigin} as origin, v.unknown_members, p.saved_at, p.source,
      (select name from person where person.id = p.author_id) as author_name,
      ${contactsOf} as contacts,
      (select r.body from study_right r
        where r.provider_id = p.provider_id and r.oid = p.study_right_oid) as study_right,
      (select coalesce(s.body, w.body) from plan_source s
        left join plan_version w on w.provider_id = s.provider_id and w.plan_id = s.plan_id and w.version = s.version
        where s.provider_id = p.provider_id and s.plan_id = p.id
        order by s.source = ${source ?? ''} desc, s.received_at desc limit 1) as last_sent,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'pointer', f.pointer)), '[]') from plan_conflict f
        where f.provider_id = p.provider_id and f.plan_id = p.id and f.settled_at is null) as conflicts
    from plan p
    left join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
    where ${condition} ${lock}`.execute(transaction)
  return result.rows
}

/** What a page shows of a plan, with the parts that need no reading left as JSON text. */
export interface PlanPageRow {
  readonly id: string
  readonly hoks_id: number
  readonly version: number
  readonly saved_at: Date
  readonly source: string
  readonly author_name: string | null
  readonly approved_version: number | null
  readonly approved_at: Date | null
  readonly origin: PlanOrigin
  /** Of a plan that nobody has approved here. */
  readonly first_approved_on: string | null
  readonly body_text: string
  readonly findings: readonly Finding[]
  readonly checked_on: string
  readonly codes: readonly string[]
  readonly contacts_text: string
  readonly durations_text: string
  readonly conflicts_text: string
  readonly study_right: StudyRight | null
  readonly study_right_oid: string
  readonly student_id: string | null
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly protected: boolean | null
  /** Turvakielto that the reader has not looked behind. */
  readonly masked: boolean
}

/**
 * One plan for its page, if the actor may see it. The statement records the reading itself, so that what was shown is in
 * the audit of the transaction that read it, without a round trip of its own.
 */
export async function readPlanPage(
  database: Database,
  actor: Actor,
  planId: string,
  today: PlainDate,
  audit: ReturnType<typeof auditRow>,
): Promise<PlanPageRow | undefined> {
  const may = planAccess.read.filter(actor, { studentId: 'p.student_id' })
  const statement = sql`
    with shown as (
      select p.provider_id, p.id, p.hoks_id, p.version, p.saved_at, p.source, v.body::text as body_text,
        p.approved_version, p.approved_at, ${planOrigin} as origin,
        case when p.approved_version is null then v.body ->> 'firstApprovedOn' end as first_approved_on,
        p.findings, p.checked_on, p.codes, p.study_right_oid, p.student_id, p.student_oid,
        (select name from person where person.id = p.author_id) as author_name,
        ${contactTexts} as contacts_text, ${durationTexts} as durations_text, ${conflictTexts} as conflicts_text,
        r.body as study_right, s.called_name, s.family_name, s.protected, ${maskedTo(actor, today)} as masked
      from plan p
      join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
      left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
      left join student s on s.provider_id = p.provider_id and s.id = p.student_id
      where p.id = ${planId} and ${may}
    ), seen as (
      insert into audit_event
        (provider_id, id, at, actor_kind, actor_id, action, target_id, student_id, details, request_id)
      select provider_id, ${audit.id}, ${audit.at}, ${audit.actor_kind}, ${audit.actor_id}, ${audit.action},
        id::text, student_id, jsonb_build_object('version', version), ${audit.request_id}
      from shown)
    select * from shown`.compile(compiler)
  const rows = await readOnce<PlanPageRow>(database, actor.providerId, statement)
  return rows[0]
}

const contactTexts = sql`(
  select coalesce(jsonb_object_agg(c.id, coalesce(c.content, '{}') || jsonb_strip_nulls(jsonb_build_object(
    'kind', c.kind, 'erasedOn', (c.erased_at at time zone 'Europe/Helsinki')::date))), '{}')::text
  from contact c where c.provider_id = p.provider_id and c.plan_id = p.id)`

const durationTexts = sql`(
  select coalesce(jsonb_object_agg(l.unique_id, l.days), '{}')::text from learning_period l
  where l.provider_id = p.provider_id and l.plan_id = p.id and l.unique_id is not null and l.days is not null)`

const conflictTexts = sql`(
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'id', f.id, 'pointer', f.pointer, 'base', f.base, 'register', f.register, 'here', f.here,
    'taken', f.taken, 'source', f.source, 'at', f.noticed_at)) order by f.noticed_at, f.pointer), '[]')::text
  from plan_conflict f where f.provider_id = p.provider_id and f.plan_id = p.id and f.settled_at is null)`
