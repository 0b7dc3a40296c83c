/** A student asks for support, of whom the student chooses; nobody else reads it. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** What the talk would be about. Student welfare is not here: it belongs to other people and to no register of ours. */
export const helpTopics = ['learning', 'timetable', 'workplace', 'finishing', 'other'] as const
export const HelpTopic = Type.Enum([...helpTopics])
export type HelpTopic = Static<typeof HelpTopic>

export const AskedOf = Type.Enum(['teacher', 'guidance'])
export type AskedOf = Static<typeof AskedOf>

export const NewHelpRequest = Type.Object(
  {
    topic: HelpTopic,
    askedOf: AskedOf,
    message: optional(Type.String({ maxLength: 2000 })),
  },
  closed,
)
export type NewHelpRequest = Static<typeof NewHelpRequest>

export const HelpAnswer = Type.Object(
  { answer: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  closed,
)

export const HelpState = Type.Enum(['open', 'taken', 'answered', 'withdrawn'])
export type HelpState = Static<typeof HelpState>

export const HelpRequest = Type.Object(
  {
    id: Type.String(),
    topic: HelpTopic,
    askedOf: AskedOf,
    message: optional(Type.String()),
    state: HelpState,
    askedAt: Type.String(),
    answerBy: Type.String({ format: 'date' }),
    takenBy: optional(Type.String()),
    answer: optional(Type.String()),
    answeredAt: optional(Type.String()),
    answeredBy: optional(Type.String()),
    permittedActions: Type.Array(Type.Enum(['withdraw', 'take', 'answer'])),
  },
  closed,
)
export type HelpRequest = Static<typeof HelpRequest>

export const HelpRequestList = Type.Object(
  {
    items: Type.Array(HelpRequest),
    mayAsk: Type.Boolean(),
    /** By when one that is asked today is answered. */
    answerBy: Type.String({ format: 'date' }),
    /** Who would read it, by name; missing where the student has no responsible teacher who signs in. */
    teacher: optional(Type.String()),
    guidance: Type.Array(Type.String()),
    masked: Type.Boolean(),
  },
  closed,
)
export type HelpRequestList = Static<typeof HelpRequestList>
