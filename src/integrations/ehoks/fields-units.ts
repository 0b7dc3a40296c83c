/** Rows of the units, learning periods, demonstrations and other parts of a plan. */
import type {
  CommonUnit,
  Demonstration,
  LearningPeriod,
  LearningSupport,
  LocalUnit,
  PreparatoryPart,
  PriorCommonUnit,
  PriorLocalUnit,
  PriorSubjectArea,
  PriorVocationalUnit,
  StudySkillsStudies,
  SubjectArea,
  VocationalUnit,
} from '../../features/plans/contract-units.ts'
import { codes } from './fields-codes.ts'
import {
  boolean,
  date,
  entity,
  field,
  integer,
  listOf,
  nonEmptyText,
  notNegative,
  one,
  organisationOid,
  text,
  uuid,
} from './fields-kinds.ts'
import {
  codeReference,
  demonstrationEnvironment,
  demonstrationOrganiser,
  interruption,
  needs,
  otherEnvironment,
  providerAssessor,
  schoolPerson,
  verificationDetails,
  workAssessor,
  workplace,
} from './fields-parts.ts'

const { required, optional, requiredExceptPatch } = needs
const start = field('alku', date, required)
const end = field('loppu', date, required)
const identity = {
  id: field('id', integer, needs.partId),
  moduleId: field('module-id', uuid, needs.moduleId),
}
const provided = {
  ...identity,
  providerOid: field('koulutuksen-jarjestaja-oid', organisationOid, optional),
}
const deviation = field('vaatimuksista-tai-tavoitteista-poikkeaminen', text, optional)
const essentialMatter = field('olennainen-seikka', boolean, optional)

export const learningPeriod = entity<LearningPeriod>('OsaamisenHankkimistapa', {
  ...identity,
  identifier: field('yksiloiva-tunniste', nonEmptyText, optional),
  start,
  end,
  periodNote: field('ajanjakson-tarkenne', text, optional),
  methodCode: field('osaamisen-hankkimistapa-koodi-uri', codes.method, required),
  methodCodeVersion: field('osaamisen-hankkimistapa-koodi-versio', integer, required),
  partTimeShare: field('osa-aikaisuustieto', integer, optional),
  apprenticeshipBasisCode: field('oppisopimuksen-perusta-koodi-uri', codes.apprenticeshipBasis, optional),
  apprenticeshipBasisCodeVersion: field('oppisopimuksen-perusta-koodi-versio', integer, optional),
  providerRepresentative: field(
    'jarjestajan-edustaja',
    one(() => schoolPerson),
    optional,
  ),
  acquirerRepresentative: field(
    'hankkijan-edustaja',
    one(() => schoolPerson),
    optional,
  ),
  interruptions: field('keskeytymisajanjaksot', listOf(one(() => interruption)), optional),
  otherEnvironments: field('muut-oppimisymparistot', listOf(one(() => otherEnvironment)), optional),
  workplace: field(
    'tyopaikalla-jarjestettava-koulutus',
    one(() => workplace),
    optional,
  ),
})

export const demonstration = entity<Demonstration>('OsaamisenOsoittaminen', {
  ...identity,
  start,
  end,
  organiser: field(
    'jarjestaja',
    one(() => demonstrationOrganiser),
    optional,
  ),
  environment: field(
    'nayttoymparisto',
    one(() => demonstrationEnvironment),
    required,
  ),
  subjectAreas: field('osa-alueet', listOf(one(() => codeReference)), optional),
  content: field('sisallon-kuvaus', listOf(text), required),
  individualCriteria: field('yksilolliset-kriteerit', listOf(text), optional),
  providerAssessors: field(
    'koulutuksen-jarjestaja-osaamisen-arvioijat',
    listOf(one(() => providerAssessor)),
    optional,
  ),
  workAssessors: field('tyoelama-osaamisen-arvioijat', listOf(one(() => workAssessor)), optional),
  deviation,
})

