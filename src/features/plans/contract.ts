/**
 * The plan: a student's personal competence development plan (HOKS), complete, in English.
 * The TypeBox shapes are the only source of the types. What each method of the national interface
 * demands or refuses is told by the table in src/integrations/ehoks/fields.ts, not here.
 */
import { type Static, Type } from 'typebox'
import { CodeVersion, DateText, InstantText, RegisterId } from './contract-parts.ts'
import {
  CommonUnit,
  LearningSupport,
  LocalUnit,
  PreparatoryPart,
  PriorCommonUnit,
  PriorLocalUnit,
  PriorVocationalUnit,
  StudySkillsStudies,
  VocationalUnit,
} from './contract-units.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

const planFields = {
  /** Number of the plan in the national register. */
  id: optional(RegisterId),
  /** Public identifier of the plan in the national register. */
  eid: optional(Type.String()),
  studentOid: optional(Type.String()),
  studyRightOid: optional(Type.String()),
  /** Study right of preparatory education (TUVA) that runs beside this plan's own. */
  preparatoryStudyRightOid: optional(Type.String()),
  firstApprovedOn: DateText,
  approvedAt: optional(InstantText),
  updatedAt: optional(InstantText),
  deletedAt: optional(InstantText),
  manualEntry: optional(Type.Boolean()),
  version: optional(Type.Integer()),
  needToAcquireCompetence: Type.Boolean(),
  competenceAchievedOn: optional(DateText),
  careerPlanCode: optional(Type.String()),
  careerPlanCodeVersion: optional(CodeVersion),
  email: optional(Type.String()),
  phone: optional(Type.String()),
  vocationalUnits: optional(Type.Array(VocationalUnit)),
  localUnits: optional(Type.Array(LocalUnit)),
  commonUnits: optional(Type.Array(CommonUnit)),
  preparatoryParts: optional(Type.Array(PreparatoryPart)),
  priorVocationalUnits: optional(Type.Array(PriorVocationalUnit)),
  priorLocalUnits: optional(Type.Array(PriorLocalUnit)),
  priorCommonUnits: optional(Type.Array(PriorCommonUnit)),
  studySkillsStudies: optional(Type.Array(StudySkillsStudies)),
  learningSupport: optional(Type.Array(LearningSupport)),
}

export const Plan = Type.Object(planFields, closed)
export type Plan = Static<typeof Plan>

/** Changes to the head of a plan; its parts are changed only by replacing the plan. */
export type PlanPatch = Partial<Plan>

/** Keys of a plan that hold lists of parts. */
export const partListKeys = [
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'priorVocationalUnits',
  'priorLocalUnits',
  'priorCommonUnits',
  'studySkillsStudies',
  'learningSupport',
] as const satisfies readonly (keyof Plan)[]
export type PartListKey = (typeof partListKeys)[number]

export const Severity = Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')])
export type Severity = Static<typeof Severity>

const fixStep = {
  op: Type.Union([Type.Literal('set'), Type.Literal('remove'), Type.Literal('add')]),
  pointer: Type.String(),
  value: optional(Type.Unknown()),
}

/**
 * A way to mend what a finding is about; `textKey` names the button's text where the value does not say it. What takes
 * more than one step, as dates that change places, goes on in `also`; `rules-fixes.ts` carries out all of them.
 */
export const Fix = Type.Object(
  {
    ...fixStep,
    textKey: optional(Type.String()),
    also: optional(Type.Array(Type.Object(fixStep, closed))),
  },
  closed,
)
export type Fix = Static<typeof Fix>

export const FindingParams = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export type FindingParams = Static<typeof FindingParams>

/**
 * Something to tell about a plan. `error`: the national service refuses the plan. `warning`: it accepts, a
 * person should look. `info`: good to know. The text is `plans.findings.<code>`; `pointer` is RFC 6901.
 */
export const Finding = Type.Object(
  {
    code: Type.String(),
    severity: Severity,
    pointer: Type.String(),
    params: optional(FindingParams),
    fix: optional(Fix),
  },
  closed,
)
export type Finding = Static<typeof Finding>
