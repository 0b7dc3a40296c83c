import { defineAccess } from '../../platform/access/access.ts'

/** The command line acts as the system. */
export const roleAccess = defineAccess<object, 'list' | 'change' | 'read-mapping' | 'change-mapping'>(
  'roles',
  {
    list: [{ who: ['administrator', 'system'] }],
    change: [{ who: ['administrator', 'system'] }],
    'read-mapping': [{ who: ['administrator'] }],
    'change-mapping': [{ who: ['administrator'] }],
  },
)

/** Who keeps what all providers share is told to nobody else. */
export const operatorAccess = defineAccess<object, 'list'>('operators', { list: [{ who: ['operator'] }] })
