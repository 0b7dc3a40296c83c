/** What one may choose from while writing a plan: everything by its name, so that nobody types a code. */
import { type Static, Type } from 'typebox'
import { Range } from '../qualifications/contract.ts'
import { Names } from '../students/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

const codeFields = { code: Type.String(), codeVersion: Type.Integer(), names: Names }

export const AreaChoice = Type.Object(
  { ...codeFields, pointsCompulsory: optional(Type.Number()), pointsOptional: optional(Type.Number()) },
  closed,
)
export type AreaChoice = Static<typeof AreaChoice>

export const UnitChoice = Type.Object(
  { ...codeFields, points: optional(Range), subjectAreas: Type.Array(AreaChoice) },
  closed,
)
export type UnitChoice = Static<typeof UnitChoice>

export const UnitGroup = Type.Object(
  {
    /** Names of the groups from below the root down to this one. */
    path: Type.Array(Names),
    points: optional(Range),
    /** Stands in a competence area or under a title that is another than the student's. */
    elsewhere: Type.Boolean(),
    units: Type.Array(UnitChoice),
  },
  closed,
)
export type UnitGroup = Static<typeof UnitGroup>

export const PartChoice = Type.Object({ ...codeFields, weeks: Range, common: Type.Boolean() }, closed)
export type PartChoice = Static<typeof PartChoice>

/** The vocational units by the groups of the structure, the common units, and the parts of preparatory education. */
export const UnitChoices = Type.Object(
  {
    diaryNumber: Type.String(),
    names: Names,
    groups: Type.Array(UnitGroup),
    commonUnits: Type.Array(UnitChoice),
    preparatoryParts: Type.Array(PartChoice),
  },
  closed,
)
export type UnitChoices = Static<typeof UnitChoices>

export const WorkplaceChoice = Type.Object(
  { name: Type.String(), businessId: optional(Type.String()) },
  closed,
)
export type WorkplaceChoice = Static<typeof WorkplaceChoice>

export const WorkplaceChoices = Type.Object(
  {
    items: Type.Array(WorkplaceChoice),
    /** There are more than are shown: more letters are needed. */
    more: Type.Boolean(),
  },
  closed,
)
export type WorkplaceChoices = Static<typeof WorkplaceChoices>

export const InstructorChoice = Type.Object(
  { name: Type.String(), email: optional(Type.String()), phone: optional(Type.String()) },
  closed,
)
export type InstructorChoice = Static<typeof InstructorChoice>

/** What is known of a workplace: its instructors, the newest first, and the duties that were written last. */
export const WorkplaceKnown = Type.Object(
  { instructors: Type.Array(InstructorChoice), tasks: Type.Array(Type.String()) },
  closed,
)
export type WorkplaceKnown = Static<typeof WorkplaceKnown>
