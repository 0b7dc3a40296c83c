import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { findPlan } from './queries.ts'
import { findVersion } from './queries-versions.ts'
import { restoredBody } from './rules-restore.ts'
import { versionConflict } from './service-register.ts'
import { attach, prepare, type SaveContext, type SavedPlan, saveNext } from './service-save.ts'

export interface Restoring {
  readonly version: number
  readonly reason: string
  /** The newest version that the person saw when they chose. */
  readonly knownVersion: number
}

/**
 * An earlier version becomes the next one. Its references lead to the contacts as they are today, so nobody who was
 * erased comes back; members that nobody here understands come back with it.
 *
 * @throws AppError plans.not-found, plans.version-not-found, plans.version-conflict, access.forbidden
 */
export async function restoreVersion(
  context: SaveContext,
  planId: string,
  { version, reason, knownVersion }: Restoring,
): Promise<SavedPlan> {
  const current = await findPlan(context.transaction, { id: planId }, { lock: true })
  if (current === undefined) throw new AppError('plans.not-found', 404)
  planAccess.update.demand(context.audit.actor, { studentId: current.student_id })
  if (knownVersion !== current.version) throw versionConflict(current)
  const old = await findVersion(context.transaction, current.id, version)
  if (old === undefined) throw new AppError('plans.version-not-found', 404)
  const body = restoredBody(old.body, current.body)
  const plan = attach(body, current.contacts)
  // The body keeps its references as they are: no contact is made anew.
  const prepared = prepare(context, plan, { body, contacts: [] }, current.study_right)
  const unknownMembers = old.unknown_members ?? []
  const saved = await saveNext(context, current, { ...prepared, unknownMembers, reason: reason.trim() })
  const { hoks_id: hoksId, id } = current
  return saved ?? { id, hoksId, version: current.version, findings: prepared.findings }
}
