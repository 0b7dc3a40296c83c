import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

const version = Type.Object({ version: Type.Integer() })
const saved = Type.Object({ version: Type.Integer(), source: Type.String(), changes: Type.Integer() })

export const planRead = auditEvent('plans.read', version)
export const planFormationRead = auditEvent('plans.read-formation', version)
export const planVersionsRead = auditEvent('plans.read-versions', Type.Object({ versions: Type.Integer() }))
export const planCreated = auditEvent('plans.create', saved)
export const planSaved = auditEvent('plans.save', saved)
export const planApproved = auditEvent('plans.approve', version)
/** The starting plan of a study right shows how its student is reached. */
export const planStartRead = auditEvent('plans.read-start', noDetails)
export const planConflictSettled = auditEvent(
  'plans.settle-conflict',
  Type.Object({ conflictId: Type.String() }),
)
/** Instructors of a workplace were shown to choose from; the event names nobody. */
export const planWorkplaceRead = auditEvent(
  'plans.read-workplace',
  Type.Object({ instructors: Type.Integer() }),
)
