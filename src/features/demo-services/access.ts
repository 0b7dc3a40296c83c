import { defineAccess } from '../../platform/access/access.ts'

export const demoServicesAccess = defineAccess<object, 'read' | 'change'>('demo-services', {
  read: [{ who: ['administrator'] }],
  change: [{ who: ['administrator'] }],
})
