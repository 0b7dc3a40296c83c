/** Whether the units of a plan form the qualification of its study right. */
import { type Static, Type } from 'typebox'
import { Range } from '../qualifications/contract.ts'
import { Formation } from '../qualifications/contract-formation.ts'
import { Names } from '../students/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** A part of the plan that was judged, by the key of the formation. */
export const JudgedPart = Type.Object(
  {
    names: optional(Names),
    /** The words of the plan itself, of a local unit. */
    name: optional(Type.String()),
    code: optional(Type.String()),
    points: Type.Number(),
    /** Only where nothing of it is still to be acquired. */
    prior: Type.Boolean(),
    /** The plan does not tell its points, and the requirements do not either. */
    pointsUnknown: Type.Boolean(),
  },
  closed,
)
export type JudgedPart = Static<typeof JudgedPart>

export const NamedGroup = Type.Object(
  { names: Names, points: optional(Range), count: optional(Range) },
  closed,
)

/** Why a plan is not judged. */
export const NotJudged = Type.Enum(['no-study-right', 'no-qualification', 'no-structure', 'partial'])

export const PlanFormation = Type.Object(
  {
    notJudged: optional(NotJudged),
    judged: optional(
      Type.Object(
        {
          qualification: Type.Object(
            { id: Type.Integer(), diaryNumber: Type.String(), names: Names },
            closed,
          ),
          formation: Formation,
          /** The groups that the formation speaks of, by path. */
          groups: Type.Record(Type.String(), NamedGroup),
          parts: Type.Record(Type.String(), JudgedPart),
          /** Names of units, competence areas and titles that are not in the plan, by code. */
          names: Type.Record(Type.String(), Names),
          /** Points of optional goals of common units, which a plan cannot tell: as many as its subject areas may give. */
          assumedOptionalGoals: optional(Type.Number()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type PlanFormation = Static<typeof PlanFormation>
