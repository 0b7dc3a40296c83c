import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ format: 'date' })
const id = Type.String({ format: 'uuid' })
const words = Type.String({ minLength: 1, maxLength: 2000 })

/** One agreed thing: what, by whom, by when. */
export const MeasureAgreed = Type.Object(
  {
    text: words,
    /** A colleague, or the student. */
    who: Type.Union([
      Type.Object({ kind: Type.Literal('student') }, closed),
      Type.Object({ kind: Type.Literal('staff'), personId: id }, closed),
    ]),
    dueOn: date,
  },
  closed,
)
export type MeasureAgreed = Static<typeof MeasureAgreed>

export const MeasureState = Type.Enum(['agreed', 'done', 'left'])
export type MeasureState = Static<typeof MeasureState>

export const MeasureView = Type.Object(
  {
    id,
    signId: optional(id),
    /** Hidden where a turvakielto hides the student: words may name a place. */
    text: optional(Type.String()),
    who: Type.Object({ kind: Type.Enum(['student', 'staff']), name: optional(Type.String()) }, closed),
    dueOn: date,
    /** Agreed, and its day has passed. */
    overdue: Type.Boolean(),
    state: MeasureState,
    outcome: optional(Type.String()),
    followedAt: optional(Type.String()),
    version: Type.Integer(),
    permittedActions: Type.Array(Type.String()),
  },
  closed,
)
export type MeasureView = Static<typeof MeasureView>

export const MeasureList = Type.Object(
  { items: Type.Array(MeasureView), permittedActions: Type.Array(Type.String()) },
  closed,
)
export type MeasureList = Static<typeof MeasureList>

/** How it went: done, or left with the reason. */
export const FollowUp = Type.Object(
  { state: Type.Enum(['done', 'left']), outcome: words, version: Type.Integer({ minimum: 1 }) },
  closed,
)
export type FollowUp = Static<typeof FollowUp>

/** Colleagues to choose from. */
export const MeasurePeople = Type.Object(
  { items: Type.Array(Type.Object({ id, name: Type.String(), me: Type.Boolean() }, closed)) },
  closed,
)
export type MeasurePeople = Static<typeof MeasurePeople>
