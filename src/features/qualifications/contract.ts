import { type Static, Type } from 'typebox'
import { Names, Source } from '../codes/contract.ts'

/** At least and at most; no `max` means no upper bound. Competence points, or weeks where so said. */
export const Range = Type.Object({
  min: Type.Optional(Type.Number({ minimum: 0 })),
  max: Type.Optional(Type.Number({ minimum: 0 })),
})
export type Range = Static<typeof Range>

/**
 * What a group of the structure is: `defined` has members, `open` is a place for something else (a local unit,
 * higher education), the others are branches of which the student chooses one. `foreign` says only that the
 * national file marks the group so: some files mark their common units like that.
 */
export const GroupRole = Type.Union([
  Type.Literal('defined'),
  Type.Literal('open'),
  Type.Literal('competenceArea'),
  Type.Literal('title'),
  Type.Literal('foreign'),
])
export type GroupRole = Static<typeof GroupRole>

export const UnitReference = Type.Object({
  unit: Type.String(),
  compulsory: Type.Optional(Type.Boolean()),
})
export type UnitReference = Static<typeof UnitReference>

const TreeGroup = Type.Object({
  names: Names,
  role: GroupRole,
  points: Type.Optional(Range),
  /** How many units, in the older qualifications that count units instead of points. */
  count: Type.Optional(Range),
  competenceArea: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  compulsory: Type.Optional(Type.Boolean()),
  members: Type.Array(Type.Union([UnitReference, Type.Ref('Group')])),
})
export const Group = Type.Cyclic({ Group: TreeGroup }, 'Group')
export type Group = Static<typeof Group>

/** One way to take the qualification: `reformi`, and before 2018 `ops` or `naytto`. */
export const Structure = Type.Object({
  method: Type.String(),
  totalPoints: Type.Optional(Range),
  root: Group,
  /** Points of units that are others in this way than the unit's own. */
  unitPoints: Type.Optional(Type.Record(Type.String(), Range)),
})
export type Structure = Static<typeof Structure>

/** A part of a common unit. The same code repeats per language of study, with its own name and sometimes points. */
export const SubjectArea = Type.Object({
  codeUri: Type.String(),
  names: Names,
  pointsCompulsory: Type.Optional(Type.Number()),
  pointsOptional: Type.Optional(Type.Number()),
})
export type SubjectArea = Static<typeof SubjectArea>

export const Unit = Type.Object({
  codeUri: Type.String(),
  version: Type.Optional(Type.Integer()),
  names: Names,
  kind: Type.Union([Type.Literal('vocational'), Type.Literal('common')]),
  points: Type.Optional(Range),
  subjectAreas: Type.Array(SubjectArea),
})
export type Unit = Static<typeof Unit>

/** A part of preparatory education (TUVA), measured in weeks. */
export const EducationPart = Type.Object({
  codeUri: Type.String(),
  names: Names,
  weeks: Range,
  /** True for the part that everyone takes. */
  common: Type.Boolean(),
})
export type EducationPart = Static<typeof EducationPart>

export const NamedCode = Type.Object({ codeUri: Type.String(), names: Names })
export type NamedCode = Static<typeof NamedCode>

export const Qualification = Type.Object({
  diaryNumber: Type.String(),
  id: Type.Integer(),
  /** The national type of education, e.g. `koulutustyyppi_1`. */
  educationType: Type.Optional(Type.String()),
  names: Names,
  validFrom: Type.Optional(Type.String()),
  validUntil: Type.Optional(Type.String()),
  /** Last day on which those who began earlier may finish. */
  transitionUntil: Type.Optional(Type.String()),
  educationCodes: Type.Array(Type.String()),
  replaces: Type.Array(Type.String()),
  competenceAreas: Type.Array(NamedCode),
  titles: Type.Array(NamedCode),
  structures: Type.Array(Structure),
  units: Type.Array(Unit),
  educationParts: Type.Array(EducationPart),
  source: Source,
})
export type Qualification = Static<typeof Qualification>
