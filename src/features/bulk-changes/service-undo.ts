import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { bodiesOf, editMany, type PlanRecord, planAccess } from '../plans/public.ts'
import { bulkUndone } from './audit.ts'
import type { Undone, UndoPreview } from './contract.ts'
import {
  type ChangedPlan,
  type ChangeRow,
  closeChange,
  findChange,
  markUndone,
  ownersOf,
  plansOfChange,
} from './queries.ts'
import { type Undoing, undoneBody } from './rules-undoing.ts'
import { type BulkContext, demandPlans, demandVersions, recordReadings } from './service.ts'
import { changeRow, differenceWords, nameMember, type Teller } from './service-words.ts'

/**
 * What undoing would do to each plan; nothing is stored.
 * @throws AppError bulk-changes.not-found, bulk-changes.undone
 */
export async function previewUndo(
  { audit, transaction }: BulkContext,
  id: string,
  teller: Teller,
): Promise<UndoPreview> {
  const change = await undoable(transaction, id)
  const found = await undoings(transaction, id)
  const planIds = found.map(one => one.plan.id)
  const owners = await ownersOf(transaction, audit.actor, teller.today, planIds)
  const byPlan = new Map(owners.map(owner => [owner.plan_id, owner]))
  await recordReadings(
    { audit, transaction },
    found.map(one => one.plan),
    byPlan,
  )
  const known = new Map(found.map(one => [one.plan.id, one]))
  const ordered = owners.flatMap(owner => known.get(owner.plan_id) ?? [])
  const plans = ordered.map(({ left = 'changed-same', plan, undoing }): UndoPreview['plans'][number] => {
    const owner = byPlan.get(plan.id)
    const head = { planId: plan.id, version: plan.version, ...nameMember(owner) }
    const why = owner?.masked !== false ? 'protected' : undoing.outcome === 'left' ? left : undefined
    if (why !== undefined || undoing.outcome === 'left') {
      const reason = teller.text(teller.language, `bulk-changes.refusals.${why ?? left}`, {})
      return { ...head, outcome: 'left', reason, changes: [] }
    }
    const changes = differenceWords(plan.body, undoing.body, plan.study_right, teller)
    return { ...head, outcome: undoing.outcome, changes }
  })
  return { change: changeRow(change, teller), plans }
}

/**
 * Takes the change out of the plans that were shown, all of them or none; what cannot be taken out is left as it is. Plans
 * that were not shown can be undone later: the change is closed when nothing is left that could be taken out.
 * @throws AppError bulk-changes.not-found, bulk-changes.undone, bulk-changes.changed-since
 */
export async function undoChange(
  { audit, transaction }: { readonly transaction: WriteTransaction; readonly audit: AuditContext },
  id: string,
  shown: readonly { readonly planId: string; readonly version: number }[],
  teller: Teller,
): Promise<Undone> {
  const change = await undoable(transaction, id, { lock: true })
  await demandVersions(transaction, shown)
  const chosen = new Map(shown.map(one => [one.planId, one.version]))
  const owners = await ownersOf(transaction, audit.actor, teller.today, [...chosen.keys()])
  const masked = new Set(owners.filter(owner => owner.masked).map(owner => owner.plan_id))
  const found = await undoings(transaction, id)
  const possible = found.filter(one => one.undoing.outcome !== 'left')
  const edits = found.flatMap(({ plan, undoing }) => {
    const knownVersion = chosen.get(plan.id)
    if (undoing.outcome === 'left' || knownVersion === undefined || masked.has(plan.id)) return []
    planAccess.update.demand(audit.actor, { studentId: plan.student_id })
    return [{ planId: plan.id, knownVersion, body: () => undoing.body }]
  })
  if (edits.length === 0) throw new AppError('bulk-changes.nothing', 409)
  const reason = teller.text(teller.language, 'bulk-changes.undo-reason', { reason: change.reason })
  const context = { transaction, audit, today: teller.today, ...teller.saving }
  const edited = await editMany(context, edits, { reason: reason.slice(0, 500) })
  const versions = edited.map(({ id: planId, version }) => ({ planId, version }))
  const by = audit.actor.kind === 'person' ? audit.actor.id : null
  await markUndone(transaction, id, versions)
  if (possible.length === edits.length) await closeChange(transaction, id, { by, now: audit.now })
  const result = { undone: edited.length, left: found.length - edited.length }
  const details = { plans: result.undone, left: result.left }
  await record(transaction, audit, bulkUndone, { targetId: id, details })
  return result
}

async function undoable(
  transaction: ReadTransaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ChangeRow> {
  const change = await findChange(transaction, id, options)
  if (change === undefined) throw new AppError('bulk-changes.not-found', 404)
  if (change.undone_at !== null) throw new AppError('bulk-changes.undone', 409)
  // A plan is not unmade: where all are new there is nothing to take back.
  if (!change.edits) throw new AppError('bulk-changes.made-plans', 409)
  return change
}

/** A plan out of which the change has not been taken yet. */
interface Found {
  readonly plan: PlanRecord
  readonly undoing: Undoing
  /** Why it is left as it is, where nobody changed the same place. */
  readonly left?: 'made-here'
}

async function undoings(transaction: ReadTransaction, id: string): Promise<readonly Found[]> {
  const rows = (await plansOfChange(transaction, id)).filter(row => row.versionUndone === null)
  const plans = await demandPlans(
    transaction,
    rows.map(row => row.planId),
  )
  const version = (of: (row: ChangedPlan) => number | null) =>
    rows.flatMap(row => {
      const wanted = of(row)
      return wanted === null ? [] : [{ planId: row.planId, version: wanted }]
    })
  const before = await bodiesOf(
    transaction,
    version(row => row.versionBefore),
  )
  const after = await bodiesOf(
    transaction,
    version(row => row.versionAfter),
  )
  const known = new Map(rows.map(row => [row.planId, row]))
  return plans.map((plan): Found => {
    const row = known.get(plan.id)
    if (row?.versionBefore === null) return { plan, undoing: { outcome: 'left' }, left: 'made-here' }
    const [was, is] = [before.get(plan.id), after.get(plan.id)]
    if (was === undefined || is === undefined) return { plan, undoing: { outcome: 'left' } }
    const untouched = plan.version === row?.versionAfter
    return { plan, undoing: undoneBody({ before: was, after: is, present: plan.body, untouched }) }
  })
}
