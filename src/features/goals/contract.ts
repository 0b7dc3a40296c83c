/** What a student wants to reach, in the student's own words. */
import { type Static, Type } from 'typebox'
import { DateText } from '../plans/contract-parts.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

const goalFields = {
  text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  dueOn: optional(DateText),
}

export const NewGoal = Type.Object(goalFields, closed)
export type NewGoal = Static<typeof NewGoal>

/** The whole goal as it should be, over the version that was read. */
export const GoalEdit = Type.Object(
  { ...goalFields, reached: Type.Boolean(), version: Type.Integer({ minimum: 1 }) },
  closed,
)
export type GoalEdit = Static<typeof GoalEdit>

export const Goal = Type.Object(
  {
    id: Type.String(),
    text: Type.String(),
    dueOn: optional(Type.String()),
    reachedOn: optional(Type.String()),
    version: Type.Integer(),
  },
  closed,
)
export type Goal = Static<typeof Goal>

export const GoalList = Type.Object(
  { items: Type.Array(Goal), mayChange: Type.Boolean(), masked: Type.Boolean() },
  closed,
)
export type GoalList = Static<typeof GoalList>
