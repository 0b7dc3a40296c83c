import { type Static, Type } from 'typebox'
import { Names } from './contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const code = Type.String({ minLength: 1, maxLength: 200 })

/** A minus turns the order round. */
export const StudentSort = Type.Union([
  Type.Literal('name'),
  Type.Literal('-name'),
  Type.Literal('group'),
  Type.Literal('-group'),
])
export type StudentSort = Static<typeof StudentSort>

/** How the plan of a study right stands. */
export const PlanStanding = Type.Union([
  Type.Literal('none'),
  Type.Literal('errors'),
  Type.Literal('warnings'),
  Type.Literal('fine'),
])
export type PlanStanding = Static<typeof PlanStanding>

/** What the list is narrowed to; all of it together, and the last three of one study right. */
export const StudentFilters = Type.Object(
  {
    /** Beginnings of names in any order, a learner number or its last part, the provider's own number. */
    text: optional(Type.String({ maxLength: 200 })),
    /** Only students whose responsible teacher is the one who asks. */
    mine: optional(Type.Boolean()),
    group: optional(code),
    /** Diary number of the qualification's requirements. */
    qualification: optional(code),
    rightState: optional(code),
    planState: optional(PlanStanding),
  },
  closed,
)
export type StudentFilters = Static<typeof StudentFilters>

/** The order of the list; what was searched by text stands in the order of what was found. */
export const StudentSearch = Type.Object(
  { ...StudentFilters.properties, sort: optional(StudentSort) },
  closed,
)
export type StudentSearch = Static<typeof StudentSearch>

/** What the list can be narrowed by at this provider. */
export const StudentChoices = Type.Object(
  {
    /** Whether the one who asks is the responsible teacher of anybody. */
    mine: Type.Boolean(),
    groups: Type.Array(Type.Object({ code: Type.String(), name: optional(Type.String()) }, closed)),
    qualifications: Type.Array(Type.Object({ diaryNumber: Type.String(), names: optional(Names) }, closed)),
    rightStates: Type.Array(Type.String()),
    /** Which lists may be taken out as a file. */
    export: Type.Union([Type.Literal('all'), Type.Literal('mine'), Type.Literal('none')]),
  },
  closed,
)
export type StudentChoices = Static<typeof StudentChoices>
