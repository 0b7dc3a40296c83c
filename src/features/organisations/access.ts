import { defineAccess } from '../../platform/access/access.ts'

/** Organisations are the same for all providers: whoever works here reads them, the operators alone change them. */
export const organisationAccess = defineAccess<object, 'read' | 'succeed'>('organisations', {
  read: [{ who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator', 'operator'] }],
  succeed: [{ who: ['operator'] }],
})
