/** What the page on which a plan is written sends and gets. */
import { type Static, Type } from 'typebox'
import { Names } from '../students/contract.ts'
import { StudyRight } from '../study-rights/contract.ts'
import { NamedCode, PlanBody, ShownFinding, WrittenContacts } from './contract-api.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** A first plan for a study right. The student and the study right must be known here. */
export const NewPlan = Type.Object(
  {
    studyRightOid: Type.String({ minLength: 1, maxLength: 100 }),
    plan: PlanBody,
    reason: optional(Type.String({ maxLength: 500 })),
    contacts: optional(WrittenContacts),
    /** The version is approved as it is stored. */
    approve: optional(Type.Boolean()),
  },
  closed,
)
export type NewPlan = Static<typeof NewPlan>

/** What somebody is writing just now: nothing of it is stored. All people that the body refers to stand in `contacts`. */
export const PlanToCheck = Type.Object(
  {
    studyRightOid: Type.String({ minLength: 1, maxLength: 100 }),
    plan: PlanBody,
    contacts: optional(WrittenContacts),
  },
  closed,
)
export type PlanToCheck = Static<typeof PlanToCheck>

export const CheckedPlan = Type.Object({ findings: Type.Array(ShownFinding) }, closed)
export type CheckedPlan = Static<typeof CheckedPlan>

/** What could not be filled in beforehand. */
export const StartGap = Type.Enum([
  'no-email',
  'no-phone',
  'preparatory',
  'unsuitable-type',
  'no-qualification',
  'no-structure',
  'partial',
  'no-competence-area',
])
export type StartGap = Static<typeof StartGap>

/** A plan to begin from, made of what is known. */
export const PlanStart = Type.Object(
  {
    studyRightOid: Type.String(),
    studyRight: StudyRight,
    student: Type.Object(
      { id: Type.String(), name: optional(Type.String()), studentOid: Type.String() },
      closed,
    ),
    qualification: optional(
      Type.Object({ diaryNumber: Type.String(), names: Names, totalPoints: optional(Type.Number()) }, closed),
    ),
    names: Type.Record(Type.String(), NamedCode),
    gaps: Type.Array(StartGap),
    plan: PlanBody,
  },
  closed,
)
export type PlanStart = Static<typeof PlanStart>
