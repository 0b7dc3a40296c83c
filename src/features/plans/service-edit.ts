import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { planAccess } from './access.ts'
import type { Plan } from './contract.ts'
import type { PlanEdit } from './contract-api.ts'
import { findPlan, type PlanRecord } from './queries.ts'
import { approvedBody } from './rules-first-approval.ts'
import { withIdentifiers } from './rules-identifiers.ts'
import { withUnwritten } from './rules-restore.ts'
import { versionConflict } from './service-register.ts'
import { attach, detach, prepare, type SaveContext, type SavedPlan, saveNext } from './service-save.ts'
import { approve, demandBounded, wholeOf } from './service-write.ts'

/**
 * A person saves a plan in the browser. Findings never refuse it: a plan that has errors is stored with them, so that
 * mending can take more than one sitting.
 *
 * @throws AppError plans.not-found, plans.version-conflict, plans.contact-unknown, plans.shape, plans.text-too-long,
 *   access.forbidden
 */
export async function editPlan(
  context: SaveContext,
  planId: string,
  edit: PlanEdit,
  knownVersion: number,
): Promise<SavedPlan> {
  const current = await editable(context, planId, knownVersion)
  const present = attach(current.body, current.contacts)
  const whole = withUnwritten(wholeOf(edit, current.contacts), present)
  demandBounded(whole, present)
  const plan = withIdentifiers(whole, newId)
  demandSameOids(current, plan)
  return store(context, current, plan, edit)
}

/**
 * Approves the plan as it stands: a version of its own, because the day of approving is part of the plan.
 * @throws AppError plans.not-found, plans.version-conflict, access.forbidden
 */
export async function approvePlan(
  context: SaveContext,
  planId: string,
  knownVersion: number,
): Promise<SavedPlan> {
  const current = await editable(context, planId, knownVersion)
  return store(context, current, attach(current.body, current.contacts), { approve: true })
}

async function editable(context: SaveContext, planId: string, knownVersion: number): Promise<PlanRecord> {
  const current = await findPlan(context.transaction, { id: planId }, { lock: true })
  if (current === undefined) throw new AppError('plans.not-found', 404)
  planAccess.update.demand(context.audit.actor, { studentId: current.student_id })
  if (knownVersion !== current.version) throw versionConflict(current)
  return current
}

async function store(
  context: SaveContext,
  current: PlanRecord,
  written: Plan,
  { approve: approves = false, reason }: { readonly approve?: boolean; readonly reason?: string },
): Promise<SavedPlan> {
  const { audit, today } = context
  const plan = approves ? approvedBody(written, { now: audit.now, today, origin: current.origin }) : written
  const prepared = prepare(context, plan, detach(plan, current.contacts), current.study_right)
  const stored = await saveNext(context, current, { ...prepared, reason: reason?.trim() ?? null })
  const { hoks_id: hoksId, id, version } = current
  const saved = stored ?? { id, hoksId, version, findings: prepared.findings }
  if (approves) await approve(context, saved, current.student_id)
  return saved
}

function demandSameOids(current: PlanRecord, plan: Plan): void {
  if (plan.studyRightOid === current.study_right_oid && plan.studentOid === current.student_oid) return
  const params = { from: current.study_right_oid, to: plan.studyRightOid ?? '' }
  throw new AppError('plans.other-study-right', 400, { params, pointer: '/plan/studyRightOid' })
}