const acquiring = {
  ...provided,
  essentialMatter,
  teachingHours: field('opetus-ja-ohjaus-maara', notNegative, optional),
  learningPeriods: field('osaamisen-hankkimistavat', listOf(one(() => learningPeriod)), optional),
  demonstrations: field('osaamisen-osoittaminen', listOf(one(() => demonstration)), optional),
  deviation,
}
const unitCode = {
  unitCode: field('tutkinnon-osa-koodi-uri', codes.unit, requiredExceptPatch),
  unitCodeVersion: field('tutkinnon-osa-koodi-versio', integer, requiredExceptPatch),
}
const requirementsDiaryNumber = field('tutkinnon-osan-perusteen-diaarinro', text, optional)
const local = {
  name: field('nimi', text, optional),
  competencePoints: field('laajuus', integer, optional),
  amosaaId: field('amosaa-tunniste', text, optional),
  aimsAndContent: field('tavoitteet-ja-sisallot', text, optional),
}
const subjectAreaCode = {
  subjectAreaCode: field('osa-alue-koodi-uri', codes.subjectArea, required),
  subjectAreaCodeVersion: field('osa-alue-koodi-versio', integer, required),
}

export const vocationalUnit = entity<VocationalUnit>('HankittavaAmmatillinenTutkinnonOsa', {
  ...acquiring,
  ...unitCode,
  requirementsDiaryNumber,
})

export const localUnit = entity<LocalUnit>('HankittavaPaikallinenTutkinnonOsa', { ...acquiring, ...local })

const subjectArea = entity<SubjectArea>('HankittavanYTOnOsaAlue', { ...acquiring, ...subjectAreaCode })

export const commonUnit = entity<CommonUnit>('HankittavaYhteinenTutkinnonOsa', {
  ...provided,
  ...unitCode,
  subjectAreas: field('osa-alueet', listOf(one(() => subjectArea)), requiredExceptPatch),
})

const verified = {
  demonstrations: field('tarkentavat-tiedot-naytto', listOf(one(() => demonstration)), optional),
  verificationDetails: field(
    'tarkentavat-tiedot-osaamisen-arvioija',
    one(() => verificationDetails),
    optional,
  ),
}
const verification = (need: string) => ({
  verificationCode: field('valittu-todentamisen-prosessi-koodi-uri', codes.verification, need),
  verificationCodeVersion: field('valittu-todentamisen-prosessi-koodi-versio', integer, need),
})

export const priorVocationalUnit = entity<PriorVocationalUnit>('AiemminHankittuAmmatillinenTutkinnonOsa', {
  ...provided,
  ...unitCode,
  ...verified,
  ...verification(optional),
  essentialMatter,
  deviation,
  requirementsDiaryNumber,
})

export const priorLocalUnit = entity<PriorLocalUnit>('AiemminHankittuPaikallinenTutkinnonOsa', {
  ...provided,
  ...local,
  ...verified,
  ...verification(requiredExceptPatch),
  essentialMatter,
  deviation,
})

const priorSubjectArea = entity<PriorSubjectArea>('AiemminHankitunYTOnOsaAlue', {
  ...provided,
  ...subjectAreaCode,
  ...verified,
  ...verification(requiredExceptPatch),
  essentialMatter,
  deviation,
})

export const priorCommonUnit = entity<PriorCommonUnit>('AiemminHankittuYhteinenTutkinnonOsa', {
  ...provided,
  ...unitCode,
  ...verified,
  ...verification(optional),
  subjectAreas: field('osa-alueet', listOf(one(() => priorSubjectArea)), requiredExceptPatch),
})

export const preparatoryPart = entity<PreparatoryPart>('HankittavaKoulutuksenOsa', {
  id: field('id', integer, optional),
  partCode: field('koulutuksen-osa-koodi-uri', codes.preparatoryPart, required),
  partCodeVersion: field('koulutuksen-osa-koodi-versio', integer, required),
  start,
  end,
  weeks: field('laajuus', notNegative, required),
})

export const studySkillsStudies = entity<StudySkillsStudies>('OpiskeluvalmiuksiaTukevatOpinnot', {
  id: field('id', integer, '-OOOO-OO'),
  name: field('nimi', text, requiredExceptPatch),
  description: field('kuvaus', text, requiredExceptPatch),
  start: field('alku', date, requiredExceptPatch),
  end: field('loppu', date, requiredExceptPatch),
})

export const learningSupport = entity<LearningSupport>('OppimisenTuki', {
  typeCode: field('oppimisen-tuen-tyyppi-koodi-uri', codes.support, required),
  start: field('alku', date, optional),
  end: field('loppu', date, optional),
  unitGroupCode: field('tutkinnon-osan-tyyppi-koodi-uri', codes.unitGroup, optional),
})
