import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'
import { InvitationKind } from './contract.ts'

const kind = { kind: InvitationKind }

/** Somebody was invited, or given a new link in place of the one before. */
export const invitationMade = auditEvent(
  'invitations.make',
  Type.Object({ ...kind, by: Type.Enum(['link', 'mail']), again: Type.Boolean() }),
)
export const invitationMailed = auditEvent('invitations.mail', Type.Object(kind))
export const invitationRevoked = auditEvent('invitations.revoke', Type.Object(kind))
/** What one student's page shows of who has been invited. */
export const invitationsListed = auditEvent('invitations.list', noDetails)
/** Somebody signed in by a link: recognised by the claims, or waiting for a person to confirm. */
export const invitationClaimed = auditEvent(
  'invitations.claim',
  Type.Object({ ...kind, outcome: Type.Enum(['accept', 'wait']) }),
)
/** Somebody signed in by a link and was not let in; why, as a reason code. */
export const invitationTurnedAway = auditEvent(
  'invitations.turn-away',
  Type.Object({ ...kind, reason: Type.String() }),
)
export const invitationConfirmed = auditEvent('invitations.confirm', Type.Object(kind))
export const invitationRefused = auditEvent('invitations.refuse', Type.Object(kind))
/** Whoever signed in as the student or the guardian was not the right one: link, role and sessions ended. */
export const signInEnded = auditEvent('invitations.end', Type.Object(kind))
/** The student was erased, or the guardian went: the invitations went too. */
export const invitationsErased = auditEvent('invitations.erase', Type.Object({ reason: Type.String() }))
