import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { Plan } from '../plans/contract.ts'
import { editMany, type PlanRecord, planAccess, planRead, readPlans, wholePlan } from '../plans/public.ts'
import { bulkMade } from './audit.ts'
import type { BulkMade, BulkOperation, BulkPreview, NewBulkChange, PlanPreview } from './contract.ts'
import { type ChangedPlan, insertChange, type NewChange, type OwnerRow, ownersOf } from './queries.ts'
import { type BulkReference, changedBy } from './rules.ts'
import { differenceWords, findingWords, keptOperation, nameMember, type Teller } from './service-words.ts'

export interface BulkContext {
  readonly transaction: ReadTransaction
  readonly audit: AuditContext
}

/**
 * What would become of each plan; nothing is stored. Each plan that is looked at is a reading of somebody's plan.
 * @throws AppError bulk-changes.plan-not-found
 */
export async function previewChange(
  { audit, transaction }: BulkContext,
  planIds: readonly string[],
  operation: BulkOperation,
  teller: Teller,
): Promise<BulkPreview> {
  const plans = await demandPlans(transaction, planIds)
  const owners = await ownersOf(transaction, audit.actor, teller.today, planIds)
  for (const plan of plans) planAccess.update.demand(audit.actor, { studentId: plan.student_id })
  const byPlan = new Map(owners.map(owner => [owner.plan_id, owner]))
  const known = new Map(plans.map(plan => [plan.id, plan]))
  await recordReadings({ audit, transaction }, plans, byPlan)
  const ordered = owners.flatMap(owner => known.get(owner.plan_id) ?? [])
  return { plans: ordered.map(plan => previewOf(plan, byPlan.get(plan.id), operation, teller)) }
}

/** @throws AppError bulk-changes.plan-not-found for the first that is not there */
export async function demandPlans(
  transaction: ReadTransaction,
  planIds: readonly string[],
): Promise<readonly PlanRecord[]> {
  const plans = await readPlans(transaction, planIds)
  const known = new Set(plans.map(plan => plan.id))
  const missing = planIds.find(id => !known.has(id))
  if (missing === undefined) return plans
  throw new AppError('bulk-changes.plan-not-found', 404, { more: { planId: missing } })
}

/** Of the plans that were shown: of masked ones nothing was. */
export function recordReadings(
  { audit, transaction }: BulkContext,
  plans: readonly PlanRecord[],
  owners: ReadonlyMap<string, OwnerRow>,
): Promise<void> {
  const shown = plans.filter(plan => owners.get(plan.id)?.masked === false)
  const events = shown.map(({ id, student_id, version }) => ({
    targetId: id,
    studentId: student_id,
    details: { version },
  }))
  return record(transaction, audit, planRead, events)
}

function previewOf(
  plan: PlanRecord,
  owner: OwnerRow | undefined,
  operation: BulkOperation,
  teller: Teller,
): PlanPreview {
  const head = { planId: plan.id, version: plan.version, ...nameMember(owner) }
  const nothing = { changes: [], findingsNew: [], findingsGone: [] }
  const refused = (code: string): PlanPreview => ({
    ...head,
    ...nothing,
    outcome: 'refused',
    reason: teller.text(teller.language, `bulk-changes.refusals.${code}`, {}),
  })
  if (owner === undefined || owner.masked) return refused('protected')
  const before = wholePlan(plan)
  const result = changedBy(operation, before, referenceFor(plan, teller))
  if ('refused' in result) return refused(result.refused)
  const changes = differenceWords(before, result.plan, plan.study_right, teller)
  if (changes.length === 0) return { ...head, ...nothing, outcome: 'same' }
  const findings = findingWords(before, result.plan, plan.study_right, teller)
  return { ...head, outcome: 'changes', changes, ...findings }
}

function referenceFor(
  plan: Pick<PlanRecord, 'study_right'>,
  { data, today }: Pick<Teller, 'data' | 'today'>,
): BulkReference {
  const attainment = plan.study_right?.attainments.find(one => one.diaryNumber !== undefined)
  const diaryNumber = attainment?.diaryNumber
  const units = diaryNumber === undefined ? [] : (data().qualification(diaryNumber)?.units ?? [])
  const own = new Map(units.map(unit => [unit.codeUri, unit.version]))
  return { diaryNumber, today, versionOf: code => own.get(code) ?? data().versionOf(code) ?? 1 }
}

/**
 * Makes the change to all of the plans, one version each, or to none of them.
 * @throws AppError bulk-changes.changed-since with the plans that somebody saved meanwhile, bulk-changes.cannot with the
 *   plan that cannot take it, plans.protected, access.forbidden
 */
export async function makeChange(
  context: { readonly transaction: WriteTransaction; readonly audit: AuditContext },
  { operation, plans, reason }: NewBulkChange,
  teller: Teller,
): Promise<BulkMade> {
  const { audit, transaction } = context
  await demandVersions(transaction, plans)
  const change = (plan: Plan, current: PlanRecord): Plan => {
    const result = changedBy(operation, plan, referenceFor(current, teller))
    if ('plan' in result) return result.plan
    throw new AppError('bulk-changes.cannot', 409, {
      params: { why: teller.text(teller.language, `bulk-changes.refusals.${result.refused}`, {}) },
    })
  }
  const said = reason.trim()
  const edited = await editMany(
    { transaction, audit, today: teller.today, ...teller.saving },
    plans.map(({ planId, version }) => ({ planId, knownVersion: version, change })),
    { reason: said },
  )
  const changed = edited
    .filter(one => one.version !== one.versionBefore)
    .map(({ id, version, versionBefore }) => ({ planId: id, versionBefore, versionAfter: version }))
  if (changed.length === 0) throw new AppError('bulk-changes.nothing', 409)
  const { kind } = operation
  const id = await recordBulkChange(
    context,
    { kind, operation: keptOperation(operation), reason: said },
    changed,
  )
  return { id, plans: changed.length }
}

/** Remembers that plans were changed (or made) together, so that they can be found together, and undone. */
export async function recordBulkChange(
  { audit, transaction }: { readonly transaction: WriteTransaction; readonly audit: AuditContext },
  change: Pick<NewChange, 'kind' | 'operation' | 'reason'>,
  plans: readonly ChangedPlan[],
): Promise<string> {
  const { actor, now } = audit
  const id = newId(now.getTime())
  const by = actor.kind === 'person' ? actor.id : null
  await insertChange(transaction, { ...change, id, now, by, providerId: actor.providerId }, plans)
  const details = { kind: change.kind, plans: plans.length }
  await record(transaction, audit, bulkMade, { targetId: id, details })
  return id
}

/** @throws AppError bulk-changes.changed-since with all the plans that were saved since they were looked at */
export async function demandVersions(
  transaction: ReadTransaction,
  known: readonly { readonly planId: string; readonly version: number }[],
): Promise<void> {
  const plans = await demandPlans(
    transaction,
    known.map(one => one.planId),
  )
  const present = new Map(plans.map(plan => [plan.id, plan.version]))
  const changed = known.filter(one => present.get(one.planId) !== one.version).map(one => one.planId)
  if (changed.length === 0) return
  throw new AppError('bulk-changes.changed-since', 409, {
    params: { count: changed.length },
    more: { planIds: changed },
  })
}
