import { defineAccess } from '../../platform/access/access.ts'

export const settingsAccess = defineAccess<object, 'read' | 'change'>('settings', {
  read: [{ who: ['administrator'] }],
  change: [{ who: ['administrator'] }],
})
