import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

export const goalsListed = auditEvent('goals.list', Type.Object({ goals: Type.Integer() }))
export const goalMade = auditEvent('goals.make', noDetails)
export const goalChanged = auditEvent('goals.change', noDetails)
export const goalRemoved = auditEvent('goals.remove', noDetails)
