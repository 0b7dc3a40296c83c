import {
  createPlan,
  findPlan,
  type MasterPart,
  type Plan,
  type PlanKey,
  patchFromRegister,
  planAccess,
  planRead,
  type RegisterContext,
  replaceFromRegister,
  type SaveContext,
  type SavedPlan,
  versionOf,
  wholePlan,
} from '../../features/plans/public.ts'
import type { StudyRight } from '../../features/study-rights/contract.ts'
import { findStudyRight, studyRightConsulted } from '../../features/study-rights/public.ts'
import type { Actor, Nobody } from '../../platform/access/actor.ts'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read, type WriteTransaction } from '../../platform/db/door.ts'
import type { Call } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { recordAt, textAt } from '../../platform/json/look.ts'
import { toNational } from './codec.ts'
import { refusal } from './errors.ts'
import type { Method } from './fields-kinds.ts'
import { withModuleIds } from './module-ids.ts'
import { toNationalPointer } from './pointers.ts'
import { type PlanOf, type Validated, validateNational } from './validate.ts'

export interface NationalDependencies {
  readonly database: Database
  readonly publicUrl: string
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>
  /** Who is master of which part, as the provider has set. */
  readonly mastersOf: (transaction: ReadTransaction) => Promise<(part: MasterPart) => 'register' | 'here'>
}

type NationalCall = Call<Actor, unknown, unknown, unknown>
type Sent = { readonly plan: Plan; readonly studyRight: StudyRight | null }

/** POST: checks as the national service does, and stores. */
export async function accept(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: WriteTransaction,
): Promise<SavedPlan> {
  const { plan } = await validate(dependencies, call, transaction)
  const { studyRightOid, studentOid } = plan
  // The national schema demands both in a POST, and it has been checked.
  if (studyRightOid === undefined || studentOid === undefined) throw new AppError('plans.refused', 400)
  const context = { ...contextOf(dependencies, call), transaction }
  return createPlan(
    context,
    { plan: { ...plan, studyRightOid, studentOid } },
    { studyRightKnown: 'demanded' },
  )
}

/** Checks a body and stores nothing. Who calls without a key has no study rights here, so their rules rest. */
export async function dryCheck(
  dependencies: NationalDependencies,
  call: Call<Actor | Nobody, unknown, unknown, unknown>,
): Promise<void> {
  const { actor } = call
  if (actor.kind === 'nobody') demandValid(checked(dependencies, call, 'post', undefined))
  else {
    const refused = await read(dependencies.database, actor.providerId, transaction =>
      consult(dependencies, { ...call, actor }, transaction),
    )
    if (refused) throw refused
  }
}

/**
 * What is wrong may tell the dates of the study right: that it was consulted is recorded. A refusal is answered and not
 * thrown, or it would take the record with it.
 */
async function consult(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: ReadTransaction,
): Promise<AppError | undefined> {
  const oid = textAt(recordAt(call.body)?.['opiskeluoikeus-oid'])
  const found = oid === undefined ? undefined : await findStudyRight(transaction, oid)
  if (found) {
    const entry = { targetId: found.body.oid, studentId: found.studentId, details: {} }
    await record(transaction, call.audit, studyRightConsulted, entry)
  }
  try {
    await validate(dependencies, call, transaction)
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Checks a body as POST would. @throws AppError with the findings that refuse it. */
export async function validate(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: ReadTransaction,
): Promise<Sent> {
  const oid = textAt(recordAt(call.body)?.['opiskeluoikeus-oid'])
  const found = oid === undefined ? undefined : await findStudyRight(transaction, oid)
  const studyRight = found?.body ?? null
  const plan = demandValid(checked(dependencies, call, 'post', studyRight))
  if (studyRight?.includedIn !== undefined) {
    const params = { studyRight: studyRight.oid }
    throw new AppError('plans.study-right-included', 400, { params, pointer: '/opiskeluoikeus-oid' })
  }
  return { plan, studyRight }
}

export async function replace(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: WriteTransaction,
): Promise<SavedPlan> {
  const { key, studyRight } = await target(call, transaction)
  const plan = demandValid(checked(dependencies, call, 'put', studyRight))
  const context = await registerContext(dependencies, call, transaction)
  const { id: _number, ...rest } = plan
  return replaceFromRegister(context, key, { plan: rest, knownVersion: versionOf(call.headers['if-match']) })
}

export async function patch(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: WriteTransaction,
): Promise<SavedPlan> {
  const { key, studyRight } = await target(call, transaction)
  const { id: _number, ...plan } = demandValid(checked(dependencies, call, 'patch', studyRight))
  const context = await registerContext(dependencies, call, transaction)
  return patchFromRegister(context, key, { plan, knownVersion: versionOf(call.headers['if-match']) })
}

/** GET: the plan in the national form; every part has its module id. */
export async function show(
  _dependencies: NationalDependencies,
  call: NationalCall,
  transaction: ReadTransaction,
  key: PlanKey,
): Promise<{ hoks: unknown; version: number }> {
  const found = await findPlan(transaction, key)
  if (found === undefined) throw new AppError('plans.not-found', 404)
  planAccess.read.demand(call.actor, { studentId: found.student_id })
  await record(transaction, call.audit, planRead, {
    targetId: found.id,
    studentId: found.student_id,
    details: { version: found.version },
  })
  const plan = withModuleIds({ ...wholePlan(found), id: found.hoks_id, eid: found.eid }, found.eid)
  const unknown = (found.unknown_members ?? []).map(member => ({
    ...member,
    pointer: toNationalPointer(member.pointer),
  }))
  return { hoks: toNational(plan, unknown), version: found.version }
}

/** The plan that is to be changed, and the study right by which the sending is checked. */
async function target(
  call: NationalCall,
  transaction: WriteTransaction,
): Promise<{ key: { hoksId: number }; studyRight: StudyRight | null }> {
  const { hoksId } = call.params as { hoksId: number }
  const found = await findPlan(transaction, { hoksId }, { lock: true })
  if (found === undefined) throw new AppError('plans.not-found', 404)
  const sent = recordAt(call.body)?.id
  if (typeof sent === 'number' && sent !== hoksId) {
    throw new AppError('ehoks.other-id', 400, {
      params: { sent: String(sent), path: String(hoksId) },
      pointer: '/id',
    })
  }
  return { key: { hoksId }, studyRight: found.study_right }
}

function checked<M extends Method>(
  dependencies: NationalDependencies,
  call: Pick<NationalCall, 'body' | 'today'>,
  method: M,
  studyRight: StudyRight | null | undefined,
): Validated<M> {
  const reference = dependencies.saving.referenceFor(studyRight ?? null)
  return validateNational(call.body, { method, studyRight, today: call.today, reference })
}

function demandValid<M extends Method>({ findings, plan }: Validated<M>): PlanOf<M> {
  const errors = findings.filter(finding => finding.severity === 'error')
  if (errors.length > 0 || plan === undefined) throw refusal(errors)
  return plan
}

function contextOf(dependencies: NationalDependencies, call: NationalCall) {
  return { audit: call.audit, today: call.today, ...dependencies.saving }
}

async function registerContext(
  dependencies: NationalDependencies,
  call: NationalCall,
  transaction: WriteTransaction,
): Promise<RegisterContext> {
  const masterOf = await dependencies.mastersOf(transaction)
  return { ...contextOf(dependencies, call), transaction, masterOf }
}
