import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { studyRightConsulted, studyRightSaved } from './audit.ts'
import { findStudyRight, type IncomingStudyRight, upsertStudyRights } from './queries.ts'

export { findConfidential, findDetails, findSupport, markUnmet, studyRightsOf } from './queries.ts'
export { studyRightOids } from './queries-oids.ts'
export { planMissingTasks } from './service-tasks.ts'
export type { IncomingStudyRight }
export { findStudyRight, studyRightConsulted }

/**
 * Stores study rights as the register gives them; of one told twice the last counts. Answers how many changed. `today`
 * decides which of their states is the present one.
 */
export async function saveStudyRights(
  transaction: WriteTransaction,
  audit: AuditContext,
  rights: readonly IncomingStudyRight[],
  today: string,
): Promise<number> {
  const once = new Map(rights.map(right => [right.body.oid, right]))
  if (once.size === 0) return 0
  const changed = await upsertStudyRights(transaction, audit.actor.providerId, [...once.values()], today)
  const entries = changed.map(({ oid, studentId }) => ({
    targetId: oid,
    studentId,
    details: { source: once.get(oid)?.source ?? '' },
  }))
  await record(transaction, audit, studyRightSaved, entries)
  return changed.length
}

/** One study right, looked at on the day of the change. Answers whether anything changed. */
export async function saveStudyRight(
  transaction: WriteTransaction,
  audit: AuditContext,
  right: IncomingStudyRight,
): Promise<boolean> {
  return (await saveStudyRights(transaction, audit, [right], dayOf(audit.now))) > 0
}
