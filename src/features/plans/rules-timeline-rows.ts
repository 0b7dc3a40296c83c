/** The parts of a plan as rows with stretches of time, before anything is known of the picture. */
import type { StudyRight } from '../study-rights/contract.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { apprenticeship, trainingAgreement } from './rules-law.ts'

export const barKinds = [
  'school',
  'agreement',
  'apprenticeship',
  'other',
  'interruption',
  'demonstration',
  'preparatory',
  'support',
  'studySkills',
  'studyRight',
  'away',
] as const
/** `away`: the study right itself is interrupted or on leave. */
export type BarKind = (typeof barKinds)[number]

/** A stretch as the plan tells it: dates may be missing, open or the wrong way round. */
export interface Stretch {
  readonly kind: BarKind
  readonly pointer: string
  readonly start?: string | undefined
  readonly end?: string | undefined
  /** No end means that it goes on; otherwise an end is missing. */
  readonly mayBeOpen?: boolean
  /** The dates are not told but follow from the study right. */
  readonly implied?: boolean
  /** How it is learnt, which support, or which state of the study right. */
  readonly code?: string | undefined
  readonly place?: string | undefined
  /** Names the period's days of work among the durations. */
  readonly identifier?: string | undefined
  /** The pointer of the stretch that this one stands inside. */
  readonly within?: string
}

export type RowKind =
  | 'studyRight'
  | 'vocational'
  | 'local'
  | 'common'
  | 'area'
  | 'prior'
  | 'preparatory'
  | 'support'
  | 'studySkills'

export interface Row {
  readonly kind: RowKind
  readonly pointer: string
  readonly code?: string | undefined
  readonly name?: string | undefined
  /** Whether competence is acquired here, so that the row should have dates. */
  readonly acquires: boolean
  readonly stretches: readonly Stretch[]
}

type Acquiring = Pick<
  NonNullable<StoredPlan['vocationalUnits']>[number],
  'learningPeriods' | 'demonstrations'
>
type Period = NonNullable<Acquiring['learningPeriods']>[number]
type Demonstration = NonNullable<Acquiring['demonstrations']>[number]

export function rowsOf(plan: StoredPlan, studyRight: StudyRight | undefined): Row[] {
  return [
    ...studyRightRows(studyRight),
    ...(plan.preparatoryParts ?? []).map((part, i) =>
      single('preparatory', `/preparatoryParts/${i}`, part, part.partCode),
    ),
    ...(plan.vocationalUnits ?? []).map((unit, i) =>
      acquiring('vocational', `/vocationalUnits/${i}`, unit, { code: unit.unitCode }),
    ),
    ...(plan.localUnits ?? []).map((unit, i) =>
      acquiring('local', `/localUnits/${i}`, unit, { name: unit.name }),
    ),
    ...(plan.commonUnits ?? []).flatMap(commonRows),
    ...priorRows(plan),
    ...(plan.learningSupport ?? []).map((support, i) =>
      supportRow(`/learningSupport/${i}`, support, studyRight),
    ),
    ...(plan.studySkillsStudies ?? []).map((studies, i) => ({
      ...single('studySkills', `/studySkillsStudies/${i}`, studies),
      name: studies.name,
    })),
  ]
}

function acquiring(
  kind: RowKind,
  pointer: string,
  { learningPeriods = [], demonstrations = [] }: Acquiring,
  named: Pick<Row, 'code' | 'name'>,
): Row {
  const stretches = [
    ...learningPeriods.flatMap((period, i) => periodStretches(`${pointer}/learningPeriods/${i}`, period)),
    ...demonstrations.map((one, i) => demonstrationStretch(`${pointer}/demonstrations/${i}`, one)),
  ]
  return { kind, pointer, ...named, acquires: true, stretches }
}

function periodStretches(pointer: string, period: Period): Stretch[] {
  const { start, end, methodCode, identifier } = period
  const interruptions = (period.interruptions ?? []).map(
    (interruption, i): Stretch => ({
      kind: 'interruption',
      pointer: `${pointer}/interruptions/${i}`,
      start: interruption.start,
      // An interruption without an end lasts as long as its period.
      end: interruption.end ?? end,
      within: pointer,
    }),
  )
  const kind = methodKind(methodCode)
  const place = period.workplace?.name
  return [{ kind, pointer, start, end, code: methodCode, identifier, place }, ...interruptions]
}

