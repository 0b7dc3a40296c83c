/**
 * The one table that joins our plan with the national one: English name, national key, kind and what each
 * method demands. Schemas, codec and pointers are made from it; nothing else knows a national key.
 */
import type { Plan } from '../../features/plans/contract.ts'
import { codes } from './fields-codes.ts'
import {
  boolean,
  date,
  entity,
  field,
  instant,
  integer,
  listOf,
  type Method,
  methods,
  one,
  personOid,
  studyRightOid,
  text,
} from './fields-kinds.ts'
import { needs } from './fields-parts.ts'
import {
  commonUnit,
  learningSupport,
  localUnit,
  preparatoryPart,
  priorCommonUnit,
  priorLocalUnit,
  priorVocationalUnit,
  studySkillsStudies,
  vocationalUnit,
} from './fields-units.ts'

const { optional, parts } = needs
const oncePerPlan = 'ROOOOROO'
const onlyGet = '---OO---'

export const planEntity = entity<Plan>('HOKS', {
  id: field('id', integer, '-RRRR-RR'),
  eid: field('eid', text, '---RR---'),
  studentOid: field('oppija-oid', personOid, oncePerPlan),
  studyRightOid: field('opiskeluoikeus-oid', studyRightOid, oncePerPlan),
  preparatoryStudyRightOid: field('tuva-opiskeluoikeus-oid', studyRightOid, optional),
  firstApprovedOn: field('ensikertainen-hyvaksyminen', date, 'RRORRRRO'),
  approvedAt: field('hyvaksytty', instant, optional),
  updatedAt: field('paivitetty', instant, optional),
  deletedAt: field('poistettu', instant, '----O---'),
  manualEntry: field('manuaalisyotto', boolean, onlyGet),
  version: field('versio', integer, optional),
  needToAcquireCompetence: field('osaamisen-hankkimisen-tarve', boolean, 'RROOORRO'),
  competenceAchievedOn: field('osaamisen-saavuttamisen-pvm', date, optional),
  careerPlanCode: field('urasuunnitelma-koodi-uri', codes.careerPlan, optional),
  careerPlanCodeVersion: field('urasuunnitelma-koodi-versio', integer, optional),
  email: field('sahkoposti', text, optional),
  phone: field('puhelinnumero', text, optional),
  vocationalUnits: field('hankittavat-ammat-tutkinnon-osat', listOf(one(() => vocationalUnit)), parts),
  localUnits: field('hankittavat-paikalliset-tutkinnon-osat', listOf(one(() => localUnit)), parts),
  commonUnits: field('hankittavat-yhteiset-tutkinnon-osat', listOf(one(() => commonUnit)), parts),
  preparatoryParts: field('hankittavat-koulutuksen-osat', listOf(one(() => preparatoryPart)), parts),
  priorVocationalUnits: field(
    'aiemmin-hankitut-ammat-tutkinnon-osat',
    listOf(one(() => priorVocationalUnit)),
    parts,
  ),
  priorLocalUnits: field(
    'aiemmin-hankitut-paikalliset-tutkinnon-osat',
    listOf(one(() => priorLocalUnit)),
    parts,
  ),
  priorCommonUnits: field(
    'aiemmin-hankitut-yhteiset-tutkinnon-osat',
    listOf(one(() => priorCommonUnit)),
    parts,
  ),
  studySkillsStudies: field(
    'opiskeluvalmiuksia-tukevat-opinnot',
    listOf(one(() => studySkillsStudies)),
    parts,
  ),
  learningSupport: field('oppimisen-tuki', listOf(one(() => learningSupport)), parts),
})

/** What a method demands of a field. */
export function needOf(need: string, method: Method): 'required' | 'optional' | 'refused' {
  const letter = need.charAt(methods.indexOf(method))
  return letter === 'R' ? 'required' : letter === 'O' ? 'optional' : 'refused'
}
