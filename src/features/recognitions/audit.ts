import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

const part = { unit: Type.String(), subjectArea: Type.Optional(Type.String()) }

/** A student's requests were looked at; how many. */
export const recognitionsRead = auditEvent('recognitions.read', Type.Object({ requests: Type.Integer() }))
/** Records and evidence were compared with requirements. */
export const suggestionsRead = auditEvent(
  'recognitions.suggest',
  Type.Object({ suggestions: Type.Integer() }),
)
export const recognitionAsked = auditEvent('recognitions.ask', Type.Object(part))
export const recognitionSent = auditEvent('recognitions.send', noDetails)
export const recognitionDecided = auditEvent(
  'recognitions.decide',
  Type.Object({ decision: Type.String(), route: Type.Optional(Type.String()), ...part }),
)
export const recognitionWithdrawn = auditEvent('recognitions.withdraw', noDetails)
/** What a decision would do to the plan was looked at. */
export const effectRead = auditEvent('recognitions.foresee', noDetails)
export const recognitionsErased = auditEvent('recognitions.erase', Type.Object({ reason: Type.String() }))
