import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { BehaviourChange } from './contract.ts'

export const serviceTold = auditEvent('demo-services.behave', BehaviourChange)
export const nationalPlanTaken = auditEvent(
  'demo-services.take-away',
  Type.Object({ nationalId: Type.Integer() }),
)
