import { type RawBuilder, sql } from 'kysely'
import type { auditRow } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { NewVersion } from './queries-save.ts'
import { countFindings } from './queries-save.ts'
import type { DetachedContact } from './rules-contacts.ts'
import type { Projections } from './rules-projection.ts'

/** What is known beside plans that are about to be made. */
export interface Surroundings {
  readonly studyRights: ReadonlyMap<string, { readonly studentId: string; readonly body: StudyRight }>
  readonly studentIds: ReadonlyMap<string, string>
  readonly takenNumbers: ReadonlySet<number>
}

export async function loadSurroundings(
  transaction: ReadTransaction,
  asked: {
    readonly studyRightOids: readonly string[]
    readonly studentOids: readonly string[]
    readonly hoksIds: readonly number[]
  },
): Promise<Surroundings> {
  const [rights, students, plans] = await Promise.all([
    sql<{ oid: string; student_id: string; body: StudyRight }>`
      select oid, student_id, body from study_right where oid = any (${asked.studyRightOids})`.execute(
      transaction,
    ),
    sql<{ student_oid: string; id: string }>`
      select student_oid, id from student where student_oid = any (${asked.studentOids})`.execute(
      transaction,
    ),
    sql<{ hoks_id: number }>`
      select hoks_id from plan where hoks_id = any (${asked.hoksIds})`.execute(transaction),
  ])
  return {
    studyRights: new Map(rights.rows.map(row => [row.oid, { studentId: row.student_id, body: row.body }])),
    studentIds: new Map(students.rows.map(row => [row.student_oid, row.id])),
    takenNumbers: new Set(plans.rows.map(row => row.hoks_id)),
  }
}

/** A plan about to be inserted with its first version, and all that stands beside it. */
export interface NewPlan {
  readonly version: NewVersion
  readonly hoksId: number
  readonly eid: string
  readonly studyRightOid: string
  readonly studentOid: string
  readonly contacts: readonly DetachedContact[]
  readonly projections: Projections
  readonly audit: ReturnType<typeof auditRow>
}

/**
 * Inserts many plans of one save: a statement for each table, whatever their number. All are of one author and moment.
 * They are sent together; the contacts' plans are checked at commit.
 */
export function insertPlans(
  transaction: WriteTransaction,
  plans: readonly NewPlan[],
): readonly Promise<unknown>[] {
  const [first] = plans
  if (first === undefined) return []
  const beside: [Insert, readonly object[]][] = [
    [insertContactRows, plans.flatMap(contactRows)],
    [insertPeriodRows, plans.flatMap(plan => projected(plan, plan.projections.periods))],
    [insertDemonstrationRows, plans.flatMap(plan => projected(plan, plan.projections.demonstrations))],
    [insertSupportRows, plans.flatMap(plan => projected(plan, plan.projections.support))],
  ]
  const { providerId, savedAt } = first.version
  return [
    insertHeads(first, JSON.stringify(plans.map(headRow))).execute(transaction),
    insertVersions(
      first.version,
      plans.map(({ version }) => version),
    ).execute(transaction),
    ...beside.flatMap(([insert, rows]) =>
      rows.length === 0
        ? []
        : [insert({ providerId, at: savedAt }, JSON.stringify(rows)).execute(transaction)],
    ),
  ]
}

function headRow({ audit, eid, hoksId, studentOid, studyRightOid, version }: NewPlan) {
  const { codes, findings, planId, studentId } = version
  return {
    ...{ id: planId, hoks_id: hoksId, eid, study_right_oid: studyRightOid, student_oid: studentOid },
    ...{ student_id: studentId, findings, codes },
    errors: countFindings(findings, 'error'),
    warnings: countFindings(findings, 'warning'),
    event_id: audit.id,
    details: audit.details,
  }
}

export const contactRows = ({ contacts, version }: Pick<NewPlan, 'contacts' | 'version'>) =>
  contacts
    .filter(contact => contact.isNew)
    .map(({ content, id, kind }) => ({ plan_id: version.planId, id, kind, content }))

const projected = ({ version }: NewPlan, rows: readonly object[]) =>
  rows.map(row => ({ plan_id: version.planId, ...row }))

