import { defineAccess } from '../../platform/access/access.ts'

export const staffAccess = defineAccess<object, 'list' | 'import'>('staff', {
  /** Colleagues' names and numbers, to choose a teacher by. */
  list: [{ who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] }],
  import: [{ who: ['administrator'] }],
})
