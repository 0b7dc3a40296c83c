import { formatDate, formatDateRange } from '../../platform/i18n/format.ts'
import type { Plan } from '../plans/contract.ts'
import type { PriorSubjectArea } from '../plans/contract-units.ts'
import { demonstrationTable } from './rules-acquiring.ts'
import { type Block, factsOf, heading, line, plain, strong, tableOf } from './rules-blocks.ts'
import { codeWords, maybeCode, personWords, pointsOf, pointsWords, type Speech } from './rules-speech.ts'

type Recognised = Partial<
  Pick<
    PriorSubjectArea,
    'verificationCode' | 'verificationDetails' | 'demonstrations' | 'deviation' | 'essentialMatter'
  >
>

/** What was known before, and how it was recognised. */
export function priorBlocks(plan: Plan, speech: Speech): Block[] {
  const vocational = (plan.priorVocationalUnits ?? []).flatMap(unit => [
    heading(3, codeWords(speech, unit.unitCode), pointsWords(speech, pointsOf(speech, unit.unitCode))),
    ...recognisedBlocks(unit, speech),
  ])
  const local = (plan.priorLocalUnits ?? []).flatMap(unit => [
    heading(3, plain(unit.name ?? speech.words('unknown')), pointsWords(speech, unit.competencePoints)),
    ...factsOf([[speech.words('fields.aimsAndContent'), plain(unit.aimsAndContent ?? '')]]),
    ...recognisedBlocks(unit, speech),
  ])
  const common = (plan.priorCommonUnits ?? []).flatMap(unit => [
    heading(3, codeWords(speech, unit.unitCode), pointsWords(speech, pointsOf(speech, unit.unitCode))),
    ...recognisedBlocks(unit, speech),
    ...unit.subjectAreas.flatMap(area => [
      heading(4, codeWords(speech, area.subjectAreaCode)),
      ...recognisedBlocks(area, speech),
    ]),
  ])
  return [...vocational, ...local, ...common]
}

function recognisedBlocks(part: Recognised, speech: Speech): Block[] {
  const { words, language } = speech
  const sent = part.verificationDetails?.sentForAssessmentOn
  const assessors = part.verificationDetails?.assessors ?? []
  return [
    ...factsOf([
      [words('fields.verificationCode'), maybeCode(speech, part.verificationCode)],
      [words('fields.sentForAssessmentOn'), plain(sent === undefined ? '' : formatDate(sent, language))],
      [words('fields.assessors'), assessors.map(one => plain(personWords(speech, one)))],
      [words('fields.deviation'), plain(part.deviation ?? '')],
      [words('fields.essentialMatter'), part.essentialMatter === true ? plain(words('yes')) : undefined],
    ]),
    ...demonstrationTable(part.demonstrations ?? [], speech),
  ]
}

export function preparatoryBlocks(plan: Plan, speech: Speech): Block[] {
  const { words, language } = speech
  const columns = [
    { title: words('fields.partCode'), share: 50 },
    { title: words('fields.time'), share: 30 },
    { title: words('fields.weeks'), share: 20 },
  ]
  return tableOf(
    undefined,
    columns,
    (plan.preparatoryParts ?? []).map(part => [
      strong(codeWords(speech, part.partCode)),
      line(formatDateRange(part.start, part.end, language)),
      line(words('weeks', { count: part.weeks })),
    ]),
  )
}

export function supportBlocks(plan: Plan, speech: Speech): Block[] {
  const { words, language } = speech
  const columns = [
    { title: words('fields.typeCode'), share: 45 },
    { title: words('fields.time'), share: 25 },
    { title: words('fields.unitGroupCode'), share: 30 },
  ]
  return tableOf(
    undefined,
    columns,
    (plan.learningSupport ?? []).map(part => [
      strong(codeWords(speech, part.typeCode)),
      line(part.start === undefined ? undefined : formatDateRange(part.start, part.end, language)),
      line(maybeCode(speech, part.unitGroupCode)),
    ]),
  )
}

export function studySkillsBlocks(plan: Plan, speech: Speech): Block[] {
  const { words, language } = speech
  const columns = [
    { title: words('fields.name'), share: 30 },
    { title: words('fields.time'), share: 25 },
    { title: words('fields.description'), share: 45 },
  ]
  return tableOf(
    undefined,
    columns,
    (plan.studySkillsStudies ?? []).map(part => [
      strong(part.name),
      line(formatDateRange(part.start, part.end, language)),
      line(part.description),
    ]),
  )
}
