/**
 * A template applied to a student: a plan as far as it is known, and what is left to ask. An existing plan keeps all that it
 * has and gets only what it lacks, so the same template applied again changes nothing.
 */
import { addDays } from '../../platform/time/plain-date.ts'
import { codeKey } from '../codes/rules.ts'
import type { Plan } from '../plans/contract.ts'
import type { CommonUnit, LocalUnit, SubjectArea, VocationalUnit } from '../plans/contract-units.ts'
import type { TemplateUnit } from '../templates/contract.ts'
import { type Course, coursesOf } from '../templates/rules-courses.ts'
import type { Answers, Cell, LeftOut, RowProblem } from './contract.ts'
import { type Acquired, type Drafting, type Standing, standingOf } from './rules-course.ts'
import { closedDays, interruptionsOf, placeWeeks } from './rules-dates.ts'
import type { Applying, KnownStudent } from './rules-known.ts'
import { keptUnits } from './rules-left-out.ts'
import { askAbsent, demonstrationsOf, isWorkPeriod, periodOf } from './rules-period.ts'
import { problemOf } from './rules-problem.ts'
import { supportOf } from './rules-support.ts'
import { dateOf, dayText, isDash } from './rules-text.ts'
import { answered, lackingCell, wrong } from './rules-workplace.ts'

export interface Drafted {
  readonly problem?: RowProblem
  readonly cells: Readonly<Record<string, Cell>>
  readonly leftOut: readonly LeftOut[]
  /** How many periods stand elsewhere than their weeks say. */
  readonly moved: number
  /** Missing where there is a problem. */
  readonly plan?: Plan & { readonly studyRightOid: string; readonly studentOid: string }
  /** Nothing is left to ask. */
  readonly ready: boolean
}

export function applyTemplate(known: KnownStudent, applying: Applying, answers: Answers): Drafted {
  const { right } = known
  const problem =
    problemOf(right, applying.template.diaryNumber, applying.today) ??
    (isDash(answers.included ?? '') ? ('left-out' as const) : undefined)
  if (problem !== undefined || right === undefined)
    return { problem: problem ?? 'no-study-right', cells: {}, leftOut: [], moved: 0, ready: false }
  const cells: Record<string, Cell> = {}
  const drafting: Drafting = {
    known,
    applying,
    answers,
    cells,
    closed: closedFor(known, applying, answers, cells),
    breaks: closedDays(applying.template.body, applying.startsOn, []),
    moved: 0,
    before: undefined,
  }
  const { leftOut, units } = keptUnits(known, applying)
  const email = emailCell(known, answers)
  if (email.cell !== undefined) cells.email = email.cell
  const support = supportOf(known, applying, answers.support)
  if (support.cell !== undefined) cells.support = support.cell
  const plan = withUnits(drafting, { ...headOf(known, applying, email.email), ...support.given }, units)
  const asked = Object.values(cells).some(({ state }) => state === 'lacking' || state === 'wrong')
  const oids = { studyRightOid: right.oid, studentOid: known.studentOid }
  return { cells, leftOut, moved: drafting.moved, plan: { ...plan, ...oids }, ready: !asked }
}

/** Breaks and interruptions; when one that goes on ends is asked. */
function closedFor(
  { right }: KnownStudent,
  { startsOn, template, today }: Applying,
  answers: Answers,
  cells: Record<string, Cell>,
) {
  const interruptions = interruptionsOf(right ?? { states: [] }, today).map(one => {
    if (one.end !== undefined) return one
    const answer = answers.returns
    const back = answer === undefined ? undefined : dateOf(answer)
    cells.returns =
      answer === undefined
        ? lackingCell
        : back === undefined || back <= one.start
          ? wrong(answer, 'date-wrong')
          : answered(dayText(back))
    return back === undefined || back <= one.start
      ? { start: one.start, end: one.start }
      : { ...one, end: addDays(back, -1) }
  })
  return closedDays(template.body, startsOn, interruptions)
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

/** Asked only where nobody knows it. */
function emailCell({ email, plan }: KnownStudent, answers: Answers) {
  const known = plan?.email ?? email
  if (known !== undefined && known !== '') return { email: known }
  const answer = answers.email?.trim() ?? ''
  if (answer === '') return { cell: { state: 'wished', text: '', answered: false } as const }
  if (!emailForm.test(answer)) return { cell: wrong(answer, 'email-wrong') }
  return { cell: answered(answer), email: answer }
}

function headOf(
  known: KnownStudent,
  { template, today, versionOf }: Applying,
  email: string | undefined,
): Plan {
  const { phone, plan } = known
  const { careerPlanCode: career } = template.body
  return {
    firstApprovedOn: today,
    needToAcquireCompetence: true,
    ...(phone === undefined || phone === '' ? {} : { phone }),
    ...(career === undefined || plan?.careerPlanCode !== undefined
      ? {}
      : { careerPlanCode: career, careerPlanCodeVersion: versionOf(career) ?? 1 }),
    ...plan,
    ...(email === undefined ? {} : { email }),
  }
}

interface Part extends Acquired {
  readonly place: string
}

/** Whatever can hold periods, by where it is in the plan. */
function partsOf(plan: Plan): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>()
  const add = (place: string, part: Acquired) => {
    if (!parts.has(place)) parts.set(place, { ...part, place })
  }
  for (const unit of plan.vocationalUnits ?? []) add(codeKey(unit.unitCode), unit)
  for (const unit of plan.localUnits ?? []) add(localPlace(unit.name ?? ''), unit)
  for (const { subjectAreas, unitCode } of plan.commonUnits ?? [])
    for (const area of subjectAreas) add(areaPlace(unitCode, area.subjectAreaCode), area)
  return parts
}

