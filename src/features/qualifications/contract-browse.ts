/** What our own interface shows of qualifications. */
import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'
import { Qualification, Range, Unit } from './contract.ts'
import { Selection } from './contract-formation.ts'
import { ScaleText, StructureText, UnitText } from './contract-texts.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

export const ShownValidity = Type.Enum(['not-yet', 'in-force', 'transition', 'ended'])

const dates = {
  validFrom: optional(Type.String()),
  validUntil: optional(Type.String()),
  transitionUntil: optional(Type.String()),
}

export const ListedQualification = Type.Object(
  {
    id: Type.Integer(),
    diaryNumber: Type.String(),
    names: Names,
    educationType: optional(Type.String()),
    /** Of its newest way to take it. */
    totalPoints: optional(Range),
    validity: ShownValidity,
    ...dates,
  },
  closed,
)
export type ListedQualification = Static<typeof ListedQualification>

export const QualificationList = Type.Object(
  { items: Type.Array(ListedQualification), total: Type.Integer(), next: optional(Type.Integer()) },
  closed,
)
export type QualificationList = Static<typeof QualificationList>

/** Another qualification, which may not be loaded here. */
export const OtherQualification = Type.Object(
  { diaryNumber: Type.String(), id: optional(Type.Integer()), names: optional(Names) },
  closed,
)
export type OtherQualification = Static<typeof OtherQualification>

export const QualificationPage = Type.Object(
  {
    qualification: Qualification,
    validity: ShownValidity,
    replaces: Type.Array(OtherQualification),
    replacedBy: Type.Array(OtherQualification),
    /** Descriptions of groups, by method and path. */
    descriptions: StructureText,
  },
  closed,
)
export type QualificationPage = Static<typeof QualificationPage>

export const UnitPage = Type.Object(
  {
    qualification: Type.Object({ id: Type.Integer(), diaryNumber: Type.String(), names: Names }, closed),
    code: Type.String(),
    names: Names,
    unit: optional(Unit),
    /** Absent where no file with texts has been imported. */
    text: optional(UnitText),
    scale: optional(ScaleText),
  },
  closed,
)
export type UnitPage = Static<typeof UnitPage>

export const FormationQuestion = Type.Object(
  { ...Selection.properties, method: optional(Type.String()) },
  closed,
)
