import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StudyRight } from './contract.ts'
import type { StudyRightConfidential, StudyRightDetails } from './contract-details.ts'
import { presentState } from './rules-states.ts'

export interface StoredStudyRight {
  readonly studentId: string
  readonly body: StudyRight
}

/** A study right about to be stored. What the source does not tell beside the body is left as it is. */
export interface IncomingStudyRight {
  readonly studentId: string
  readonly body: StudyRight
  readonly details?: StudyRightDetails
  readonly confidential?: StudyRightConfidential
  readonly source: string
}

export async function findStudyRight(
  transaction: ReadTransaction,
  oid: string,
): Promise<StoredStudyRight | undefined> {
  const row = await transaction
    .selectFrom('study_right')
    .select(['student_id', 'body'])
    .where('oid', '=', oid)
    .executeTakeFirst()
  return row && { studentId: row.student_id, body: row.body as unknown as StudyRight }
}

/** What rules read of a study right beside its body; nothing confidential. */
export async function findDetails(
  transaction: ReadTransaction,
  oid: string,
): Promise<StudyRightDetails | undefined> {
  const row = await transaction
    .selectFrom('study_right')
    .select('details')
    .where('oid', '=', oid)
    .executeTakeFirst()
  const details = row?.details as unknown as Partial<StudyRightDetails> | undefined
  return details && { ...details, attainments: details.attainments ?? [] }
}

/** The confidential part, for those alone who decide of it: whoever asks has checked access and audits. */
export async function findConfidential(
  transaction: ReadTransaction,
  oid: string,
): Promise<StudyRightConfidential | undefined> {
  const row = await transaction
    .selectFrom('study_right')
    .select('confidential')
    .where('oid', '=', oid)
    .executeTakeFirst()
  return row?.confidential as unknown as StudyRightConfidential | undefined
}

export type SupportPeriods = Pick<StudyRightConfidential, 'specialSupport' | 'demandingSupport'>

/** Of the confidential part the decisions of support alone; whoever asks has checked access and audits. */
export async function findSupport(
  transaction: ReadTransaction,
  oids: readonly string[],
): Promise<ReadonlyMap<string, SupportPeriods>> {
  const { rows } = await sql<{ oid: string; support: SupportPeriods }>`
    select oid, jsonb_strip_nulls(jsonb_build_object('specialSupport', confidential->'specialSupport',
      'demandingSupport', confidential->'demandingSupport')) as support
    from study_right where oid = any (${oids}::text[]) and vanished_at is null`.execute(transaction)
  return new Map(rows.map(({ oid, support }) => [oid, support]))
}

/** All study rights of a student, those that have vanished from the register too, the newest first. */
export async function studyRightsOf(
  transaction: ReadTransaction,
  studentId: string,
): Promise<(StoredStudyRight & { readonly vanished: boolean })[]> {
  const rows = await transaction
    .selectFrom('study_right')
    .select(['student_id', 'body', 'vanished_at'])
    .where('student_id', '=', studentId)
    .orderBy('starts_on', order => order.desc().nullsLast())
    .orderBy('oid')
    .execute()
  return rows.map(row => ({
    studentId: row.student_id,
    body: row.body as unknown as StudyRight,
    vanished: row.vanished_at !== null,
  }))
}

/** Stores study rights in one statement, each OID once; answers those that were new, differed or came back. */
export async function upsertStudyRights(
  transaction: WriteTransaction,
  providerId: string,
  rights: readonly IncomingStudyRight[],
  today: string,
): Promise<{ readonly oid: string; readonly studentId: string }[]> {
  const rows = rights.map(right => rowOf(right, today))
  const { rows: changed } = await sql<{ oid: string; student_id: string }>`
    insert into study_right as r (provider_id, oid, student_id, body, details, confidential, diary_number, starts_on,
      estimated_end_on, source, present_state, state_from, state_changes_on, changed_at)
    select ${providerId}::uuid, oid, student_id, body, coalesce(details, '{}'), coalesce(confidential, '{}'),
      diary_number, starts_on, estimated_end_on, source, present_state, state_from, state_changes_on, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (oid text, student_id uuid, body jsonb, details jsonb,
      confidential jsonb, diary_number text, starts_on date, estimated_end_on date, source text, present_state text,
      state_from date, state_changes_on date)
    on conflict (provider_id, oid) do update set student_id = excluded.student_id, body = excluded.body,
      details = case when excluded.details = '{}' then r.details else excluded.details end,
      confidential = case when excluded.details = '{}' then r.confidential else excluded.confidential end,
      diary_number = excluded.diary_number, starts_on = excluded.starts_on,
      estimated_end_on = excluded.estimated_end_on, source = excluded.source,
      present_state = excluded.present_state, state_from = excluded.state_from,
      state_changes_on = excluded.state_changes_on, changed_at = excluded.changed_at, vanished_at = null
    where r.vanished_at is not null or r.student_id <> excluded.student_id or r.body <> excluded.body
      or (excluded.details <> '{}' and (r.details <> excluded.details or r.confidential <> excluded.confidential))
    returning r.oid, r.student_id`.execute(transaction)
  return changed.map(row => ({ oid: row.oid, studentId: row.student_id }))
}

function rowOf({ studentId, body, details, confidential, source }: IncomingStudyRight, today: string) {
  const { present, changesOn } = presentState(body.states, today)
  return {
    oid: body.oid,
    student_id: studentId,
    body,
    details,
    confidential,
    diary_number: body.attainments.find(one => one.diaryNumber)?.diaryNumber,
    starts_on: body.startsOn,
    estimated_end_on: body.estimatedEndOn,
    source,
    present_state: present?.state,
    state_from: present?.from,
    state_changes_on: changesOn,
  }
}

/** Marks the study rights that a run of the whole register has not met; answers how many. */
export async function markUnmet(transaction: WriteTransaction, runId: string, now: Date): Promise<number> {
  const result = await transaction
    .updateTable('study_right')
    .set({ vanished_at: now })
    .where('vanished_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from import_seen s
        where s.provider_id = study_right.provider_id and s.run_id = ${runId}::uuid and s.key = study_right.oid)`,
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/**
 * Looks again at the rights whose next state has begun, in one statement; answers how many. It says in SQL what
 * `presentState` says of one right.
 */
export async function moveStatesOn(transaction: WriteTransaction, today: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update study_right r set (present_state, state_from) = (
        select s->>'state', (s->>'start')::date from jsonb_array_elements(r.body->'states') with ordinality as t (s, at)
        where s->>'start' <= ${today} order by s->>'start' desc, at desc limit 1),
      state_changes_on = (
        select min(s->>'start')::date from jsonb_array_elements(r.body->'states') as s where s->>'start' > ${today})
    where r.state_changes_on <= ${today}::date`.execute(transaction)
  return Number(numAffectedRows ?? 0n)
}
