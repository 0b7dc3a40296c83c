import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Everything that is kept of a student was taken out; a student's own needs no reason. */
export const recordTaken = auditEvent(
  'records.take',
  Type.Object({ reason: Type.Optional(Type.String()), own: Type.Boolean() }),
)
