import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { auditRow } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo } from '../students/public.ts'
import { contactRows, insertContactRows, insertVersions } from './queries-bulk.ts'
import { countFindings, type NewVersion } from './queries-save.ts'
import type { DetachedContact } from './rules-contacts.ts'

/** A plan's next version, with the people that come with it and its audit. */
export interface NextVersion {
  readonly version: NewVersion
  readonly contacts: readonly DetachedContact[]
  readonly audit: ReturnType<typeof auditRow>
}

/**
 * Stores the next versions of many plans: a statement for each table. All are of one author, moment and reason; the heads
 * are locked. The first answers how many heads were saved.
 */
export function updatePlans(
  transaction: WriteTransaction,
  next: readonly [NextVersion, ...NextVersion[]],
): [Promise<number>, ...Promise<unknown>[]] {
  const [first] = next
  const { providerId, savedAt } = first.version
  const contacts = next.flatMap(contactRows)
  return [
    updateHeads(first, JSON.stringify(next.map(headRow)))
      .execute(transaction)
      .then(({ numAffectedRows }) => Number(numAffectedRows ?? 0n)),
    insertVersions(
      first.version,
      next.map(({ version }) => version),
    ).execute(transaction),
    ...(contacts.length === 0
      ? []
      : [insertContactRows({ providerId, at: savedAt }, JSON.stringify(contacts)).execute(transaction)]),
  ]
}

const headRow = ({ audit, version }: NextVersion) => ({
  id: version.planId,
  version: version.version,
  findings: version.findings,
  errors: countFindings(version.findings, 'error'),
  warnings: countFindings(version.findings, 'warning'),
  codes: version.codes,
  event_id: audit.id,
  details: audit.details,
})

const updateHeads = ({ audit, version: v }: NextVersion, rows: string) => sql`
  with n as materialized (
    select * from jsonb_to_recordset(${rows}::jsonb) as n (id uuid, version integer, findings jsonb, errors integer,
      warnings integer, codes text[], event_id uuid, details text)
  ), saved as (
    update plan p set version = n.version, findings = n.findings, errors = n.errors, warnings = n.warnings,
      codes = n.codes, checked_on = ${v.checkedOn}::date, saved_at = ${v.savedAt}::timestamptz,
      author_kind = ${v.authorKind}, author_id = ${v.authorId}::uuid, source = ${v.source}
    from n where p.id = n.id and p.version = n.version - 1 returning p.id, p.student_id, n.event_id, n.details
  )
  insert into audit_event
    (provider_id, id, at, actor_kind, actor_id, action, target_id, student_id, details, request_id)
  select ${v.providerId}::uuid, event_id, ${v.savedAt}::timestamptz, ${audit.actor_kind}, ${audit.actor_id}::uuid,
    ${audit.action}, id::text, student_id, details::jsonb, ${audit.request_id} from saved`

/** The versions become the approved ones of their plans; an older one never takes the place of a newer. */
export async function approveVersions(
  transaction: WriteTransaction,
  versions: readonly { readonly id: string; readonly version: number }[],
  approval: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { at, by } = approval
  await sql`
    update plan p set approved_version = n.version, approved_at = ${at}::timestamptz, approved_by = ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as n (id uuid, version integer)
    where p.id = n.id and coalesce(p.approved_version, 0) <= n.version`.execute(transaction)
}

/** Those of the plans whose students are masked to the actor. */
export async function maskedPlans(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  planIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plan p join student s on s.provider_id = p.provider_id and s.id = p.student_id
    where p.id = any (${planIds}::uuid[]) and ${maskedTo(actor, today)}`.execute(transaction)
  return new Set(rows.map(({ id }) => id))
}