const insertHeads = ({ audit, version: v }: NewPlan, rows: string) => sql`
  with n as (
    select * from jsonb_to_recordset(${rows}::jsonb) as n (id uuid, hoks_id integer, eid uuid, study_right_oid text,
      student_oid text, student_id uuid, findings jsonb, codes text[], errors integer, warnings integer,
      event_id uuid, details text)
  ), saved as (
    insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, student_id, version, findings,
      errors, warnings, checked_on, codes, saved_at, author_kind, author_id, source, created_at)
    select ${v.providerId}::uuid, id, hoks_id, eid, study_right_oid, student_oid, student_id, 1, findings, errors,
      warnings, ${v.checkedOn}::date, codes, ${v.savedAt}::timestamptz, ${v.authorKind}, ${v.authorId}::uuid,
      ${v.source}, ${v.savedAt}::timestamptz from n
  ), audited as (
    insert into audit_event
      (provider_id, id, at, actor_kind, actor_id, action, target_id, student_id, details, request_id)
    select ${v.providerId}::uuid, event_id, ${v.savedAt}::timestamptz, ${audit.actor_kind}, ${audit.actor_id}::uuid,
      ${audit.action}, id::text, student_id, details::jsonb, ${audit.request_id} from n
  )
  insert into plan_source (provider_id, plan_id, source, version, received_at)
  select ${v.providerId}::uuid, id, ${v.source}, 1, ${v.savedAt}::timestamptz from n`

/** Bodies go by themselves, a line each: taken out of one large JSON each would be read twice. */
export const insertVersions = (v: NewVersion, versions: readonly NewVersion[]) => sql`
  insert into plan_version (provider_id, plan_id, version, saved_at, author_kind, author_id, source, reason, changes,
    body, unknown_members)
  select ${v.providerId}::uuid, id, version, ${v.savedAt}::timestamptz, ${v.authorKind}, ${v.authorId}::uuid,
    ${v.source}, ${v.reason}::text, changes::jsonb, body::jsonb, unknown_members::jsonb
  from unnest(${versions.map(({ planId }) => planId)}::uuid[],
    ${versions.map(({ version }) => version)}::integer[],
    ${lines(versions, ({ changes }) => changes)},
    ${lines(versions, ({ body }) => body)},
    ${versions.map(one => membersText(one.unknownMembers))}::text[]) as n (id, version, changes, body, unknown_members)`

const lines = (versions: readonly NewVersion[], part: (version: NewVersion) => unknown) =>
  sql`string_to_array(${versions.map(version => JSON.stringify(part(version))).join('\n')}, chr(10))`

const membersText = (members: NewVersion['unknownMembers']): string | null =>
  members === null || members.length === 0 ? null : JSON.stringify(members)

interface Owner {
  readonly providerId: string
  readonly at: Date
}
type Insert = (owner: Owner, rows: string) => RawBuilder<unknown>

export const insertContactRows: Insert = ({ at, providerId }, rows) => sql`
  insert into contact (provider_id, id, plan_id, kind, content, created_at)
  select ${providerId}::uuid, id, plan_id, kind, content, ${at}::timestamptz
  from jsonb_to_recordset(${rows}::jsonb) as n (id uuid, plan_id uuid, kind text, content jsonb)`

const insertPeriodRows: Insert = ({ providerId }, rows) => sql`
  insert into learning_period (provider_id, plan_id, pointer, unique_id, method_code, starts_on, ends_on,
    part_time_share, interruptions, workplace_name, business_id, instructor_contact_id)
  select ${providerId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb) as n (plan_id uuid, pointer text,
    unique_id text, method_code text, starts_on date, ends_on date, part_time_share bigint, interruptions jsonb,
    workplace_name text, business_id text, instructor_contact_id uuid)`

const insertDemonstrationRows: Insert = ({ providerId }, rows) => sql`
  insert into demonstration (provider_id, plan_id, pointer, starts_on, ends_on, environment_name)
  select ${providerId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb)
    as n (plan_id uuid, pointer text, starts_on date, ends_on date, environment_name text)`

const insertSupportRows: Insert = ({ providerId }, rows) => sql`
  insert into support_period (provider_id, plan_id, pointer, kind_code, starts_on, ends_on)
  select ${providerId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb)
    as n (plan_id uuid, pointer text, kind_code text, starts_on date, ends_on date)`
