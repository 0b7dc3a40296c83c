import { defineAccess } from '../../platform/access/access.ts'

export const statementAccess = defineAccess<object, 'read' | 'change'>('statements', {
  read: [{ who: ['administrator'] }],
  change: [{ who: ['administrator'] }],
})

export const feedbackAccess = defineAccess<object, 'list' | 'answer'>('feedback', {
  list: [{ who: ['administrator'] }],
  answer: [{ who: ['administrator'] }],
})
