import { defineAccess } from '../../platform/access/access.ts'

/** The command line acts as the system. */
export const apiKeyAccess = defineAccess<object, 'list' | 'create' | 'revoke'>('api-keys', {
  list: [{ who: ['administrator', 'system'] }],
  create: [{ who: ['administrator', 'system'] }],
  revoke: [{ who: ['administrator', 'system'] }],
})
