import { defineAccess } from '../../platform/access/access.ts'

export const contactAccess = defineAccess<object, 'erase'>('contacts', {
  erase: [{ who: ['administrator', 'system'] }],
})
