import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

export const deliveryRead = auditEvent('deliveries.read', noDetails)
export const deliveriesListed = auditEvent('deliveries.list', Type.Object({ plans: Type.Integer() }))
export const deliveryRetried = auditEvent('deliveries.retry', Type.Object({ state: Type.String() }))
export const deliveriesRetried = auditEvent(
  'deliveries.retry-all',
  Type.Object({ state: Type.String(), plans: Type.Integer() }),
)
export const removalsListed = auditEvent('removals.list', Type.Object({ plans: Type.Integer() }))
export const removalAsked = auditEvent('removals.ask', noDetails)
export const removalTold = auditEvent('removals.tell', noDetails)
export const removalWithdrawn = auditEvent('removals.withdraw', noDetails)
