import { auditRow, record } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, newNumber } from '../../platform/ids.ts'
import { planAccess } from './access.ts'
import { planApproved, planCreated } from './audit.ts'
import type { Plan } from './contract.ts'
import { planWasApproved } from './jobs.ts'
import { loadSurroundings, type NewPlan } from './queries-bulk.ts'
import { approveVersions } from './queries-many.ts'
import { findStarts, type StartRow } from './queries-start.ts'
import { approvedBody } from './rules-first-approval.ts'
import { withIdentifiers } from './rules-identifiers.ts'
import { withUnwritten } from './rules-restore.ts'
import { shapeOf } from './rules-shape.ts'
import { insertTogether } from './service-bulk.ts'
import { detach, prepare, type SaveContext, type SavedPlan, settleAll, versionOf } from './service-save.ts'
import { demandBounded } from './service-write.ts'

export interface PlanToCreate {
  /** Whole, with people in place. */
  readonly plan: Plan & { readonly studyRightOid: string; readonly studentOid: string }
}

/** Said of all of them together. */
export interface ManyOptions {
  readonly reason: string | null
  readonly approve?: boolean | undefined
}

/**
 * A person makes the first plans of many study rights, in the caller's transaction: all of them or none. Each is audited and
 * checked like one that is made alone.
 *
 * @returns what was saved, in their order
 * @throws AppError as `createHere`, with `planId` or `studyRightOid` in `more` that names the one to blame
 */
export async function createMany(
  context: SaveContext,
  incoming: readonly PlanToCreate[],
  options: ManyOptions,
): Promise<readonly SavedPlan[]> {
  const { audit, today, transaction } = context
  planAccess.update.demand(audit.actor, { studentId: null })
  const oids = incoming.map(({ plan }) => plan.studyRightOid)
  const numbers = oids.map(newNumber)
  const [starts, around] = await settleAll([
    findStarts(transaction, audit.actor, today, oids),
    loadSurroundings(transaction, { studyRightOids: [], studentOids: [], hoksIds: numbers }),
  ])
  const known = new Map(starts.map(start => [start.study_right.oid, start]))
  const taken = new Set(around.takenNumbers)
  const made = new Map<string, NewPlan>()
  // In a fixed order, so that two who make the same plans at once wait for each other and never both for ever.
  const inOrder = incoming.toSorted((a, b) => (a.plan.studyRightOid < b.plan.studyRightOid ? -1 : 1))
  await insertTogether(context, newPlans(context, inOrder, { known, taken, made }, options)).catch(
    (error: unknown) => {
      throw raced(error) ?? error
    },
  )
  const saved = oids.flatMap(oid => savedOf(made.get(oid)))
  if (options.approve) await approveMany(context, saved, [...made.values()].map(studentOf))
  return saved
}

interface Making {
  readonly known: ReadonlyMap<string, StartRow>
  readonly taken: Set<number>
  readonly made: Map<string, NewPlan>
}

function* newPlans(
  context: SaveContext,
  incoming: readonly PlanToCreate[],
  { known, made, taken }: Making,
  options: ManyOptions,
): Generator<NewPlan, void, undefined> {
  for (const { plan } of incoming) {
    const { studyRightOid } = plan
    const one = named({ studyRightOid }, () => {
      const start = startableOf(known.get(studyRightOid), studyRightOid, made.has(studyRightOid))
      return newPlan(context, whole(plan, {}), { start, number: freeNumber(taken) }, options)
    })
    made.set(studyRightOid, one)
    yield one
  }
}

function startableOf(start: StartRow | undefined, oid: string, twice: boolean): StartRow {
  const params = { studyRight: oid }
  if (start === undefined) throw new AppError('plans.study-right-unknown', 404, { params })
  if (start.masked) throw new AppError('plans.protected', 403)
  if (start.plan_id !== null) throw new AppError('plans.exists', 400, { more: { planId: start.plan_id } })
  if (twice) throw new AppError('plans.exists', 400)
  if (start.study_right.includedIn !== undefined) {
    throw new AppError('plans.study-right-included', 400, { params })
  }
  return start
}

