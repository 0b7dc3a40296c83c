import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const uuid = Type.String({ format: 'uuid' })
const instant = Type.String({ format: 'date-time' })
const key = Type.String({ minLength: 1, maxLength: 200 })

/** A part of the path that is shown as it is when the link is opened; units and periods by the keys of the path. */
export const SharedPart = Type.Union([
  Type.Object({ kind: Type.Literal('how-far') }, closed),
  Type.Object({ kind: Type.Literal('career') }, closed),
  Type.Object({ kind: Type.Literal('unit'), key }, closed),
  Type.Object({ kind: Type.Literal('period'), key }, closed),
])
export type SharedPart = Static<typeof SharedPart>

export const mostParts = 40
/** Days for which something may be shared at the most: a year; longer is another decision. */
export const mostDays = 366

export const NewShare = Type.Object(
  {
    planId: uuid,
    /** To whom it is given, in the student's own words; shown to nobody else. */
    recipient: Type.String({ minLength: 1, maxLength: 120 }),
    /** The last day on which it opens. */
    lastDay: Type.String({ format: 'date' }),
    parts: Type.Array(SharedPart, { minItems: 1, maxItems: mostParts }),
  },
  closed,
)
export type NewShare = Static<typeof NewShare>

/** The link is in this answer and nowhere else. */
export const ShareMade = Type.Object({ id: uuid, link: Type.String() }, closed)
export type ShareMade = Static<typeof ShareMade>

export const ShareState = Type.Enum(['open', 'expired', 'revoked'])
export type ShareState = Static<typeof ShareState>

export const Share = Type.Object(
  {
    id: uuid,
    planId: uuid,
    recipient: Type.String(),
    parts: Type.Array(SharedPart),
    state: ShareState,
    madeAt: instant,
    lastDay: Type.String({ format: 'date' }),
    /** When somebody opened it, the newest first. */
    openings: Type.Array(instant),
    opened: Type.Integer(),
  },
  closed,
)
export type Share = Static<typeof Share>

export const ShareList = Type.Object(
  {
    items: Type.Array(Share),
    /** Turvakielto: places are left out of what is shared. */
    protected: Type.Boolean(),
  },
  closed,
)
export type ShareList = Static<typeof ShareList>
