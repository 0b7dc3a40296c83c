import { type Static, Type } from 'typebox'

/** Why an earlier version comes back. */
export const PlanRestore = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
)
export type PlanRestore = Static<typeof PlanRestore>
