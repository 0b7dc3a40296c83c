/** The plan that a row of a draft would get. */
import { type Static, Type } from 'typebox'
import { NamedCode, ShownFinding } from '../plans/contract-api.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const days = { start: Type.String(), end: Type.String() }

export const PreviewUnit = Type.Object(
  {
    /** Of a unit or a subject area; a local unit has a name instead. */
    code: optional(Type.String()),
    /** The common unit of a subject area. */
    of: optional(Type.String()),
    name: optional(Type.String()),
    periods: Type.Array(
      Type.Object({ ...days, method: Type.String(), place: optional(Type.String()) }, closed),
    ),
    demonstrations: Type.Array(Type.Object(days, closed)),
  },
  closed,
)
export type PreviewUnit = Static<typeof PreviewUnit>

export const DraftPlan = Type.Object(
  {
    units: Type.Array(PreviewUnit),
    names: Type.Record(Type.String(), NamedCode),
    /** What the rules would say of the plan if it were saved as it is. */
    findings: Type.Array(ShownFinding),
  },
  closed,
)
export type DraftPlan = Static<typeof DraftPlan>
