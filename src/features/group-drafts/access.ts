import { defineAccess } from '../../platform/access/access.ts'

/** Whoever writes plans drafts them; a draft of a colleague is everybody's who may, as a group's teachers share it. */
export const groupDraftAccess = defineAccess<object, 'read' | 'write' | 'support'>('group-drafts', {
  read: [{ who: ['teacher', 'guidance'] }],
  write: [{ who: ['teacher', 'guidance'] }],
  // What the study register hides of decisions of support is for those who decide of support, not for every teacher.
  support: [{ who: ['guidance'] }],
})
