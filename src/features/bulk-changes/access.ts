import { defineAccess } from '../../platform/access/access.ts'

const editors = ['teacher', 'guidance'] as const

/** Those who edit plans. Which plan may be changed is asked of plans, one by one. */
export const bulkAccess = defineAccess<object, 'read' | 'make'>('bulk-changes', {
  read: [{ who: editors }],
  /** And undo. */
  make: [{ who: editors }],
})
