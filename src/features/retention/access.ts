import { defineAccess } from '../../platform/access/access.ts'

export const retentionAccess = defineAccess<object, 'see' | 'run'>('retention', {
  see: [{ who: ['administrator'] }],
  run: [{ who: ['administrator'] }],
})
