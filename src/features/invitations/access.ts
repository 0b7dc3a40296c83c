import { defineAccess } from '../../platform/access/access.ts'

const staff = [{ who: ['teacher', 'guidance', 'administrator'] }] as const

export const invitationAccess = defineAccess<object, 'list' | 'make' | 'decide' | 'end'>('invitations', {
  list: staff,
  make: staff,
  /** Whoever knows the student tells whether the one who signed in is the one who was invited. */
  decide: staff,
  /** And may say afterwards that it was not. */
  end: staff,
})
