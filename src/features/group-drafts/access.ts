import { defineAccess } from '../../platform/access/access.ts'

/** Whoever writes plans drafts them; a draft of a colleague is everybody's who may, as a group's teachers share it. */
export const groupDraftAccess = defineAccess<object, 'read' | 'write'>('group-drafts', {
  read: [{ who: ['teacher', 'guidance'] }],
  write: [{ who: ['teacher', 'guidance'] }],
})
