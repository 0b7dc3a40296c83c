import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { maskedTo, openInGroup } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { StudyRightDetails } from '../study-rights/contract-details.ts'
import type { Answers, RowOutcome } from './contract.ts'

export interface DraftRecord {
  readonly id: string
  readonly template_id: string
  readonly template_version: number
  readonly group_code: string | null
  readonly starts_on: string
  readonly version: number
  readonly saved_at: Date | null
}

/** With `lock` nobody else answers or saves it until the transaction ends. */
export async function findDraft(
  transaction: ReadTransaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<DraftRecord | undefined> {
  const lock = options.lock === true ? sql`for no key update` : sql``
  const { rows } = await sql<DraftRecord>`
    select id, template_id, template_version, group_code, starts_on::text, version, saved_at
    from group_draft where id = ${id} ${lock}`.execute(transaction)
  return rows[0]
}

export interface StudentRecord {
  readonly student_id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly language: string | null
  readonly protected: boolean
  readonly masked: boolean
  readonly email: string | null
  readonly phone: string | null
}

export interface RowRecord extends StudentRecord {
  readonly key: string
  readonly version: number
  readonly answers: Answers
  readonly plan_id: string | null
  readonly outcome: RowOutcome | null
  readonly study_right: StudyRight | null
  readonly details: Partial<StudyRightDetails> | null
}

const studentColumns = sql`s.id as student_id, s.student_oid, s.called_name, s.family_name, s.language, s.protected,
  c.email, c.phone`

/** The rows of a draft in their order, each with its student and study right as they are now. */
export async function findRows(
  transaction: ReadTransaction,
  { actor, today }: { readonly actor: Actor; readonly today: PlainDate },
  draftId: string,
): Promise<readonly RowRecord[]> {
  const { rows } = await sql<RowRecord>`
    select d.study_right_oid as key, d.version, d.answers, d.plan_id, d.outcome, ${studentColumns},
      ${maskedTo(actor, today)} as masked, r.body as study_right, r.details
    from group_draft_row d
    join student s on s.provider_id = d.provider_id and s.id = d.student_id
    left join student_contact c on c.provider_id = s.provider_id and c.student_id = s.id
    left join study_right r on r.provider_id = d.provider_id and r.oid = d.study_right_oid and r.vanished_at is null
    where d.draft_id = ${draftId} order by d.position`.execute(transaction)
  return rows
}

export interface CandidateRecord extends StudentRecord {
  readonly study_rights: readonly StudyRight[]
  readonly planned: readonly string[]
}

/** More than any group has. */
export const studentsAtMost = 300

/** Students of a group whom the actor may know to be in it, or chosen ones; in order of their names. */
export async function findCandidates(
  transaction: ReadTransaction,
  { actor, today }: { readonly actor: Actor; readonly today: PlainDate },
  asked: { readonly groupCode?: string | undefined; readonly studentIds?: readonly string[] | undefined },
): Promise<readonly CandidateRecord[]> {
  const { groupCode, studentIds } = asked
  const inGroup =
    groupCode === undefined ? sql`true` : sql`(s.group_code = ${groupCode} and ${openInGroup(actor, today)})`
  const chosen = studentIds === undefined ? sql`true` : sql`s.id = any (${studentIds}::uuid[])`
  const { rows } = await sql<CandidateRecord>`
    select ${studentColumns}, ${maskedTo(actor, today)} as masked,
      (select coalesce(jsonb_agg(r.body), '[]') from study_right r
        where r.provider_id = s.provider_id and r.student_id = s.id and r.vanished_at is null) as study_rights,
      (select coalesce(jsonb_agg(p.study_right_oid), '[]') from plan p
        where p.provider_id = s.provider_id and p.student_id = s.id) as planned
    from student s
    left join student_contact c on c.provider_id = s.provider_id and c.student_id = s.id
    where ${inGroup} and ${chosen} and s.vanished_at is null and s.erased_at is null
    order by s.sort_name collate "fi-x-icu", s.id limit ${sql.lit(studentsAtMost)}`.execute(transaction)
  return rows
}

export interface NewDraftRow {
  readonly key: string
  readonly studentId: string
}

export async function insertDraft(
  transaction: WriteTransaction,
  draft: {
    readonly providerId: string
    readonly id: string
    readonly templateId: string
    readonly templateVersion: number
    readonly groupCode: string | undefined
    readonly startsOn: string
    readonly by: string | null
    readonly now: Date
    readonly rows: readonly NewDraftRow[]
  },
): Promise<void> {
  const { by, groupCode, id, now, providerId, rows, startsOn, templateId, templateVersion } = draft
  await transaction
    .insertInto('group_draft')
    .values({
      ...{ provider_id: providerId, id, template_id: templateId, template_version: templateVersion },
      ...{ group_code: groupCode ?? null, starts_on: startsOn, version: 1 },
      ...{ created_at: now, created_by: by, changed_at: now },
    })
    .execute()
  await sql`
    insert into group_draft_row (provider_id, draft_id, study_right_oid, student_id, position, changed_at)
    select ${providerId}::uuid, ${id}::uuid, n.key, n."studentId", n.position, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows.map((row, position) => ({ ...row, position })))}::jsonb)
      as n (key text, "studentId" uuid, position integer)`.execute(transaction)
}

/** Writes the answers of rows as they will be, each a version on. */
export async function writeAnswers(
  transaction: WriteTransaction,
  draftId: string,
  rows: readonly { readonly key: string; readonly answers: Answers }[],
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update group_draft_row d set answers = n.answers, version = d.version + 1, changed_at = ${now}::timestamptz,
      changed_by = ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (key text, answers jsonb)
    where d.draft_id = ${draftId} and d.study_right_oid = n.key`.execute(transaction)
  await sql`update group_draft set changed_at = ${now} where id = ${draftId}`.execute(transaction)
}

/** What became of rows; their answers are in the plans now, and people of them must not stand in two places. */
export async function writeOutcomes(
  transaction: WriteTransaction,
  draftId: string,
  rows: readonly { readonly key: string; readonly outcome: RowOutcome }[],
  { changeId, now }: { readonly changeId: string | undefined; readonly now: Date },
): Promise<void> {
  if (rows.length > 0)
    await sql`
      update group_draft_row d set outcome = n.outcome, plan_id = (n.outcome->>'planId')::uuid, answers = '{}',
        version = d.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (key text, outcome jsonb)
      where d.draft_id = ${draftId} and d.study_right_oid = n.key`.execute(transaction)
  await sql`update group_draft set saved_at = ${now}, changed_at = ${now}, version = version + 1,
      change_id = coalesce(${changeId ?? null}::uuid, change_id)
    where id = ${draftId}`.execute(transaction)
}

export interface DraftVersions {
  readonly version: number
  readonly rows: readonly { readonly version: number }[]
}

/** What a draft and its rows have become by now; nobody answers or saves it until the transaction ends. */
export async function findVersions(
  transaction: WriteTransaction,
  id: string,
): Promise<DraftVersions | undefined> {
  const draft = await findDraft(transaction, id, { lock: true })
  if (draft === undefined) return undefined
  const rows = await transaction
    .selectFrom('group_draft_row')
    .select('version')
    .where('draft_id', '=', id)
    .execute()
  return { version: draft.version, rows }
}

export async function deleteDraft(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('group_draft').where('id', '=', id).execute()
}

export interface DraftListRow {
  readonly id: string
  readonly template_name: string
  readonly group_code: string | null
  readonly starts_on: string
  readonly students: number
  readonly saved: number
  readonly changed_at: Date
}

/** Drafts with something left to save, the newest first. */
export async function listDrafts(transaction: ReadTransaction): Promise<readonly DraftListRow[]> {
  const { rows } = await sql<DraftListRow>`
    select d.id, t.name as template_name, d.group_code, d.starts_on::text, d.changed_at, n.students, n.saved
    from group_draft d
    join path_template t on t.provider_id = d.provider_id and t.id = d.template_id
    cross join lateral (
      select count(*)::int as students, count(r.plan_id)::int as saved from group_draft_row r
      where r.provider_id = d.provider_id and r.draft_id = d.id) n
    where n.saved < n.students order by d.changed_at desc limit 200`.execute(transaction)
  return rows
}
