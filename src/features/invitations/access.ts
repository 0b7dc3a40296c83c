import { defineAccess } from '../../platform/access/access.ts'

const staff = [{ who: ['teacher', 'guidance', 'administrator'] }] as const

export const invitationAccess = defineAccess<object, 'list' | 'make' | 'decide'>('invitations', {
  list: staff,
  make: staff,
  /** Whoever knows the student tells whether the one who signed in is the one who was invited. */
  decide: staff,
})
