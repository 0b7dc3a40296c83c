/** Learning periods and demonstrations of one student, with what is known, asked and answered of them. */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Workplace } from '../plans/contract-parts.ts'
import type { Demonstration, LearningPeriod } from '../plans/contract-units.ts'
import { atSchool } from '../plans/rules-defaults.ts'
import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import type { TemplateDemonstration, TemplateMethod, TemplatePeriod } from '../templates/contract.ts'
import type { Course } from '../templates/rules-courses.ts'
import { type Drafting, identifierOf, type Standing } from './rules-course.ts'
import { type Days, placeWeeks } from './rules-dates.ts'
import type { KnownStudent } from './rules-known.ts'
import { atWorkOf, knownCell } from './rules-workplace.ts'

const methods: Readonly<Record<TemplateMethod, string>> = {
  school: atSchool,
  'training-agreement': trainingAgreement,
  apprenticeship,
  // The national set has three ways; what is neither of work's is the school's.
  other: atSchool,
}

const isWork = (method: string): boolean => method === trainingAgreement || method === apprenticeship

/** Employed; an entrepreneur's apprenticeship is changed in the plan. */
const employed = { apprenticeshipBasisCode: 'oppisopimuksenperusta_01', apprenticeshipBasisCodeVersion: 1 }

/** What the study register tells of learning at work on the first day of a period. */
interface Told {
  readonly apprentice: boolean
  readonly name?: string | undefined
  readonly businessId?: string | undefined
}

const pick = (names: { readonly fi?: string; readonly sv?: string; readonly en?: string } | undefined) =>
  names?.fi ?? names?.sv ?? names?.en

function toldOf({ details }: KnownStudent, { start }: Days): Told | undefined {
  const on = (one: { readonly start?: string; readonly end?: string }) =>
    (one.start === undefined || one.start <= start) && (one.end === undefined || one.end >= start)
  const attainments = details?.attainments ?? []
  const apprenticed = attainments
    .flatMap(one => one.acquiring ?? [])
    .find(one => one.way === 'oppisopimus' && on(one) && one.apprenticeship?.cancelledOn === undefined)
  if (apprenticed !== undefined) {
    const { businessId, employer } = apprenticed.apprenticeship ?? {}
    return { apprentice: true, name: pick(employer), businessId }
  }
  const agreement = attainments.flatMap(one => one.agreements ?? []).find(on)
  return agreement && { apprentice: false, name: pick(agreement.workplace), businessId: agreement.businessId }
}

/** Percent of full time on the first day, as the register tells; it tells 0 of those who do not work at all. */
function shareTold({ details }: KnownStudent, { start }: Days): number | undefined {
  const found = (details?.partTime ?? []).find(
    one => (one.start === undefined || one.start <= start) && (one.end === undefined || one.end >= start),
  )
  const percent = Math.round(found?.percent ?? 0)
  return percent >= 1 && percent <= 100 ? percent : undefined
}

export function periodOf(drafting: Drafting, standing: Standing): LearningPeriod {
  const { days, period, present } = standing
  const told = toldOf(drafting.known, days)
  const plain = present ?? newPeriod(drafting, standing, methodOf(period, told))
  if (!isWork(plain.methodCode)) return plain
  if (isComplete(plain)) {
    drafting.before = beforeOf(plain.workplace) ?? drafting.before
    return plain
  }
  const { before, cells, share, workplace } = atWorkOf(
    {
      period,
      present: plain.workplace,
      told: told?.name === undefined ? undefined : { name: told.name, businessId: told.businessId },
      before: drafting.before,
      share: shareTold(drafting.known, days),
    },
    drafting.applying,
    drafting.answers,
  )
  Object.assign(drafting.cells, cells)
  drafting.before = before ?? drafting.before
  const basis = plain.methodCode === apprenticeship && plain.apprenticeshipBasisCode === undefined
  return {
    ...plain,
    partTimeShare: plain.partTimeShare ?? share,
    ...(basis ? employed : {}),
    ...(workplace === undefined ? {} : { workplace: merged(plain.workplace, workplace) }),
  }
}

export const isWorkPeriod = ({ method }: Pick<TemplatePeriod, 'method'>): boolean =>
  method === 'training-agreement' || method === 'apprenticeship'

