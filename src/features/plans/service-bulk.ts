import { setImmediate } from 'node:timers/promises'
import { auditRow } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, newNumber } from '../../platform/ids.ts'
import { planCreated } from './audit.ts'
import { planWasSaved } from './jobs.ts'
import { findPlans, type PlanRecord } from './queries.ts'
import { insertPlans, loadSurroundings, type NewPlan, type Surroundings } from './queries-bulk.ts'
import { sameTree, type Tree } from './rules-tree.ts'
import type { IncomingPlan } from './service-create.ts'
import { type RegisterContext, replaceFromRegister } from './service-register.ts'
import { detach, prepare, type SaveContext, settleAll, versionOf } from './service-save.ts'

/** What became of one plan of many. */
export type Imported =
  | { readonly outcome: 'created' | 'changed' | 'unchanged' }
  | { readonly outcome: 'refused'; readonly code: string }

/**
 * Takes in many plans in one transaction: those that are new together, in a statement for each table; those that are
 * there already each like any sending of its register. What the register has sent before and sends again writes nothing.
 *
 * @param which `new` leaves plans that are there as they are
 * @returns one outcome for each, in their order
 */
export async function importPlans(
  context: RegisterContext,
  incoming: readonly IncomingPlan[],
  which: 'all' | 'new' = 'all',
): Promise<readonly Imported[]> {
  const { audit, transaction } = context
  const source = audit.actor.kind === 'person' ? '' : audit.actor.source
  const [existing, around] = await settleAll([
    findPlans(
      transaction,
      incoming.map(({ plan }) => plan.studyRightOid),
      source,
    ),
    loadSurroundings(transaction, {
      studyRightOids: incoming.map(({ plan }) => plan.studyRightOid),
      studentOids: incoming.map(({ plan }) => plan.studentOid),
      hoksIds: incoming.flatMap(({ hoksId }) => (hoksId === undefined ? [] : [hoksId])),
    }),
  ])
  const known = new Map(existing.map(plan => [plan.study_right_oid, plan]))
  const outcomes = new Map<IncomingPlan, Imported>()
  await insertTogether(context, newPlans(context, incoming, known, around, outcomes))
  for (const one of incoming) {
    if (!outcomes.has(one)) outcomes.set(one, await takeAgain(context, one, known, which))
  }
  return incoming.map(one => outcomes.get(one) ?? { outcome: 'unchanged' })
}

/** Those whose study right has no plan yet, neither here nor earlier among them. */
function* newPlans(
  context: RegisterContext,
  incoming: readonly IncomingPlan[],
  known: ReadonlyMap<string, PlanRecord>,
  around: Surroundings,
  outcomes: Map<IncomingPlan, Imported>,
): Generator<NewPlan, void, undefined> {
  const made = new Set<string>()
  const taken = new Set(around.takenNumbers)
  for (const one of incoming) {
    const { hoksId, plan } = one
    if (known.has(plan.studyRightOid) || made.has(plan.studyRightOid)) continue
    if (hoksId !== undefined && taken.has(hoksId)) {
      outcomes.set(one, { outcome: 'refused', code: 'plans.exists' })
      continue
    }
    // A number made here that is taken already refuses the batch; the next attempt makes another.
    const number = hoksId ?? newNumber()
    taken.add(number)
    made.add(plan.studyRightOid)
    outcomes.set(one, { outcome: 'created' })
    yield newPlan(context, one, number, around)
  }
}

function newPlan(
  context: RegisterContext,
  { eid, plan, reason, unknownMembers }: IncomingPlan,
  hoksId: number,
  { studentIds, studyRights }: Surroundings,
): NewPlan {
  const { audit } = context
  const right = studyRights.get(plan.studyRightOid)
  const detached = detach(plan, [])
  const prepared = prepare(context, plan, detached, right?.body ?? null)
  const version = versionOf(context, prepared, {
    planId: newId(audit.now.getTime()),
    version: 1,
    studentId: studentIds.get(plan.studentOid) ?? right?.studentId ?? null,
    unknownMembers: unknownMembers ?? null,
    reason: reason ?? null,
    changes: [],
  })
  return {
    version,
    hoksId,
    eid: eid ?? newId(),
    studyRightOid: plan.studyRightOid,
    studentOid: plan.studentOid,
    contacts: detached.contacts,
    projections: prepared.projections,
    audit: auditRow(audit, planCreated, { details: { version: 1, source: version.source, changes: 0 } }),
  }
}

const sentAtOnce = 25

/** The database stores the first of them while the rules look at the next. */
export async function insertTogether(
  { audit, jobs, transaction }: Pick<SaveContext, 'audit' | 'jobs' | 'transaction'>,
  made: Iterable<NewPlan>,
): Promise<void> {
  const statements: Promise<unknown>[] = []
  const planIds: string[] = []
  let waiting: NewPlan[] = []
  const issue = (statement: Promise<unknown>) => {
    statements.push(statement)
    // All are awaited at the end; one that fails before is not unheard of.
    statement.catch(() => undefined)
  }
  const send = async () => {
    for (const statement of insertPlans(transaction, waiting)) issue(statement)
    waiting = []
    // What is issued in one turn leaves at its end.
    await setImmediate()
  }
  try {
    for (const plan of made) {
      planIds.push(plan.version.planId)
      if (waiting.push(plan) === sentAtOnce) await send()
    }
    await send()
    if (planIds.length > 0) {
      issue(jobs.send(transaction, planWasSaved, { providerId: audit.actor.providerId, planIds }))
    }
  } finally {
    await Promise.allSettled(statements)
  }
  await Promise.all(statements)
}

/** A plan that is there already: from before, or from earlier in the same batch. */
async function takeAgain(
  context: RegisterContext,
  { plan, unknownMembers }: IncomingPlan,
  known: ReadonlyMap<string, PlanRecord>,
  which: 'all' | 'new',
): Promise<Imported> {
  const current = known.get(plan.studyRightOid)
  if (which === 'new' || (current && sentBefore(current, plan, unknownMembers))) {
    return { outcome: 'unchanged' }
  }
  try {
    const sending = { plan, ...(unknownMembers ? { unknownMembers } : {}) }
    const saved = await replaceFromRegister(context, { studyRightOid: plan.studyRightOid }, sending)
    return { outcome: saved.version === (current?.version ?? 1) ? 'unchanged' : 'changed' }
  } catch (error) {
    // Our own rules refuse before anything is written, so the others of the batch are not touched.
    if (error instanceof AppError) return { outcome: 'refused', code: error.code }
    throw error
  }
}

/** Whether the register sends what it sent before: then nothing of it can be new here. */
function sentBefore(
  current: PlanRecord,
  plan: IncomingPlan['plan'],
  unknownMembers: IncomingPlan['unknownMembers'],
): boolean {
  if (current.last_sent === null || plan.studentOid !== current.student_oid) return false
  const sent = detach(plan, current.contacts)
  const asTree = (value: unknown) => (value ?? []) as Tree
  return (
    sameTree(sent.body as Tree, current.last_sent as Tree) &&
    sameTree(asTree(unknownMembers), asTree(current.unknown_members))
  )
}
