import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { studyRightConsulted, studyRightSaved } from './audit.ts'
import type { StudyRight } from './contract.ts'
import { findStudyRight, upsertStudyRight } from './queries.ts'

export { findStudyRight, studyRightConsulted }

/** Stores a study right as the register gives it. Answers whether anything changed. */
export async function saveStudyRight(
  transaction: WriteTransaction,
  audit: AuditContext,
  right: { readonly studentId: string; readonly body: StudyRight; readonly source: string },
): Promise<boolean> {
  const { studentId, body, source } = right
  const changed = await upsertStudyRight(transaction, { providerId: audit.actor.providerId, ...right })
  if (changed) {
    await record(transaction, audit, studyRightSaved, { targetId: body.oid, studentId, details: { source } })
  }
  return changed
}
