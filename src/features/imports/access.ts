import { defineAccess } from '../../platform/access/access.ts'

/** A provider's own data are brought in by its administrators; what all providers share, by operators. */
export const importAccess = defineAccess<object, 'see' | 'bringOwn' | 'bringNational'>('imports', {
  see: [{ who: ['administrator', 'operator'] }],
  bringOwn: [{ who: ['administrator'] }],
  bringNational: [{ who: ['operator'] }],
})
