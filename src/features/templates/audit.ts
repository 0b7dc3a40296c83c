import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

/** From what it began; of a plan also which, because its reading is a reading. */
export const templateCreated = auditEvent('templates.create', Type.Object({ origin: Type.String() }))
export const templateSaved = auditEvent('templates.save', Type.Object({ version: Type.Integer() }))
export const templateRestored = auditEvent(
  'templates.restore',
  Type.Object({ version: Type.Integer(), restored: Type.Integer() }),
)
export const templateRetired = auditEvent('templates.retire', noDetails)
export const templateReturned = auditEvent('templates.return', noDetails)
/** To whom: a provider, or all. */
export const templateGiven = auditEvent(
  'templates.give',
  Type.Object({ version: Type.Integer(), receiver: Type.String() }),
)
export const templateWithdrawn = auditEvent('templates.withdraw', Type.Object({ gift: Type.String() }))
export const templateTaken = auditEvent(
  'templates.take',
  Type.Object({ gift: Type.String(), version: Type.Integer() }),
)
