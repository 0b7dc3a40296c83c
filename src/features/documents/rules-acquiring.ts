import { formatDateRange } from '../../platform/i18n/format.ts'
import type { Plan } from '../plans/contract.ts'
import type { Demonstration, LearningPeriod, SubjectArea } from '../plans/contract-units.ts'
import { type Block, type Cell, factsOf, heading, line, plain, strong, tableOf } from './rules-blocks.ts'
import {
  codeWords,
  joined,
  maybeCode,
  personWords,
  pointsOf,
  pointsWords,
  type Speech,
} from './rules-speech.ts'

type Acquiring = Pick<
  SubjectArea,
  'learningPeriods' | 'demonstrations' | 'teachingHours' | 'deviation' | 'essentialMatter'
>

export function vocationalBlocks(plan: Plan, speech: Speech): Block[] {
  return (plan.vocationalUnits ?? []).flatMap(unit => [
    heading(3, codeWords(speech, unit.unitCode), pointsWords(speech, pointsOf(speech, unit.unitCode))),
    ...acquiringBlocks(unit, speech),
  ])
}

export function localBlocks(plan: Plan, speech: Speech): Block[] {
  const { words } = speech
  return (plan.localUnits ?? []).flatMap(unit => [
    heading(3, plain(unit.name ?? words('unknown')), pointsWords(speech, unit.competencePoints)),
    ...factsOf([[words('fields.aimsAndContent'), plain(unit.aimsAndContent ?? '')]]),
    ...acquiringBlocks(unit, speech),
  ])
}

export function commonBlocks(plan: Plan, speech: Speech): Block[] {
  return (plan.commonUnits ?? []).flatMap(unit => [
    heading(3, codeWords(speech, unit.unitCode), pointsWords(speech, pointsOf(speech, unit.unitCode))),
    ...unit.subjectAreas.flatMap(area => [
      heading(
        4,
        codeWords(speech, area.subjectAreaCode),
        pointsWords(speech, pointsOf(speech, area.subjectAreaCode)),
      ),
      ...acquiringBlocks(area, speech),
    ]),
  ])
}

/** How the competence is acquired and how it is shown. */
function acquiringBlocks(part: Acquiring, speech: Speech): Block[] {
  const { words } = speech
  const hours = part.teachingHours
  return [
    ...factsOf([
      [
        words('fields.teachingHours'),
        hours === undefined ? undefined : plain(words('hours', { count: hours })),
      ],
      [words('fields.deviation'), plain(part.deviation ?? '')],
      [words('fields.essentialMatter'), part.essentialMatter === true ? plain(words('yes')) : undefined],
    ]),
    ...periodTable(part.learningPeriods ?? [], speech),
    ...demonstrationTable(part.demonstrations ?? [], speech),
  ]
}

function periodTable(periods: readonly LearningPeriod[], speech: Speech): Block[] {
  const { words } = speech
  const columns = [
    { title: words('fields.time'), share: 26 },
    { title: words('fields.methodCode'), share: 19 },
    { title: words('fields.workplace'), share: 29 },
    { title: words('fields.content'), share: 26 },
  ]
  return tableOf(
    words('periods'),
    columns,
    periods.map(period => [
      timeCell(period, speech),
      methodCell(period, speech),
      placeCell(period, speech),
      contentCell(period, speech),
    ]),
  )
}

function timeCell(period: LearningPeriod, { language, words, durations }: Speech): Cell {
  const { identifier } = period
  const known = identifier !== undefined && Object.hasOwn(durations, identifier)
  const days = known ? durations[identifier] : undefined
  return [
    ...strong(formatDateRange(period.start, period.end, language)),
    ...line(days === undefined ? undefined : words('days', { count: days })),
    ...(period.interruptions ?? []).flatMap(({ start, end }) =>
      line(formatDateRange(start, end, language), words('fields.interruptions')),
    ),
  ]
}

function methodCell(period: LearningPeriod, speech: Speech): Cell {
  const share = period.partTimeShare
  return [
    ...line(codeWords(speech, period.methodCode)),
    ...line(
      share === undefined ? undefined : speech.words('percent', { share }),
      speech.words('fields.partTimeShare'),
    ),
    ...line(
      maybeCode(speech, period.apprenticeshipBasisCode),
      speech.words('fields.apprenticeshipBasisCode'),
    ),
  ]
}

function placeCell(period: LearningPeriod, speech: Speech): Cell {
  const { words } = speech
  const { workplace: place, providerRepresentative: provider, acquirerRepresentative: acquirer } = period
  return [
    ...strong(place?.name),
    ...line(place?.businessId, words('fields.businessId')),
    ...line(place && personWords(speech, place.instructor), words('fields.instructor')),
    ...line(provider && personWords(speech, provider, provider.role), words('fields.providerRepresentative')),
    ...line(acquirer && personWords(speech, acquirer, acquirer.role), words('fields.acquirerRepresentative')),
  ]
}

function contentCell(period: LearningPeriod, speech: Speech): Cell {
  const environments = period.otherEnvironments ?? []
  return [
    ...(period.workplace?.tasks ?? []).flatMap(task => line(task)),
    ...line(period.periodNote, speech.words('fields.periodNote')),
    ...environments.flatMap(({ code, start, end }) => {
      const name = codeWords(speech, code)
      return line({ ...name, text: joined([name.text, formatDateRange(start, end, speech.language)]) })
    }),
  ]
}

export function demonstrationTable(demonstrations: readonly Demonstration[], speech: Speech): Block[] {
  const { words } = speech
  const columns = [
    { title: words('fields.time'), share: 26 },
    { title: words('fields.environment'), share: 24 },
    { title: words('fields.content'), share: 31 },
    { title: words('fields.assessors'), share: 24 },
  ]
  return tableOf(
    words('demonstrations'),
    columns,
    demonstrations.map(one => [
      strong(formatDateRange(one.start, one.end, speech.language)),
      environmentCell(one, speech),
      shownCell(one, speech),
      assessorCell(one, speech),
    ]),
  )
}

function environmentCell({ environment }: Demonstration, { words }: Speech): Cell {
  return [
    ...strong(environment.name),
    ...line(environment.businessId, words('fields.businessId')),
    ...line(environment.description),
  ]
}

function shownCell(one: Demonstration, speech: Speech): Cell {
  const { words } = speech
  return [
    ...one.content.flatMap(text => line(text)),
    ...(one.individualCriteria ?? []).flatMap(text => line(text, words('fields.individualCriteria'))),
    ...(one.subjectAreas ?? []).flatMap(({ code }) =>
      line(codeWords(speech, code), words('fields.subjectAreaCode')),
    ),
    ...line(one.deviation, words('fields.deviation')),
  ]
}

function assessorCell(one: Demonstration, speech: Speech): Cell {
  return [
    ...(one.workAssessors ?? []).flatMap(assessor =>
      line(personWords(speech, assessor, assessor.organisation.name)),
    ),
    ...(one.providerAssessors ?? []).flatMap(assessor => line(personWords(speech, assessor))),
  ]
}
