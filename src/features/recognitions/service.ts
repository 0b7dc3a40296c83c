import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Names } from '../codes/contract.ts'
import { evidenceByIds, shownEvidence } from '../evidence/public.ts'
import { findPlan } from '../plans/public.ts'
import type { ReferenceData } from '../qualifications/rules-reference.ts'
import { findProtection } from '../students/public.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { recognitionAccess } from './access.ts'
import { recognitionsRead } from './audit.ts'
import type { Recognition, RecognitionList } from './contract.ts'
import { plansOfStudent, type RecognitionRow, recognitionsOf } from './queries.ts'
import { priorKeys, targetOf, targetsOf } from './rules-targets.ts'

export interface RecognitionContext {
  readonly audit: AuditContext
  readonly actor: Actor
  readonly today: PlainDate
  readonly studentId: string
  /** The reference data at hand. */
  readonly data: ReferenceData
}

/** @throws AppError recognitions.student-not-found, recognitions.protected, access.forbidden */
export async function admit(
  transaction: ReadTransaction,
  { actor, studentId, today }: RecognitionContext,
  action: 'read' | 'ask' | 'decide',
): Promise<void> {
  const found = await findProtection(transaction, actor, today, studentId)
  if (found === undefined) throw new AppError('recognitions.student-not-found', 404)
  recognitionAccess[action].demand(actor, { studentId })
  if (found.masked) throw new AppError('recognitions.protected', 403)
}

export const namesIn =
  (data: ReferenceData) =>
  (code: string): Names | undefined =>
    data.namesOf(code)

export const qualificationOf = (data: ReferenceData, studyRight: StudyRight | null) => {
  const diaryNumber = studyRight?.attainments.find(one => one.diaryNumber !== undefined)?.diaryNumber
  return diaryNumber === undefined ? undefined : data.qualification(diaryNumber)
}

/** A plan of the student with what could be recognised in it. */
export async function planWithParts(
  transaction: ReadTransaction,
  data: ReferenceData,
  planId: string,
  studyRight: StudyRight | null,
) {
  const plan = await findPlan(transaction, { id: planId })
  if (plan === undefined) throw new AppError('plans.not-found', 404)
  const qualification = qualificationOf(data, studyRight)
  const parts = targetsOf(plan.body, qualification, namesIn(data))
  return { plan, qualification, parts, prior: priorKeys(plan.body) }
}

export async function listRecognitions(
  transaction: ReadTransaction,
  context: RecognitionContext,
): Promise<RecognitionList> {
  await admit(transaction, context, 'read')
  const { actor, audit, data, studentId } = context
  const heads = await plansOfStudent(transaction, studentId)
  const plans: RecognitionList['plans'] = []
  for (const { id, study_right } of heads) {
    const { parts, plan, qualification } = await planWithParts(transaction, data, id, study_right)
    plans.push({
      id,
      version: plan.version,
      ...(qualification === undefined ? {} : { qualification: qualification.names }),
      ...(study_right?.institutionOid === undefined ? {} : { institutionOid: study_right.institutionOid }),
      parts,
    })
  }
  const items = await shownRecognitions(transaction, context)
  await record(transaction, audit, recognitionsRead, { studentId, details: { requests: items.length } })
  const permittedActions = recognitionAccess
    .permitted(actor, { studentId })
    .filter(action => action === 'ask' || action === 'decide')
  return { plans, items, permittedActions }
}

export async function shownRecognitions(
  transaction: ReadTransaction,
  { data, studentId }: Pick<RecognitionContext, 'data' | 'studentId'>,
): Promise<Recognition[]> {
  const rows = await recognitionsOf(transaction, studentId)
  const ids = [...new Set(rows.flatMap(row => row.evidence_ids))]
  const evidence = ids.length === 0 ? [] : await evidenceByIds(transaction, ids)
  const byId = new Map(evidence.map(one => [one.id, shownEvidence(one)]))
  return rows.map(row => ({
    ...basics(row, data),
    ...answered(row),
    evidence: row.evidence_ids.flatMap(id => byId.get(id) ?? []),
  }))
}

function basics(row: RecognitionRow, data: ReferenceData) {
  const area = row.subject_area_code === null ? {} : { subjectAreaCode: row.subject_area_code }
  return {
    id: row.id,
    planId: row.plan_id,
    part: targetOf({ unitCode: row.unit_code, ...area }, true, namesIn(data)),
    state: row.state,
    ...(row.route === null ? {} : { route: row.route }),
    ...(row.wish === null ? {} : { wish: row.wish }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(row.assessors === null ? {} : { assessors: [...row.assessors] }),
    ...(row.sent_on === null ? {} : { sentOn: row.sent_on }),
    askedAt: row.asked_at.toISOString(),
    ...(row.asked_name === null ? {} : { askedBy: row.asked_name }),
    version: row.version,
  }
}

function answered(row: RecognitionRow) {
  return {
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at.toISOString() }),
    ...(row.decided_name === null ? {} : { decidedBy: row.decided_name }),
    ...(row.plan_version === null ? {} : { planVersion: row.plan_version }),
  }
}
