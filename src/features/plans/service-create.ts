import { auditRow } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, newNumber } from '../../platform/ids.ts'
import { findStudentId } from '../students/public.ts'
import { findStudyRight } from '../study-rights/public.ts'
import { planCreated } from './audit.ts'
import type { Plan } from './contract.ts'
import { findPlan, type PlanRecord } from './queries.ts'
import { insertPlan, upsertSource } from './queries-save.ts'
import {
  detach,
  prepare,
  type SaveContext,
  type SavedPlan,
  settleAll,
  storeAround,
  versionOf,
} from './service-save.ts'

export interface IncomingPlan {
  readonly plan: Plan & { readonly studyRightOid: string; readonly studentOid: string }
  /** The number that the national register has given, when a file tells it. */
  readonly hoksId?: number | undefined
  readonly eid?: string | undefined
  readonly unknownMembers?: PlanRecord['unknown_members']
  readonly reason?: string | undefined
}

const attempts = 5

/**
 * Creates the plan of a study right. `studyRightKnown: 'demanded'` refuses a study right or student that we do not
 * have, as an interface must; a file is stored all the same and the finding tells.
 *
 * @throws AppError plans.exists, plans.study-right-unknown, plans.student-unknown, plans.other-student
 */
export async function createPlan(
  context: SaveContext,
  incoming: IncomingPlan,
  options: { readonly studyRightKnown: 'demanded' | 'wished' },
): Promise<SavedPlan> {
  const { transaction, audit } = context
  const { plan } = incoming
  const [right, studentId, existing] = await settleAll([
    findStudyRight(transaction, plan.studyRightOid),
    findStudentId(transaction, plan.studentOid),
    findPlan(transaction, { studyRightOid: plan.studyRightOid }),
  ])
  if (existing) throw planExists(existing.id)
  if (options.studyRightKnown === 'demanded') demandKnown(plan, right?.studentId, studentId)

  const detached = detach(plan, [])
  const prepared = prepare(context, plan, detached, right?.body ?? null)
  const version = versionOf(context, prepared, {
    planId: newId(audit.now.getTime()),
    version: 1,
    studentId: studentId ?? right?.studentId ?? null,
    unknownMembers: incoming.unknownMembers ?? null,
    reason: incoming.reason ?? null,
    changes: [],
  })
  const identity = {
    eid: incoming.eid ?? newId(),
    studyRightOid: plan.studyRightOid,
    studentOid: plan.studentOid,
  }
  const event = auditRow(audit, planCreated, { details: { version: 1, source: version.source, changes: 0 } })
  let hoksId = incoming.hoksId ?? newNumber()
  // A number made here may be taken already; one that the national register gave may not be changed.
  for (let tried = 1; !(await insertPlan(transaction, version, { ...identity, hoksId }, event)); tried += 1) {
    // Somebody else made the plan meanwhile.
    const other = await findPlan(transaction, { studyRightOid: plan.studyRightOid })
    if (other) throw planExists(other.id)
    if (incoming.hoksId !== undefined || tried === attempts) throw new AppError('plans.exists', 400)
    hoksId = newNumber()
  }
  const { providerId, planId, savedAt: at, source } = version
  await settleAll([
    ...storeAround(context, version, prepared, undefined),
    upsertSource(transaction, { providerId, planId, source, sent: { version: 1 }, at }),
  ])
  return { id: planId, hoksId, version: 1, findings: prepared.findings }
}

const planExists = (planId: string) =>
  new AppError('plans.exists', 400, { pointer: '/studyRightOid', more: { planId } })

function demandKnown(
  plan: IncomingPlan['plan'],
  ownerOfRight: string | undefined,
  studentId: string | undefined,
): void {
  const params = { studyRight: plan.studyRightOid, student: plan.studentOid }
  if (studentId === undefined)
    throw new AppError('plans.student-unknown', 400, { params, pointer: '/studentOid' })
  if (ownerOfRight === undefined) {
    throw new AppError('plans.study-right-unknown', 400, { params, pointer: '/studyRightOid' })
  }
  if (ownerOfRight !== studentId) {
    throw new AppError('plans.other-student', 400, { params, pointer: '/studyRightOid' })
  }
}
