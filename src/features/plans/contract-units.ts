/**
 * The parts of a plan: what is to be acquired, how it is learnt and shown, and what was known before.
 * One entity here is one entity of the national model; the names of the register live in
 * src/integrations/ehoks/fields.ts.
 */
import { type Static, Type } from 'typebox'
import {
  CodeReference,
  CodeVersion,
  DateText,
  DemonstrationEnvironment,
  DemonstrationOrganiser,
  Interruption,
  ModuleId,
  OtherEnvironment,
  ProviderAssessor,
  RegisterId,
  SchoolPerson,
  VerificationDetails,
  WorkAssessor,
  Workplace,
} from './contract-parts.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const text = Type.String()
const identity = { id: optional(RegisterId), moduleId: optional(ModuleId), providerOid: optional(text) }

/** A stretch of acquiring competence: at a workplace, at school or elsewhere. */
export const LearningPeriod = Type.Object(
  {
    id: optional(RegisterId),
    moduleId: optional(ModuleId),
    /** Names the period towards the registers; unique inside one plan. */
    identifier: optional(text),
    start: DateText,
    end: DateText,
    periodNote: optional(text),
    methodCode: text,
    methodCodeVersion: CodeVersion,
    /** Percent of full working time, 1-100. */
    partTimeShare: optional(Type.Integer()),
    apprenticeshipBasisCode: optional(text),
    apprenticeshipBasisCodeVersion: optional(CodeVersion),
    providerRepresentative: optional(SchoolPerson),
    acquirerRepresentative: optional(SchoolPerson),
    interruptions: optional(Type.Array(Interruption)),
    otherEnvironments: optional(Type.Array(OtherEnvironment)),
    workplace: optional(Workplace),
  },
  closed,
)
export type LearningPeriod = Static<typeof LearningPeriod>

/** A competence demonstration (näyttö) or another way of showing competence. */
export const Demonstration = Type.Object(
  {
    id: optional(RegisterId),
    moduleId: optional(ModuleId),
    start: DateText,
    end: DateText,
    organiser: optional(DemonstrationOrganiser),
    environment: DemonstrationEnvironment,
    subjectAreas: optional(Type.Array(CodeReference)),
    content: Type.Array(text),
    individualCriteria: optional(Type.Array(text)),
    providerAssessors: optional(Type.Array(ProviderAssessor)),
    workAssessors: optional(Type.Array(WorkAssessor)),
    deviation: optional(text),
  },
  closed,
)
export type Demonstration = Static<typeof Demonstration>

const acquiring = {
  essentialMatter: optional(Type.Boolean()),
  /** Hours of teaching and guidance. */
  teachingHours: optional(Type.Number()),
  learningPeriods: optional(Type.Array(LearningPeriod)),
  demonstrations: optional(Type.Array(Demonstration)),
  deviation: optional(text),
}

export const VocationalUnit = Type.Object(
  {
    ...identity,
    ...acquiring,
    unitCode: text,
    unitCodeVersion: CodeVersion,
    requirementsDiaryNumber: optional(text),
  },
  closed,
)
export type VocationalUnit = Static<typeof VocationalUnit>

const localDetails = {
  name: optional(text),
  /** Competence points, whole. */
  competencePoints: optional(Type.Integer()),
  amosaaId: optional(text),
  aimsAndContent: optional(text),
}

export const LocalUnit = Type.Object({ ...identity, ...acquiring, ...localDetails }, closed)
export type LocalUnit = Static<typeof LocalUnit>

export const SubjectArea = Type.Object(
  { ...identity, ...acquiring, subjectAreaCode: text, subjectAreaCodeVersion: CodeVersion },
  closed,
)
export type SubjectArea = Static<typeof SubjectArea>

export const CommonUnit = Type.Object(
  { ...identity, unitCode: text, unitCodeVersion: CodeVersion, subjectAreas: Type.Array(SubjectArea) },
  closed,
)
export type CommonUnit = Static<typeof CommonUnit>

const verified = {
  demonstrations: optional(Type.Array(Demonstration)),
  verificationDetails: optional(VerificationDetails),
}
const verificationCode = { verificationCode: text, verificationCodeVersion: CodeVersion }
const maybeVerificationCode = {
  verificationCode: optional(text),
  verificationCodeVersion: optional(CodeVersion),
}
const priorDetails = { essentialMatter: optional(Type.Boolean()), deviation: optional(text) }

export const PriorVocationalUnit = Type.Object(
  {
    ...identity,
    ...priorDetails,
    ...verified,
    ...maybeVerificationCode,
    unitCode: text,
    unitCodeVersion: CodeVersion,
    requirementsDiaryNumber: optional(text),
  },
  closed,
)
export type PriorVocationalUnit = Static<typeof PriorVocationalUnit>

export const PriorLocalUnit = Type.Object(
  { ...identity, ...priorDetails, ...verified, ...verificationCode, ...localDetails },
  closed,
)
export type PriorLocalUnit = Static<typeof PriorLocalUnit>

export const PriorSubjectArea = Type.Object(
  {
    ...identity,
    ...priorDetails,
    ...verified,
    ...verificationCode,
    subjectAreaCode: text,
    subjectAreaCodeVersion: CodeVersion,
  },
  closed,
)
export type PriorSubjectArea = Static<typeof PriorSubjectArea>

export const PriorCommonUnit = Type.Object(
  {
    ...identity,
    ...verified,
    ...maybeVerificationCode,
    unitCode: text,
    unitCodeVersion: CodeVersion,
    subjectAreas: Type.Array(PriorSubjectArea),
  },
  closed,
)
export type PriorCommonUnit = Static<typeof PriorCommonUnit>

/** A part of preparatory education (TUVA); its extent is in weeks. */
export const PreparatoryPart = Type.Object(
  {
    id: optional(RegisterId),
    partCode: text,
    partCodeVersion: CodeVersion,
    start: DateText,
    end: DateText,
    weeks: Type.Number(),
  },
  closed,
)
export type PreparatoryPart = Static<typeof PreparatoryPart>

/** Studies supporting study skills (opiskeluvalmiuksia tukevat opinnot). */
export const StudySkillsStudies = Type.Object(
  { id: optional(RegisterId), name: text, description: text, start: DateText, end: DateText },
  closed,
)
export type StudySkillsStudies = Static<typeof StudySkillsStudies>

/** Learning support, part of the plan from 1.8.2026. Dates and unit group belong to remedial teaching only. */
export const LearningSupport = Type.Object(
  {
    typeCode: text,
    start: optional(DateText),
    end: optional(DateText),
    unitGroupCode: optional(text),
  },
  closed,
)
export type LearningSupport = Static<typeof LearningSupport>
