import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Plan } from '../plans/contract.ts'
import type { PlanPage } from '../plans/contract-api.ts'
import { findPlan, isMasked, namesOf, planAccess, type UnknownMember, wholePlan } from '../plans/public.ts'
import { firstApprovalOf } from '../plans/rules-first-approval.ts'
import { codesOf } from '../plans/rules-projection.ts'
import { displayName } from '../students/rules.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { type DocumentRow, findDocument } from './queries.ts'
import type { DocumentInput } from './rules-input.ts'

export interface DocumentDependencies {
  readonly nameOf: (code: string, studyRight: StudyRight | null) => PlanPage['names'][string] | undefined
  readonly qualificationOf: (studyRight: StudyRight | null) => PlanPage['qualification']
  /** A plan as the national service takes it in. */
  readonly national: (plan: Plan, kept: readonly UnknownMember[]) => object
}

export interface Taker {
  readonly actor: Actor
  readonly today: PlainDate
}

/**
 * A version of a plan for somebody who takes it out. Nothing that a turvakielto hides leaves the house: whoever needs it
 * says first why.
 * @throws AppError plans.not-found, access.forbidden, documents.protected, documents.version-not-found
 */
export async function documentFor(
  transaction: ReadTransaction,
  { actor, today }: Taker,
  planId: string,
  version?: number,
): Promise<DocumentRow> {
  const plan = await findPlan(transaction, { id: planId })
  if (plan === undefined) throw new AppError('plans.not-found', 404)
  planAccess.read.demand(actor, { studentId: plan.student_id })
  if (await isMasked(transaction, actor, today, plan.student_id))
    throw new AppError('documents.protected', 403)
  const found = await findDocument(transaction, planId, version)
  if (found === undefined) throw new AppError('documents.version-not-found', 404)
  return found
}

export function inputOf(
  row: DocumentRow,
  dependencies: Omit<DocumentDependencies, 'national'>,
): DocumentInput {
  const { study_right: studyRight, approved_at: approvedAt, approved_version: approvedVersion } = row
  return {
    plan: wholePlan(row),
    planId: row.id,
    version: row.version,
    newest: row.newest,
    savedAt: row.saved_at.toISOString(),
    savedBy: row.author_name ?? undefined,
    studentName: displayName(row),
    protected: row.protected ?? false,
    providerNames: { fi: row.name_fi, sv: row.name_sv ?? undefined, en: row.name_en ?? undefined },
    qualification: dependencies.qualificationOf(studyRight),
    studyRightStart: studyRight?.startsOn,
    studyRightEnd: studyRight?.endedOn ?? studyRight?.estimatedEndOn,
    approved:
      approvedAt === null || approvedVersion === null
        ? undefined
        : { version: approvedVersion, at: approvedAt.toISOString(), by: row.approver_name ?? undefined },
    firstApprovalOpen: firstApprovalOf(row.body.firstApprovedOn, row.origin) === 'provisional',
    names: namesOf(codesOf(row.body), studyRight, dependencies),
    durations: row.durations,
    erasures: Object.fromEntries(
      row.contacts.flatMap(({ id, erased_at }) =>
        erased_at === null ? [] : [[id, dayOf(new Date(erased_at))]],
      ),
    ),
  }
}

export function nationalOf(row: DocumentRow, { national }: Pick<DocumentDependencies, 'national'>): object {
  return national(wholePlan(row), row.unknown_members ?? [])
}