function freeNumber(taken: Set<number>): number {
  let number = newNumber()
  while (taken.has(number)) number = newNumber()
  taken.add(number)
  return number
}

/** What a person's plan is before it is stored: bounded, of the right shape, with every period named. */
export function whole(written: Plan, present: Partial<Plan>): Plan {
  const plan = withUnwritten(written, present)
  demandBounded(plan, Object.keys(present).length === 0 ? undefined : (present as Plan))
  const { findings } = shapeOf(plan)
  const [first] = findings
  if (first) throw new AppError('plans.shape', 400, { pointer: first.pointer, more: { findings } })
  return withIdentifiers(plan, newId)
}

function newPlan(
  context: SaveContext,
  written: Plan,
  { number, start }: { readonly number: number; readonly start: StartRow },
  { approve, reason }: ManyOptions,
): NewPlan {
  const { audit, today } = context
  const oids = { studyRightOid: start.study_right.oid, studentOid: start.student_oid }
  if (written.studentOid !== oids.studentOid) {
    throw new AppError('plans.other-student', 400, {
      params: { studyRight: oids.studyRightOid, student: (written.studentOid ?? '').slice(0, 100) },
    })
  }
  const plan = approve ? approvedBody(written, { now: audit.now, today }) : written
  const detached = detach(plan, [])
  const prepared = prepare(context, plan, detached, start.study_right)
  const version = versionOf(context, prepared, {
    planId: newId(audit.now.getTime()),
    version: 1,
    studentId: start.student_id,
    unknownMembers: null,
    reason,
    changes: [],
  })
  const { contacts } = detached
  const details = { version: 1, source: version.source, changes: 0 }
  const { projections } = prepared
  const event = auditRow(audit, planCreated, { details })
  return { version, hoksId: number, eid: newId(), ...oids, contacts, projections, audit: event }
}

const studentOf = ({ version }: NewPlan) => ({ id: version.planId, studentId: version.studentId })

function savedOf(plan: NewPlan | undefined): SavedPlan[] {
  if (plan === undefined) return []
  const { findings, planId: id } = plan.version
  return [{ id, hoksId: plan.hoksId, version: 1, findings }]
}

/**
 * Approves versions that have just been stored, and tells those who send them on.
 * @throws AppError where an approval lacks that the provider demands, with `planId` in `more`
 */
export async function approveMany(
  { audit, demandApprovals, jobs, today, transaction }: SaveContext,
  saved: readonly { readonly id: string; readonly version: number }[],
  students: readonly { readonly id: string; readonly studentId: string | null }[],
): Promise<void> {
  const { actor, now } = audit
  for (const { id: planId } of saved) {
    await demandApprovals?.(transaction, { planId, today }).catch((error: unknown) =>
      named({ planId }, () => {
        throw error
      }),
    )
  }
  const studentIds = new Map(students.map(({ id, studentId }) => [id, studentId]))
  const by = actor.kind === 'person' ? actor.id : null
  const events = saved.map(({ id, version }) => ({
    targetId: id,
    studentId: studentIds.get(id) ?? null,
    details: { version },
  }))
  await settleAll([
    approveVersions(
      transaction,
      saved.map(({ id, version }) => ({ id, version })),
      { at: now, by },
    ),
    record(transaction, audit, planApproved, events),
    ...saved.map(({ id }) =>
      jobs.send(transaction, planWasApproved, { providerId: actor.providerId, planId: id }),
    ),
  ])
}

/** What is refused names the one of many that it is about. */
export function named<T>(about: { planId?: string; studyRightOid?: string }, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, more, params, pointer, status } = error
    throw new AppError(code, status, {
      params,
      ...(pointer === undefined ? {} : { pointer }),
      more: { ...about, ...more },
      cause: error,
    })
  }
}

/** Somebody else made one of the plans after we had looked. */
function raced(error: unknown): AppError | undefined {
  const { code, constraint } = Object(error) as { code?: unknown; constraint?: unknown }
  if (code !== '23505' || constraint !== 'plan_provider_id_study_right_oid_key') return undefined
  return new AppError('plans.exists', 400, { cause: error })
}
