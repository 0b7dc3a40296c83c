import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

/** A guardian saw whom they guard. */
export const guardedListed = auditEvent('guardianship.list', noDetails)
/** The last student of a guardian came of age, or the guardian went from the register: the role ended. */
export const guardianRoleEnded = auditEvent('guardianship.end', noDetails)
/** Who signed in as guardians of an erased student was forgotten. */
export const guardianshipErased = auditEvent('guardianship.erase', Type.Object({ reason: Type.String() }))
