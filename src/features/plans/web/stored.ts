import type { PartListKey } from '../contract.ts'
import type { StoredPlan } from '../rules-contacts.ts'

/** The parts of a plan as the pages get them: as the contract has them, with people as references. */
type Member<K extends PartListKey> = NonNullable<StoredPlan[K]>[number]

export type VocationalUnit = Member<'vocationalUnits'>
export type LocalUnit = Member<'localUnits'>
export type CommonUnit = Member<'commonUnits'>
export type SubjectArea = CommonUnit['subjectAreas'][number]
export type PreparatoryPart = Member<'preparatoryParts'>
export type PriorVocationalUnit = Member<'priorVocationalUnits'>
export type PriorLocalUnit = Member<'priorLocalUnits'>
export type PriorCommonUnit = Member<'priorCommonUnits'>
export type PriorSubjectArea = PriorCommonUnit['subjectAreas'][number]
export type VerificationDetails = NonNullable<PriorSubjectArea['verificationDetails']>
export type StudySkillsStudies = Member<'studySkillsStudies'>
export type LearningSupport = Member<'learningSupport'>
export type LearningPeriod = NonNullable<VocationalUnit['learningPeriods']>[number]
export type Workplace = NonNullable<LearningPeriod['workplace']>
export type Demonstration = NonNullable<VocationalUnit['demonstrations']>[number]
export type ProviderAssessor = NonNullable<Demonstration['providerAssessors']>[number]
