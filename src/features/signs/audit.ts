import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

const kind = Type.Object({ kind: Type.String() })

/** A list with the signs of some students was shown. */
export const signsListed = auditEvent('signs.list', Type.Object({ rows: Type.Integer() }))
/** One student's signs were shown. */
export const signsRead = auditEvent('signs.read', Type.Object({ rows: Type.Integer() }))
/** A rule of the provider noticed something. */
export const signNoticed = auditEvent('signs.notice', kind)
/** What was noticed is not there any more. */
export const signEnded = auditEvent('signs.end', kind)
export const signExplained = auditEvent('signs.explain', kind)
export const signDecided = auditEvent(
  'signs.decide',
  Type.Object({ kind: Type.String(), decision: Type.String() }),
)
/** The student was erased, and with them what was noticed. */
export const signsErased = auditEvent('signs.erase', Type.Object({ reason: Type.String() }))
