import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

const version = Type.Object({ version: Type.Integer() })

/** Somebody took a plan out of the system: these leave the house. */
export const planPrinted = auditEvent(
  'documents.print',
  Type.Object({ version: Type.Integer(), part: Type.String() }),
)
export const planTakenAsNational = auditEvent('documents.take-national', version)
export const planTakenAsCalendar = auditEvent('documents.take-calendar', version)
