import { sql } from 'kysely'
import type { auditRow } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Finding } from './contract.ts'
import type { DetachedContact, StoredPlan } from './rules-contacts.ts'
import type { PlanChange } from './rules-difference.ts'

/** A version about to be stored, and where it belongs. */
export interface NewVersion {
  readonly providerId: string
  readonly planId: string
  readonly version: number
  readonly body: StoredPlan
  readonly unknownMembers: readonly unknown[] | null
  readonly studentId: string | null
  readonly findings: readonly Finding[]
  readonly codes: readonly string[]
  readonly checkedOn: string
  readonly savedAt: Date
  readonly authorKind: string
  readonly authorId: string | null
  readonly source: string
  readonly reason: string | null
  readonly changes: readonly PlanChange[]
}

export function countFindings(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter(finding => finding.severity === severity).length
}

type AuditRow = ReturnType<typeof auditRow>

/** The version and its audit, of the head that the statement has just saved. */
const versionOf = (version: NewVersion, audit: AuditRow) => sql`
  , audited as (
    insert into audit_event
      (provider_id, id, at, actor_kind, actor_id, action, target_id, student_id, details, request_id)
    select provider_id, ${audit.id}, ${audit.at}, ${audit.actor_kind}, ${audit.actor_id}, ${audit.action},
      id::text, student_id, ${audit.details}::jsonb, ${audit.request_id} from saved)
  insert into plan_version
    (provider_id, plan_id, version, saved_at, author_kind, author_id, source, reason, changes, body,
      unknown_members)
  select provider_id, id, version, saved_at, author_kind, author_id, source, ${version.reason}::text,
    ${JSON.stringify(version.changes)}::jsonb, ${JSON.stringify(version.body)}::jsonb,
    ${jsonOrNull(version.unknownMembers)}::jsonb from saved`

/** Inserts a plan with its first version. Answers false when the study right has a plan, or the number is taken. */
export async function insertPlan(
  transaction: WriteTransaction,
  version: NewVersion,
  plan: { hoksId: number; eid: string; studyRightOid: string; studentOid: string },
  audit: AuditRow,
): Promise<boolean> {
  const result = await sql`
    with saved as (
      insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, student_id, version,
        findings, errors, warnings, checked_on, codes, saved_at, author_kind, author_id, source, created_at)
      values (${version.providerId}, ${version.planId}, ${plan.hoksId}, ${plan.eid}, ${plan.studyRightOid},
        ${plan.studentOid}, ${version.studentId}, ${version.version},
        ${JSON.stringify(version.findings)}::jsonb,
        ${countFindings(version.findings, 'error')}, ${countFindings(version.findings, 'warning')}, ${version.checkedOn},
        ${version.codes}, ${version.savedAt}, ${version.authorKind}, ${version.authorId}, ${version.source},
        ${version.savedAt})
      on conflict do nothing returning *)
    ${versionOf(version, audit)}`.execute(transaction)
  return result.numAffectedRows === 1n
}

/** Stores the next version. Answers false when somebody saved since `version - 1`. */
export async function updatePlan(
  transaction: WriteTransaction,
  version: NewVersion,
  audit: AuditRow,
): Promise<boolean> {
  const result = await sql`
    with saved as (
      update plan set version = ${version.version}, student_id = ${version.studentId},
        findings = ${JSON.stringify(version.findings)}::jsonb, errors = ${countFindings(version.findings, 'error')},
        warnings = ${countFindings(version.findings, 'warning')}, checked_on = ${version.checkedOn},
        codes = ${version.codes}, saved_at = ${version.savedAt}, author_kind = ${version.authorKind},
        author_id = ${version.authorId}, source = ${version.source}
      where id = ${version.planId} and version = ${version.version - 1} returning *)
    ${versionOf(version, audit)}`.execute(transaction)
  return result.numAffectedRows === 1n
}

const jsonOrNull = (value: readonly unknown[] | null): string | null =>
  value === null || value.length === 0 ? null : JSON.stringify(value)

export async function insertContacts(
  transaction: WriteTransaction,
  owner: { providerId: string; planId: string; at: Date },
  contacts: readonly DetachedContact[],
): Promise<void> {
  if (contacts.length === 0) return
  const rows = contacts.map(contact => ({
    provider_id: owner.providerId,
    id: contact.id,
    plan_id: owner.planId,
    kind: contact.kind,
    content: JSON.stringify(contact.content),
    created_at: owner.at,
  }))
  await transaction.insertInto('contact').values(rows).execute()
}

/** What a register sent: the version that it became as it was, or else its body. */
export type SentBody = { readonly version: number } | { readonly body: StoredPlan }

/** Remembers what a register sent, as the base of its next merge. */
export async function upsertSource(
  transaction: WriteTransaction,
  row: { providerId: string; planId: string; source: string; sent: SentBody; at: Date },
): Promise<void> {
  const { sent } = row
  const kept =
    'version' in sent
      ? { version: sent.version, body: null, received_at: row.at }
      : { version: null, body: JSON.stringify(sent.body), received_at: row.at }
  await transaction
    .insertInto('plan_source')
    .values({ provider_id: row.providerId, plan_id: row.planId, source: row.source, ...kept })
    .onConflict(conflict => conflict.columns(['provider_id', 'plan_id', 'source']).doUpdateSet(kept))
    .execute()
}

export interface NewConflict {
  readonly id: string
  readonly pointer: string
  readonly base: unknown
  readonly register: unknown
  readonly here: unknown
  readonly taken: 'register' | 'here'
}

export async function insertConflicts(
  transaction: WriteTransaction,
  owner: { providerId: string; planId: string; source: string; at: Date },
  conflicts: readonly NewConflict[],
): Promise<void> {
  if (conflicts.length === 0) return
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const rows = conflicts.map(conflict => ({
    provider_id: owner.providerId,
    id: conflict.id,
    plan_id: owner.planId,
    pointer: conflict.pointer,
    base: json(conflict.base),
    register: json(conflict.register),
    here: json(conflict.here),
    taken: conflict.taken,
    source: owner.source,
    noticed_at: owner.at,
  }))
  await transaction.insertInto('plan_conflict').values(rows).execute()
}

/** Conflicts follow the part that they are about. */
export async function moveConflicts(
  transaction: WriteTransaction,
  moved: readonly { readonly id: string; readonly pointer: string }[],
): Promise<void> {
  await sql`
    update plan_conflict f set pointer = m.pointer
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, pointer text)
    where f.id = m.id`.execute(transaction)
}

/** Marks a conflict as settled; answers false when there is no open one. */
export async function settleConflict(
  transaction: WriteTransaction,
  planId: string,
  conflictId: string,
  at: Date,
): Promise<boolean> {
  const result = await transaction
    .updateTable('plan_conflict')
    .set({ settled_at: at })
    .where('plan_id', '=', planId)
    .where('id', '=', conflictId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
