import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

/** The recipient stays out of it: the audit cannot be erased. */
export const shareMade = auditEvent('shares.make', Type.Object({ parts: Type.Integer(), to: Type.String() }))
export const shareRevoked = auditEvent('shares.revoke', noDetails)
export const sharesListed = auditEvent('shares.list', noDetails)
/** Somebody who has the link pressed open. Who it was the link cannot tell. */
export const shareOpened = auditEvent('shares.open', noDetails)
export const sharesErased = auditEvent('shares.erase', Type.Object({ reason: Type.String() }))
