import { addDays, daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { atSchool } from '../plans/rules-defaults.ts'
import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import type { TemplateBody, TemplateMethod, TemplateUnit } from './contract.ts'

type Period = NonNullable<NonNullable<StoredPlan['vocationalUnits']>[number]['learningPeriods']>[number]
type Demonstration = NonNullable<NonNullable<StoredPlan['vocationalUnits']>[number]['demonstrations']>[number]

interface Acquired {
  readonly learningPeriods?: readonly Period[]
  readonly demonstrations?: readonly Demonstration[]
  readonly teachingHours?: number
}

const longest = 260

/**
 * A template of a good plan: units in the order in which they begin, dates as weeks from the Monday of the first. Of the
 * student nothing comes along: no people, no workplaces, no free texts (in which either may be named), no prior
 * competence, no support, no career plan. Names and points of local units come: without them the template could not be
 * applied.
 *
 * @param own the diary number of the template's own qualification
 */
export function templateFromPlan(plan: StoredPlan, own: string | undefined): TemplateBody {
  const first = firstMonday(plan)
  const units = [
    ...(plan.vocationalUnits ?? []).map((unit, at): TemplateUnit => {
      const id = `v${at + 1}`
      const { requirementsDiaryNumber: diaryNumber, unitCode: code } = unit
      const elsewhere = diaryNumber === undefined || diaryNumber === own ? {} : { diaryNumber }
      return { kind: 'vocational', id, code, ...elsewhere, ...courseOf(id, unit, first) }
    }),
    ...(plan.localUnits ?? []).map((unit, at): TemplateUnit => {
      const id = `l${at + 1}`
      const name = unit.name?.trim().slice(0, 300) || '–'
      const points = Math.min(300, Math.max(0, unit.competencePoints ?? 0))
      return { kind: 'local', id, name, points, ...courseOf(id, unit, first) }
    }),
    ...(plan.commonUnits ?? []).map((unit, at): TemplateUnit => {
      const id = `c${at + 1}`
      const subjectAreas = unit.subjectAreas.slice(0, 40).map((area, place) => ({
        code: area.subjectAreaCode,
        ...courseOf(`${id}-a${place + 1}`, area, first),
      }))
      return { kind: 'common', id, code: unit.unitCode, subjectAreas }
    }),
  ]
  return { units: inOrder(units).slice(0, 100).map(numbered), breaks: [] }
}

/** The Monday of the week in which the first thing of the plan begins. */
function firstMonday(plan: StoredPlan): PlainDate | undefined {
  const acquired: Acquired[] = [
    ...(plan.vocationalUnits ?? []),
    ...(plan.localUnits ?? []),
    ...(plan.commonUnits ?? []).flatMap(unit => unit.subjectAreas),
  ]
  const days = acquired
    .flatMap(one => [...(one.learningPeriods ?? []), ...(one.demonstrations ?? [])].map(part => part.start))
    .filter(isPlainDate)
  const first = days.toSorted().at(0)
  return first === undefined ? undefined : mondayOf(first)
}

// 1970-01-05 was a Monday.
const someMonday = '1970-01-05' as PlainDate

export function mondayOf(day: PlainDate): PlainDate {
  const past = ((daysBetween(someMonday, day) % 7) + 7) % 7
  return addDays(day, -past)
}

function weeksOf({ end, start }: { start: string; end: string }, first: PlainDate | undefined) {
  if (first === undefined || !isPlainDate(start) || !isPlainDate(end)) return { week: 0, weeks: 1 }
  const week = Math.floor(daysBetween(first, start) / 7)
  const last = Math.floor(daysBetween(first, end) / 7)
  return {
    week: Math.min(longest - 1, Math.max(0, week)),
    weeks: Math.min(longest, Math.max(1, last - week + 1)),
  }
}

function courseOf(id: string, acquired: Acquired, first: PlainDate | undefined) {
  const { demonstrations = [], learningPeriods = [], teachingHours } = acquired
  return {
    periods: learningPeriods.slice(0, 20).map((period, at) => ({
      id: `${id}-p${at + 1}`,
      ...weeksOf(period, first),
      method: methodOf(period.methodCode),
      ...shareOf(period.partTimeShare),
      // A plan tells the hours of the whole unit.
      ...(at === 0 && teachingHours !== undefined ? { hours: Math.min(10_000, teachingHours) } : {}),
    })),
    demonstrations: demonstrations.slice(0, 10).map((demonstration, at) => {
      const { week, weeks } = weeksOf(demonstration, first)
      return {
        id: `${id}-d${at + 1}`,
        week,
        weeks: Math.min(52, weeks),
        place: placeOf(demonstration, learningPeriods),
      }
    }),
  }
}

const shareOf = (share: number | undefined) =>
  share === undefined || share < 1 || share > 100 ? {} : { share }

const methods: Readonly<Record<string, TemplateMethod>> = {
  [atSchool]: 'school',
  [trainingAgreement]: 'training-agreement',
  [apprenticeship]: 'apprenticeship',
}
export const methodOf = (code: string): TemplateMethod => methods[code] ?? 'other'

/** At a workplace when it is where a period of the unit was. */
function placeOf({ environment }: Demonstration, periods: readonly Period[]): 'workplace' | 'school' {
  const same = periods.some(({ workplace }) => workplace !== undefined && workplace.name === environment.name)
  return same ? 'workplace' : 'school'
}

function inOrder(units: readonly TemplateUnit[]): TemplateUnit[] {
  const begins = (unit: TemplateUnit): number => {
    const courses = unit.kind === 'common' ? unit.subjectAreas : [unit]
    const weeks = courses.flatMap(one => [...one.periods, ...one.demonstrations].map(part => part.week))
    return weeks.length === 0 ? longest : Math.min(...weeks)
  }
  return units.toSorted((a, b) => begins(a) - begins(b))
}

/** Ids by the place in the order: the same plan gives the same ids whatever order its lists had. */
function numbered(unit: TemplateUnit, at: number): TemplateUnit {
  const id = `u${at + 1}`
  const again = <Part extends { readonly id: string }>(part: Part): Part => ({
    ...part,
    id: `${id}${part.id.slice(unit.id.length)}`,
  })
  if (unit.kind !== 'common')
    return {
      ...unit,
      id,
      periods: unit.periods.map(again),
      demonstrations: unit.demonstrations.map(again),
    }
  return {
    ...unit,
    id,
    subjectAreas: unit.subjectAreas.map(area => ({
      ...area,
      periods: area.periods.map(again),
      demonstrations: area.demonstrations.map(again),
    })),
  }
}