/** Nothing is asked of a period that the student does not have; what is answered of it goes for the next one. */
export function askAbsent(drafting: Drafting, period: TemplatePeriod): void {
  const { answers, applying, before, cells } = drafting
  const asked = atWorkOf({ period, before: undefined }, applying, answers)
  for (const kind of ['workplace', 'instructor'] as const) {
    const cell = asked.cells[`${kind}:${period.id}`]
    if (cell !== undefined) cells[`${kind}:${period.id}`] = cell.answered ? cell : knownCell('')
  }
  drafting.before = asked.before ?? before
}

/** What the next workplace period takes over from one that tells all. */
function beforeOf(workplace: Workplace | undefined): Drafting['before'] {
  if (workplace === undefined) return undefined
  const { businessId, instructor, name, tasks } = workplace
  return { place: { name, businessId, instructors: [instructor], tasks }, instructor }
}

const merged = (present: Workplace | undefined, known: Workplace): Workplace => ({
  ...present,
  ...known,
  instructor: { ...present?.instructor, ...known.instructor },
})

/** Nothing is asked of a workplace period that tells all. */
const isComplete = ({ partTimeShare, workplace }: LearningPeriod): boolean =>
  partTimeShare !== undefined &&
  workplace?.businessId !== undefined &&
  workplace.instructor.name !== '' &&
  workplace.tasks.some(task => task.trim() !== '')

function methodOf({ method }: TemplatePeriod, told: Told | undefined): string {
  return isWorkPeriod({ method }) && told?.apprentice === true ? apprenticeship : methods[method]
}

function newPeriod(
  { applying, known }: Drafting,
  { days, period }: Standing,
  method: string,
): LearningPeriod {
  return {
    identifier: identifierOf(applying.template.id, period.id, known.right?.oid ?? ''),
    ...days,
    methodCode: method,
    methodCodeVersion: applying.versionOf(method) ?? 1,
    ...(period.note === undefined ? {} : { periodNote: period.note }),
  }
}

/** What is shown, and when; a unit whose learning found no room is not shown either. */
export function demonstrationsOf(
  drafting: Drafting,
  course: Course,
  periods: readonly LearningPeriod[],
): Demonstration[] {
  return course.demonstrations.flatMap((one): Demonstration[] => {
    const days = shownOn(drafting, one, periods)
    if (days === undefined) return []
    const { institutionOid } = drafting.known.right ?? {}
    return [
      {
        ...days,
        environment: environmentOf(drafting, one, periods),
        content: contentOf(drafting, course, one),
        ...(institutionOid === undefined ? {} : { organiser: { institutionOid } }),
      },
    ]
  })
}

/** Never before the learning has begun; where that moved past its weeks, at its end. */
function shownOn(
  { applying, closed, known }: Drafting,
  one: TemplateDemonstration,
  periods: readonly LearningPeriod[],
): Days | undefined {
  const { days } = placeWeeks(one, applying.startsOn, closed, known.right ?? {})
  const last = periods
    .map(({ end }) => end)
    .toSorted()
    .at(-1) as PlainDate | undefined
  if (days !== undefined && (last === undefined || days.end >= last)) return days
  if (last === undefined) return undefined
  const first = periods.map(({ start }) => start).toSorted()[0] as PlainDate
  const start = addDays(last, 3 - one.weeks * 7)
  return { start: start < first ? first : start, end: last }
}

function environmentOf(
  { applying, before, known }: Drafting,
  { place }: TemplateDemonstration,
  periods: readonly LearningPeriod[],
): Demonstration['environment'] {
  const own = periods.findLast(period => period.workplace !== undefined)?.workplace ?? before?.place
  if (place === 'workplace' && own !== undefined) {
    const { businessId, name } = own
    return { name, ...(businessId === undefined ? {} : { businessId }) }
  }
  const { institutionOid } = known.right ?? {}
  const school = institutionOid === undefined ? undefined : applying.institutionName(institutionOid)
  return { name: school ?? applying.schoolName }
}

function contentOf(
  { applying }: Drafting,
  { area, unit }: Course,
  { tasks }: TemplateDemonstration,
): string[] {
  if (tasks !== undefined && tasks.length > 0) return [...tasks]
  if (area !== undefined) return [applying.nameOf(area) ?? area]
  return [unit.kind === 'local' ? unit.name : (applying.nameOf(unit.code) ?? unit.code)]
}
