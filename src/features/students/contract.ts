import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** Names of things in the languages in which they are known. */
export const Names = Type.Object(
  { fi: optional(Type.String()), sv: optional(Type.String()), en: optional(Type.String()) },
  closed,
)
export type Names = Static<typeof Names>

/** Turvakielto: masked to whoever asks, or shown to them until the end of the day. Missing where there is none. */
export const Protection = Type.Union([Type.Literal('masked'), Type.Literal('revealed')])
export type Protection = Static<typeof Protection>

/** How a study right's plan stands, as far as a list shows it. */
export const PlanState = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    errors: Type.Integer(),
    warnings: Type.Integer(),
    savedAt: Type.String(),
  },
  closed,
)

export const StudentStudyRight = Type.Object(
  {
    oid: Type.String(),
    qualification: optional(Type.Object({ names: Names }, closed)),
    /** The state that holds today, as Koski has it. */
    state: optional(Type.String()),
    plan: optional(PlanState),
  },
  closed,
)
export type StudentStudyRight = Static<typeof StudentStudyRight>

export const StudentRow = Type.Object(
  {
    id: Type.String(),
    /** Missing when the student's name has been erased, and of a student with turvakielto. */
    name: optional(Type.String()),
    studentOid: Type.String(),
    group: optional(Type.String()),
    protection: optional(Protection),
    /** The student register no longer has the student. */
    vanished: optional(Type.Boolean()),
    studyRights: Type.Array(StudentStudyRight),
  },
  closed,
)
export type StudentRow = Static<typeof StudentRow>

export const StudentList = Type.Object(
  { items: Type.Array(StudentRow), next: optional(Type.String()) },
  closed,
)
export type StudentList = Static<typeof StudentList>

/** Why a student's names are erased; it names no person. */
export const StudentErasure = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed)

/** A student as a register or a file tells of them. */
export interface IncomingStudent {
  readonly studentOid: string
  readonly givenNames?: string | undefined
  readonly calledName?: string | undefined
  readonly familyName?: string | undefined
  readonly birthDate?: string | undefined
  readonly group?: string | undefined
  readonly language?: 'fi' | 'sv' | 'en' | undefined
  /** Only a turvakielto is told, never that there is none. */
  readonly protected?: true | undefined
}
