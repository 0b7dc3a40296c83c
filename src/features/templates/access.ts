import { defineAccess } from '../../platform/access/access.ts'

const makers = ['teacher', 'guidance', 'administrator'] as const

/** Templates tell of nobody, so every row of a provider is alike. Of a plan only those make one who read plans. */
export const templateAccess = defineAccess<object, 'read' | 'edit' | 'give'>('templates', {
  read: [{ who: makers }],
  edit: [{ who: makers }],
  /** To other providers, and to take what they give. */
  give: [{ who: makers }],
})
