import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Assessor, PartKey, RecognitionState, SuggestionSource, VerificationRoute } from './contract.ts'

export interface RecognitionRow {
  readonly id: string
  readonly plan_id: string
  readonly unit_code: string
  readonly subject_area_code: string | null
  readonly route: VerificationRoute | null
  readonly state: RecognitionState
  readonly wish: string | null
  readonly source: SuggestionSource | null
  readonly assessors: readonly Assessor[] | null
  readonly sent_on: string | null
  readonly reason: string | null
  readonly asked_at: Date
  readonly asked_name: string | null
  readonly decided_at: Date | null
  readonly decided_name: string | null
  readonly plan_version: number | null
  readonly version: number
  readonly evidence_ids: readonly string[]
}

/** Of a student, what waits first, then the newest. */
export async function recognitionsOf(
  transaction: ReadTransaction,
  studentId: string,
): Promise<RecognitionRow[]> {
  const { rows } = await sql<RecognitionRow>`
    select r.id, r.plan_id, r.unit_code, r.subject_area_code, r.route, r.state, r.wish, r.source, r.assessors,
      r.sent_on::text as sent_on, r.reason, r.asked_at, r.decided_at, r.plan_version, r.version,
      (select p.name from person p where p.id = r.asked_by) as asked_name,
      (select p.name from person p where p.id = r.decided_by) as decided_name,
      (select coalesce(array_agg(e.evidence_id::text order by e.evidence_id), '{}') from recognition_evidence e
        where e.provider_id = r.provider_id and e.recognition_id = r.id) as evidence_ids
    from recognition r where r.student_id = ${studentId}::uuid
    order by r.state in ('asked', 'with-assessors') desc, coalesce(r.decided_at, r.asked_at) desc, r.id`.execute(
    transaction,
  )
  return rows
}

export interface StudentPlan {
  readonly id: string
  readonly study_right: StudyRight | null
}

/** The student's plans, the newest study right first. */
export async function plansOfStudent(
  transaction: ReadTransaction,
  studentId: string,
): Promise<StudentPlan[]> {
  const { rows } = await sql<StudentPlan>`
    select p.id, r.body as study_right from plan p
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.student_id = ${studentId}::uuid order by r.starts_on desc nulls last, p.id`.execute(transaction)
  return rows
}

export interface LockedRecognition {
  readonly id: string
  readonly unit_code: string
  readonly subject_area_code: string | null
  readonly state: RecognitionState
  readonly assessors: readonly Assessor[] | null
  readonly sent_on: string | null
  readonly version: number
}

/** Requests of a student by ids, locked in the order of their ids so that two who decide never wait for each other. */
export async function lockRecognitions(
  transaction: WriteTransaction,
  studentId: string,
  ids: readonly string[],
): Promise<LockedRecognition[]> {
  return found(transaction, studentId, ids, sql`for update`)
}

export async function findRecognitions(
  transaction: ReadTransaction,
  studentId: string,
  ids: readonly string[],
): Promise<(LockedRecognition & { readonly plan_id: string })[]> {
  return found(transaction, studentId, ids, sql``)
}

async function found(
  transaction: ReadTransaction,
  studentId: string,
  ids: readonly string[],
  lock: ReturnType<typeof sql>,
) {
  const { rows } = await sql<LockedRecognition & { plan_id: string }>`
    select id, plan_id, unit_code, subject_area_code, state, assessors, sent_on::text as sent_on, version
    from recognition where student_id = ${studentId}::uuid and id = any (${ids}::uuid[]) order by id ${lock}`.execute(
    transaction,
  )
  return rows
}

export interface NewRecognition extends PartKey {
  readonly id: string
  readonly wish: string | null
  readonly source: SuggestionSource | null
}

export async function insertRecognitions(
  transaction: WriteTransaction,
  about: {
    readonly providerId: string
    readonly studentId: string
    readonly planId: string
    readonly now: Date
    readonly by: string | null
    readonly evidenceIds: readonly string[]
  },
  recognitions: readonly NewRecognition[],
): Promise<void> {
  const { by, evidenceIds, now, planId, providerId, studentId } = about
  await transaction
    .insertInto('recognition')
    .values(
      recognitions.map(one => ({
        ...{ provider_id: providerId, id: one.id, student_id: studentId, plan_id: planId },
        ...{ unit_code: one.unitCode, subject_area_code: one.subjectAreaCode ?? null, state: 'asked' },
        ...{ wish: one.wish, source: one.source === null ? null : JSON.stringify(one.source) },
        ...{ asked_at: now, asked_by: by },
      })),
    )
    .execute()
  if (evidenceIds.length === 0) return
  await transaction
    .insertInto('recognition_evidence')
    .values(
      recognitions.flatMap(({ id }) =>
        evidenceIds.map(evidence => ({ provider_id: providerId, recognition_id: id, evidence_id: evidence })),
      ),
    )
    .execute()
}

export async function sendToAssessors(
  transaction: WriteTransaction,
  id: string,
  assessors: readonly Assessor[],
  sentOn: string,
): Promise<void> {
  await transaction
    .updateTable('recognition')
    .set({
      ...{ state: 'with-assessors', route: 'assessors', assessors: JSON.stringify(assessors) },
      ...{ sent_on: sentOn, version: sql`version + 1` },
    })
    .where('id', '=', id)
    .execute()
}

export async function saveDecision(
  transaction: WriteTransaction,
  ids: readonly string[],
  decision: {
    readonly state: 'recognised' | 'refused'
    readonly route: VerificationRoute | null
    readonly reason: string
    readonly by: string | null
    readonly at: Date
    readonly planVersion: number | null
  },
): Promise<void> {
  const { at, by, planVersion, reason, route, state } = decision
  await sql`update recognition set state = ${state}, route = coalesce(${route}, route), reason = ${reason},
      decided_at = ${at}, decided_by = ${by}::uuid, plan_version = ${planVersion}::integer, version = version + 1
    where id = any (${ids}::uuid[])`.execute(transaction)
}

export async function withdrawRecognition(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction
    .updateTable('recognition')
    .set({ state: 'withdrawn', version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteRecognitionsOf(
  transaction: WriteTransaction,
  studentId: string,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('recognition')
    .where('student_id', '=', studentId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