const localPlace = (name: string): string => `local ${name.trim().toLocaleLowerCase('fi')}`
const areaPlace = (unit: string, area: string): string => `${codeKey(unit)} ${codeKey(area)}`

function placeIn({ area, unit }: Course): string {
  if (unit.kind === 'local') return localPlace(unit.name)
  return area === undefined ? codeKey(unit.code) : areaPlace(unit.code, area)
}

/** The plan with the units of the template; periods are looked at in the order of time, as workplaces follow each other. */
function withUnits(drafting: Drafting, plan: Plan, units: readonly TemplateUnit[]): Plan {
  const parts = partsOf(plan)
  const courses = coursesOf({ ...drafting.applying.template.body, units: [...units] })
  const standing = courses.flatMap((course, at) =>
    standingOf(drafting, course, parts.get(placeIn(course))).map(one => ({ ...one, at })),
  )
  const made = new Map<Standing, Acquired['learningPeriods']>()
  const steps = [
    ...standing.map(one => ({ start: one.days.start, take: () => made.set(one, [periodOf(drafting, one)]) })),
    ...absentOf(drafting, units).map(one => ({
      start: one.start,
      take: () => askAbsent(drafting, one.period),
    })),
  ]
  for (const { take } of steps.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)))
    take()
  const given = courses.map((course, at): [Course, Acquired] => {
    const own = standing.filter(one => one.at === at)
    const part = parts.get(placeIn(course))
    const periods = own.flatMap(one => made.get(one) ?? [])
    return [course, acquiredOf(drafting, course, part, periods)]
  })
  return given.reduce(withCourse(drafting), plan)
}

/** Workplace periods of units that the student does not need: where they would have been is where the next one may be. */
function absentOf({ applying, breaks }: Drafting, units: readonly TemplateUnit[]) {
  const kept = new Set(units.map(unit => unit.id))
  return coursesOf(applying.template.body)
    .filter(({ unit }) => !kept.has(unit.id))
    .flatMap(({ periods }) => periods.filter(isWorkPeriod))
    .map(period => ({ period, start: placeWeeks(period, applying.startsOn, breaks, {}).days?.start ?? '' }))
}

/** What the part of the plan gets: periods where it has none, its own filled, demonstrations and hours where it has none. */
function acquiredOf(
  drafting: Drafting,
  course: Course,
  part: Acquired | undefined,
  periods: NonNullable<Acquired['learningPeriods']>,
): Acquired {
  const here = part?.learningPeriods ?? []
  const filled = new Map(periods.map(one => [one.identifier, one]))
  const learningPeriods = here.length > 0 ? here.map(one => filled.get(one.identifier) ?? one) : [...periods]
  const shown = part?.demonstrations ?? []
  const demonstrations = shown.length > 0 ? shown : demonstrationsOf(drafting, course, learningPeriods)
  const hours = course.periods.reduce((sum, period) => sum + (period.hours ?? 0), 0)
  const teachingHours = part?.teachingHours ?? (hours > 0 ? hours : undefined)
  return {
    ...(teachingHours === undefined ? {} : { teachingHours }),
    ...(learningPeriods.length > 0 || part?.learningPeriods !== undefined || isLeftOut(drafting, course)
      ? { learningPeriods }
      : {}),
    ...(demonstrations.length > 0 || part?.demonstrations !== undefined ? { demonstrations } : {}),
  }
}

const isLeftOut = ({ answers }: Drafting, { periods }: Course): boolean =>
  periods.some(({ id }) => isDash(answers[`dates:${id}`] ?? ''))

const withCourse =
  ({ applying }: Drafting) =>
  (plan: Plan, [course, acquired]: [Course, Acquired]): Plan => {
    const { area, unit } = course
    const version = (code: string) => applying.versionOf(code) ?? 1
    if (unit.kind === 'local') {
      const { description, name, points } = unit
      const fresh: LocalUnit = {
        name,
        competencePoints: Math.round(points),
        ...(description === undefined ? {} : { aimsAndContent: description }),
      }
      const is = (one: LocalUnit) => localPlace(one.name ?? '') === localPlace(name)
      return { ...plan, localUnits: put(plan.localUnits, is, fresh, acquired) }
    }
    const { code } = unit
    if (unit.kind === 'vocational') {
      const fresh: VocationalUnit = {
        unitCode: code,
        unitCodeVersion: version(code),
        ...(unit.diaryNumber === undefined ? {} : { requirementsDiaryNumber: unit.diaryNumber }),
      }
      const is = (one: VocationalUnit) => codeKey(one.unitCode) === codeKey(code)
      return { ...plan, vocationalUnits: put(plan.vocationalUnits, is, fresh, acquired) }
    }
    if (area === undefined) return plan
    const is = (one: CommonUnit) => codeKey(one.unitCode) === codeKey(code)
    const present = plan.commonUnits?.find(is)
    const isArea = (one: SubjectArea) => codeKey(one.subjectAreaCode) === codeKey(area)
    const freshArea = { subjectAreaCode: area, subjectAreaCodeVersion: version(area) }
    const subjectAreas = put<SubjectArea>(present?.subjectAreas, isArea, freshArea, acquired)
    const fresh: CommonUnit = { unitCode: code, unitCodeVersion: version(code), subjectAreas }
    return { ...plan, commonUnits: put(plan.commonUnits, is, fresh, { subjectAreas }) }
  }

/** The list with the part in it: where it is, else last. */
function put<T extends object>(
  list: readonly T[] | undefined,
  is: (one: T) => boolean,
  fresh: T,
  gets: Partial<T>,
): T[] {
  const at = (list ?? []).findIndex(is)
  if (at < 0) return [...(list ?? []), { ...fresh, ...gets }]
  return (list ?? []).map((one, place) => (place === at ? { ...one, ...gets } : one))
}