function methodKind(methodCode: string): BarKind {
  if (methodCode === trainingAgreement) return 'agreement'
  if (methodCode === apprenticeship) return 'apprenticeship'
  return methodCode === 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus' ? 'school' : 'other'
}

function demonstrationStretch(pointer: string, { start, end, environment }: Demonstration): Stretch {
  return { kind: 'demonstration', pointer, start, end, place: environment.name }
}

/** A common unit is a heading: competence is acquired in its subject areas. */
function commonRows(unit: NonNullable<StoredPlan['commonUnits']>[number], index: number): Row[] {
  const pointer = `/commonUnits/${index}`
  const areas = unit.subjectAreas.map((area, i) =>
    acquiring('area', `${pointer}/subjectAreas/${i}`, area, { code: area.subjectAreaCode }),
  )
  return [{ kind: 'common', pointer, code: unit.unitCode, acquires: false, stretches: [] }, ...areas]
}

interface Prior extends Pick<Row, 'code' | 'name'> {
  readonly pointer: string
  readonly demonstrations: readonly Demonstration[] | undefined
}

/** What was known before takes no time here, but the demonstration that showed it does. */
function priorRows(plan: StoredPlan): Row[] {
  const parts: Prior[] = [
    ...(plan.priorVocationalUnits ?? []).map(({ unitCode: code, demonstrations }, i) => ({
      pointer: `/priorVocationalUnits/${i}`,
      code,
      demonstrations,
    })),
    ...(plan.priorLocalUnits ?? []).map(({ name, demonstrations }, i) => ({
      pointer: `/priorLocalUnits/${i}`,
      name,
      demonstrations,
    })),
    ...(plan.priorCommonUnits ?? []).flatMap(({ unitCode: code, demonstrations, subjectAreas }, i) => [
      { pointer: `/priorCommonUnits/${i}`, code, demonstrations },
      ...subjectAreas.map((area, j) => ({
        pointer: `/priorCommonUnits/${i}/subjectAreas/${j}`,
        code: area.subjectAreaCode,
        demonstrations: area.demonstrations,
      })),
    ]),
  ]
  return parts
    .filter(({ demonstrations = [] }) => demonstrations.length > 0)
    .map(({ demonstrations, ...part }) => ({
      ...acquiring('prior', part.pointer, { demonstrations: [...(demonstrations ?? [])] }, part),
      acquires: false,
    }))
}

interface Dated {
  readonly start?: string | undefined
  readonly end?: string | undefined
}

function single(
  kind: 'preparatory' | 'studySkills',
  pointer: string,
  { start, end }: Dated,
  code?: string,
): Row {
  return { kind, pointer, code, acquires: true, stretches: [{ kind, pointer, start, end, code }] }
}

/** Remedial teaching tells its dates; the other forms of support last as long as the study right. */
function supportRow(
  pointer: string,
  { typeCode, start, end }: Dated & { readonly typeCode: string },
  studyRight: StudyRight | undefined,
): Row {
  const told = start !== undefined || end !== undefined
  const right = { start: studyRight?.startsOn, end: studyRight?.endedOn ?? studyRight?.estimatedEndOn }
  const dates = told ? { start, end } : { ...right, implied: true }
  const stretch: Stretch = { kind: 'support', pointer, ...dates, mayBeOpen: true, code: typeCode }
  return { kind: 'support', pointer, code: typeCode, acquires: true, stretches: [stretch] }
}

/** States in which nothing is studied though the study right goes on. */
const awayStates: readonly string[] = ['valiaikaisestikeskeytynyt', 'loma']

function studyRightRows(studyRight: StudyRight | undefined): Row[] {
  if (studyRight?.startsOn === undefined) return []
  const end = studyRight.endedOn ?? studyRight.estimatedEndOn
  const pointer = '/studyRightOid'
  const whole: Stretch = { kind: 'studyRight', pointer, start: studyRight.startsOn, end, mayBeOpen: true }
  const states = studyRight.states.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const away = states.flatMap(({ start, state }, i): Stretch[] => {
    if (!awayStates.includes(state)) return []
    const next = states[i + 1]?.start
    // It ends on the day before the next state begins.
    const until = next === undefined ? end : dayBefore(next)
    return [{ kind: 'away', pointer, start, end: until, mayBeOpen: true, code: state, within: pointer }]
  })
  return [{ kind: 'studyRight', pointer, acquires: false, stretches: [whole, ...away] }]
}

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
