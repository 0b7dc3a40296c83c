import { defineAccess } from '../../platform/access/access.ts'

type DeliveryActionName =
  | 'read'
  | 'list'
  | 'retry'
  | 'retry-all'
  | 'ask-removal'
  | 'tell-removed'
  | 'withdraw-removal'

/**
 * How a plan stands towards the national service is for those who work with plans, and for those who see to it that the
 * sending works. The national right to delete is a person's own: whoever says that it was done is believed and checked.
 */
export const deliveryAccess = defineAccess<object, DeliveryActionName>('deliveries', {
  read: [{ who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] }],
  list: [{ who: ['administrator', 'guidance', 'quality'] }],
  retry: [{ who: ['teacher', 'guidance', 'administrator'] }],
  'retry-all': [{ who: ['administrator'] }],
  'ask-removal': [{ who: ['teacher', 'guidance', 'administrator'] }],
  'tell-removed': [{ who: ['guidance', 'administrator'] }],
  'withdraw-removal': [{ who: ['teacher', 'guidance', 'administrator'] }],
})
