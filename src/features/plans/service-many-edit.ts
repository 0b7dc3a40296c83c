import { auditRow } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { planSaved } from './audit.ts'
import type { Plan } from './contract.ts'
import { planWasSaved } from './jobs.ts'
import { lockPlans, type PlanRecord } from './queries.ts'
import { maskedPlans, type NextVersion, updatePlans } from './queries-many.ts'
import { moveProjections } from './queries-projections.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { approvedBody } from './rules-first-approval.ts'
import { projectionsOf } from './rules-projection.ts'
import { approveMany, type ManyOptions, named, whole } from './service-many.ts'
import { versionConflict } from './service-register.ts'
import {
  attach,
  detach,
  nextOf,
  type Prepared,
  prepare,
  type SaveContext,
  settleAll,
} from './service-save.ts'

/** What becomes of one plan: another whole plan made of the present one, or another body with its references as they are. */
export type PlanToEdit = {
  readonly planId: string
  /** The version that the change was made for; left out where the present one will do, whatever it is. */
  readonly knownVersion?: number | undefined
} & (
  | { readonly change: (plan: Plan, current: PlanRecord) => Plan }
  | { readonly body: (current: PlanRecord) => StoredPlan }
)

export interface EditedPlan {
  readonly id: string
  readonly studentId: string | null
  readonly versionBefore: number
  /** As before where nothing changed: no version is made of nothing. */
  readonly version: number
  readonly findings: Prepared['findings']
}

/**
 * Changes many plans in the caller's transaction, one version each: all of them or none. Locks are taken in the order of
 * the plans' ids, so two such changes wait for each other and never both for ever.
 *
 * @returns what became of each, in their order
 * @throws AppError as `editPlan`, with `planId` in `more` that names the one to blame
 */
export async function editMany(
  context: SaveContext,
  edits: readonly PlanToEdit[],
  options: ManyOptions,
): Promise<readonly EditedPlan[]> {
  const { audit, today, transaction } = context
  const planIds = [...new Set(edits.map(({ planId }) => planId))]
  if (planIds.length !== edits.length) throw new Error('A plan is changed once in one change')
  const [records, masked] = await settleAll([
    lockPlans(transaction, planIds),
    maskedPlans(transaction, audit.actor, today, planIds),
  ])
  const known = new Map(records.map(plan => [plan.id, plan]))
  const edited = edits.map(edit =>
    named({ planId: edit.planId }, () =>
      editOne(context, demandEditable(context, known.get(edit.planId), masked, edit), edit, options),
    ),
  )
  await storeTogether(context, edited)
  const results = edited.map(resultOf)
  if (options.approve) await approveMany(context, results, results)
  return results
}

interface Edited {
  readonly current: PlanRecord
  readonly prepared: Prepared
  /** Undefined where nothing changed. */
  readonly next: ReturnType<typeof nextOf>
}

function resultOf({ current, next, prepared }: Edited): EditedPlan {
  return {
    id: current.id,
    studentId: current.student_id,
    versionBefore: current.version,
    version: next?.version.version ?? current.version,
    findings: prepared.findings,
  }
}

function demandEditable(
  { audit }: SaveContext,
  current: PlanRecord | undefined,
  masked: ReadonlySet<string>,
  { knownVersion, planId }: PlanToEdit,
): PlanRecord {
  if (current === undefined) throw new AppError('plans.not-found', 404)
  planAccess.update.demand(audit.actor, { studentId: current.student_id })
  if (masked.has(planId)) throw new AppError('plans.protected', 403)
  if (knownVersion !== undefined && knownVersion !== current.version) throw versionConflict(current)
  return current
}

function editOne(
  context: SaveContext,
  current: PlanRecord,
  edit: PlanToEdit,
  { approve, reason }: ManyOptions,
): Edited {
  const { body, contacts, plan } = bodyOf(context, current, edit, approve === true)
  const prepared = prepare(context, plan, { body, contacts }, current.study_right)
  return { current, prepared, next: nextOf(context, current, { ...prepared, reason }) }
}

function bodyOf({ audit, today }: SaveContext, current: PlanRecord, edit: PlanToEdit, approve: boolean) {
  const approving = { now: audit.now, today, origin: current.origin }
  const approved = <Body extends { readonly firstApprovedOn?: string }>(body: Body): Body =>
    approve ? approvedBody(body, approving) : body
  if ('body' in edit) {
    const body = approved(edit.body(current))
    return { body, contacts: [], plan: attach(body, current.contacts) }
  }
  const present = attach(current.body, current.contacts)
  const plan = approved(whole(edit.change(present, current), present))
  if (plan.studyRightOid !== current.study_right_oid || plan.studentOid !== current.student_oid) {
    const params = { from: current.study_right_oid, to: plan.studyRightOid ?? '' }
    throw new AppError('plans.other-study-right', 400, { params })
  }
  return { ...detach(plan, current.contacts), plan }
}

async function storeTogether(
  { audit, jobs, transaction }: SaveContext,
  edited: readonly Edited[],
): Promise<void> {
  const changed = edited.flatMap(({ current, next, prepared }) =>
    next === undefined ? [] : [{ current, next, prepared }],
  )
  const [first, ...rest] = changed.map(({ next, prepared }): NextVersion => {
    const { changes, source, version } = next.version
    const details = { version, source, changes: changes.length }
    return {
      version: next.version,
      contacts: prepared.contacts,
      audit: auditRow(audit, planSaved, { details }),
    }
  })
  if (first === undefined) return
  const { providerId } = audit.actor
  const moved = changed.map(({ current, prepared }) => ({
    planId: current.id,
    before: projectionsOf(current.body),
    next: prepared.projections,
  }))
  const planIds = changed.map(({ current }) => current.id)
  const [heads] = await settleAll([
    ...updatePlans(transaction, [first, ...rest]),
    ...moveProjections(transaction, providerId, moved),
    ...changed.flatMap(({ next }) => next.follow(transaction)),
    jobs.send(transaction, planWasSaved, { providerId, planIds }),
  ])
  // The rows were locked when they were loaded, so nobody can have come between.
  if (heads !== changed.length) throw new Error('A locked plan was saved by somebody else')
}
