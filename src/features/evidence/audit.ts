import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

/** A student's evidence was looked at, all of it together; how many pieces there were. */
export const evidenceRead = auditEvent('evidence.read', Type.Object({ pieces: Type.Integer() }))
export const evidenceAdded = auditEvent('evidence.add', noDetails)
export const evidenceChanged = auditEvent('evidence.change', Type.Object({ version: Type.Integer() }))
export const evidenceWithdrawn = auditEvent('evidence.withdraw', noDetails)
export const fileStored = auditEvent(
  'files.store',
  Type.Object({ mediaType: Type.String(), bytes: Type.Integer() }),
)
export const fileTaken = auditEvent('files.take', noDetails)
export const fileRemoved = auditEvent('files.remove', noDetails)
/** The student was erased, and with them what was told of them. */
export const evidenceErased = auditEvent('evidence.erase', Type.Object({ reason: Type.String() }))
