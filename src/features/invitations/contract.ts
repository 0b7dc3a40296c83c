import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const uuid = Type.String({ format: 'uuid' })
const instant = Type.String({ format: 'date-time' })

export const invitationKinds = ['student', 'guardian'] as const
export const InvitationKind = Type.Enum([...invitationKinds])
export type InvitationKind = Static<typeof InvitationKind>

/** How an invitation stands to its readers; `expired` was sent and not used in time. */
export const InvitationState = Type.Enum(['sent', 'expired', 'waiting', 'accepted', 'refused', 'revoked'])
export type InvitationState = Static<typeof InvitationState>

export const InvitationAction = Type.Enum(['renew', 'revoke', 'decide'])
export type InvitationAction = Static<typeof InvitationAction>

export const Invitation = Type.Object(
  {
    id: uuid,
    kind: InvitationKind,
    student: Type.Object({ id: uuid, name: optional(Type.String()) }, closed),
    /** Whom the register tells of, where it is a guardian who is invited. */
    guardian: optional(Type.Object({ id: uuid, name: optional(Type.String()) }, closed)),
    state: InvitationState,
    madeAt: instant,
    expiresAt: instant,
    mailedAt: optional(instant),
    /** Who signed in by the link, in their own words: it is not proven that it is the one who was invited. */
    claim: optional(
      Type.Object({ name: optional(Type.String()), issuer: Type.String(), at: instant }, closed),
    ),
    permittedActions: Type.Array(InvitationAction),
  },
  closed,
)
export type Invitation = Static<typeof Invitation>

/** Somebody who may be invited from a student's page. */
export const Invitable = Type.Object(
  {
    kind: InvitationKind,
    guardianId: optional(uuid),
    name: optional(Type.String()),
    /** Whether the register tells an e-mail address. */
    email: Type.Boolean(),
    /** Whether they have signed in already. */
    signsIn: Type.Boolean(),
  },
  closed,
)
export type Invitable = Static<typeof Invitable>

export const StudentInvitations = Type.Object(
  {
    /** Whether this installation sends mail. */
    mail: Type.Boolean(),
    invitable: Type.Array(Invitable),
    items: Type.Array(Invitation),
  },
  closed,
)
export type StudentInvitations = Static<typeof StudentInvitations>

export const InvitationList = Type.Object({ items: Type.Array(Invitation) }, closed)
export type InvitationList = Static<typeof InvitationList>

/** `link`: shown once, to be handed over; `mail`: sent to the address that the register tells. */
const by = Type.Enum(['link', 'mail'])

export const NewInvitation = Type.Object({ kind: InvitationKind, guardianId: optional(uuid), by }, closed)
export type NewInvitation = Static<typeof NewInvitation>

export const RenewedInvitation = Type.Object({ by }, closed)

/** The link is in this answer and nowhere else. */
export const InvitationMade = Type.Object({ id: uuid, link: optional(Type.String()) }, closed)
export type InvitationMade = Static<typeof InvitationMade>

/** Whose sign-in was not theirs: the student's own, or one guardian's. */
export const WrongPerson = Type.Object({ kind: InvitationKind, guardianId: optional(uuid) }, closed)
export type WrongPerson = Static<typeof WrongPerson>

export const InvitationDecision = Type.Object({ confirm: Type.Boolean() }, closed)
