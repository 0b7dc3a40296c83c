import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** A student's measures were shown. */
export const measuresRead = auditEvent('measures.read', Type.Object({ rows: Type.Integer() }))
/** Who promised it, and by when; the words themselves stand nowhere in the audit. */
export const measureAgreed = auditEvent(
  'measures.agree',
  Type.Object({ dueOn: Type.String(), who: Type.Enum(['student', 'staff']) }),
)
export const measureFollowed = auditEvent('measures.follow-up', Type.Object({ state: Type.String() }))
/** The student was erased, and with them what was agreed. */
export const measuresErased = auditEvent('measures.erase', Type.Object({ reason: Type.String() }))
