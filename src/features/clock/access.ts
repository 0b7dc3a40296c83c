import { defineAccess } from '../../platform/access/access.ts'

export const clockAccess = defineAccess<object, 'read' | 'move'>('clock', {
  read: [{ who: ['administrator'] }],
  move: [{ who: ['administrator'] }],
})
