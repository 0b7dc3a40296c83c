/** What is being written of a template: numbers as they are typed, weeks as people count them, from 1. */
import type {
  TemplateBody,
  TemplateDemonstration,
  TemplateMethod,
  TemplatePeriod,
  TemplateUnit,
} from '../contract.ts'

export interface DraftPeriod {
  readonly id: string
  readonly week: string
  readonly weeks: string
  readonly method: TemplateMethod
  readonly hours: string
  readonly share: string
  /** What this page does not show, kept as it was. */
  readonly kept: Pick<TemplatePeriod, 'tasks' | 'note'>
}

export interface DraftDemonstration {
  readonly id: string
  readonly week: string
  readonly weeks: string
  readonly place: TemplateDemonstration['place']
  readonly kept: Pick<TemplateDemonstration, 'tasks'>
}

export interface DraftCourse {
  readonly periods: readonly DraftPeriod[]
  readonly demonstrations: readonly DraftDemonstration[]
}

export interface DraftArea extends DraftCourse {
  readonly code: string
}

interface DraftVocational extends DraftCourse {
  readonly kind: 'vocational'
  readonly id: string
  readonly code: string
  readonly diaryNumber?: string | undefined
}
interface DraftCommon {
  readonly kind: 'common'
  readonly id: string
  readonly code: string
  readonly subjectAreas: readonly DraftArea[]
}
interface DraftLocal extends DraftCourse {
  readonly kind: 'local'
  readonly id: string
  readonly name: string
  readonly points: string
  readonly description: string
}
export type DraftUnit = DraftVocational | DraftCommon | DraftLocal

export interface DraftBreak {
  readonly key: string
  readonly week: string
  readonly weeks: string
}

export interface Draft {
  readonly units: readonly DraftUnit[]
  readonly breaks: readonly DraftBreak[]
  readonly careerPlanCode?: string | undefined
}

export function draftOf({ breaks, careerPlanCode, units }: TemplateBody): Draft {
  return {
    units: units.map((unit): DraftUnit => {
      if (unit.kind === 'common')
        return {
          ...unit,
          subjectAreas: unit.subjectAreas.map(area => ({ code: area.code, ...courseOf(area) })),
        }
      if (unit.kind === 'vocational') {
        const { code, diaryNumber, id, kind } = unit
        return { kind, id, code, diaryNumber, ...courseOf(unit) }
      }
      const { description = '', id, kind, name, points } = unit
      return { kind, id, name, points: typed(points), description, ...courseOf(unit) }
    }),
    breaks: breaks.map(({ week, weeks }, at) => ({
      key: `b${at}`,
      week: String(week + 1),
      weeks: String(weeks),
    })),
    ...(careerPlanCode === undefined ? {} : { careerPlanCode }),
  }
}

const typed = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',')

function courseOf({
  demonstrations,
  periods,
}: {
  readonly periods: readonly TemplatePeriod[]
  readonly demonstrations: readonly TemplateDemonstration[]
}): DraftCourse {
  return {
    periods: periods.map(({ hours, id, method, note, share, tasks, week, weeks }) => ({
      ...{
        id,
        method,
        week: String(week + 1),
        weeks: String(weeks),
        hours: typed(hours),
        share: typed(share),
      },
      kept: { ...(tasks === undefined ? {} : { tasks }), ...(note === undefined ? {} : { note }) },
    })),
    demonstrations: demonstrations.map(({ id, place, tasks, week, weeks }) => ({
      ...{ id, place, week: String(week + 1), weeks: String(weeks) },
      kept: tasks === undefined ? {} : { tasks },
    })),
  }
}

/** A whole number from what is typed, within its bounds. */
export function whole(text: string, least: number, most: number): number | undefined {
  const trimmed = text.trim()
  if (!/^\d{1,5}$/.test(trimmed)) return undefined
  const value = Number(trimmed)
  return value < least || value > most ? undefined : value
}

/** Hours and points: with a comma or a point; empty is nothing told. */
export function decimal(text: string, most: number): number | 'empty' | undefined {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return 'empty'
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(trimmed)) return undefined
  const value = Number(trimmed)
  return value > most ? undefined : value
}

/** The body as it is saved; undefined while something typed is not a number that can be stored. */
export function bodyOf({ breaks, careerPlanCode, units }: Draft): TemplateBody | undefined {
  const made = units.map(unitOf)
  const pauses = breaks.map(one => {
    const [week, weeks] = [whole(one.week, 1, 260), whole(one.weeks, 1, 20)]
    return week === undefined || weeks === undefined ? undefined : { week: week - 1, weeks }
  })
  if (!isWhole(made) || !isWhole(pauses)) return undefined
  return { units: made, breaks: pauses, ...(careerPlanCode === undefined ? {} : { careerPlanCode }) }
}

const isWhole = <T>(list: readonly (T | undefined)[]): list is T[] => !list.includes(undefined)

function unitOf(unit: DraftUnit): TemplateUnit | undefined {
  if (unit.kind === 'common') {
    const areas = unit.subjectAreas.map(area => {
      const course = written(area)
      return course && { code: area.code, ...course }
    })
    return isWhole(areas) ? { kind: 'common', id: unit.id, code: unit.code, subjectAreas: areas } : undefined
  }
  const course = written(unit)
  if (course === undefined) return undefined
  if (unit.kind === 'vocational') {
    const { code, diaryNumber, id, kind } = unit
    return { kind, id, code, ...(diaryNumber === undefined ? {} : { diaryNumber }), ...course }
  }
  const points = decimal(unit.points, 300)
  const name = unit.name.trim()
  if (points === undefined || name === '') return undefined
  const description = unit.description.trim()
  const more = description === '' ? {} : { description }
  return { kind: 'local', id: unit.id, name, points: points === 'empty' ? 0 : points, ...more, ...course }
}

function written({ demonstrations, periods }: DraftCourse) {
  const made = periods.map(periodOf)
  const shown = demonstrations.map(({ id, kept, place, ...one }): TemplateDemonstration | undefined => {
    const [week, weeks] = [whole(one.week, 1, 260), whole(one.weeks, 1, 52)]
    if (week === undefined || weeks === undefined) return undefined
    return { id, week: week - 1, weeks, place, ...kept }
  })
  return isWhole(made) && isWhole(shown) ? { periods: made, demonstrations: shown } : undefined
}

function periodOf({ id, kept, method, ...one }: DraftPeriod): TemplatePeriod | undefined {
  const [week, weeks] = [whole(one.week, 1, 260), whole(one.weeks, 1, 260)]
  const hours = decimal(one.hours, 10_000)
  const share = one.share.trim() === '' ? 'empty' : whole(one.share, 1, 100)
  if (week === undefined || weeks === undefined || hours === undefined || share === undefined)
    return undefined
  return {
    ...{ id, week: week - 1, weeks, method },
    ...(share === 'empty' ? {} : { share }),
    ...(hours === 'empty' ? {} : { hours }),
    ...kept,
  }
}

/** An id that nothing in the draft has. */
export function freshId(draft: Draft, letter: 'u' | 'p' | 'd'): string {
  const taken = new Set(
    draft.units.flatMap(unit => {
      const courses = unit.kind === 'common' ? unit.subjectAreas : [unit]
      return [
        unit.id,
        ...courses.flatMap(one => [...one.periods, ...one.demonstrations].map(part => part.id)),
      ]
    }),
  )
  let number = taken.size + 1
  while (taken.has(`${letter}${number}`)) number += 1
  return `${letter}${number}`
}

/** The week after everything that is typed so far of these courses; 1 of nothing. */
export function nextWeek(courses: readonly DraftCourse[]): string {
  const ends = courses.flatMap(({ periods }) =>
    periods.map(({ week, weeks }) => (whole(week, 1, 260) ?? 1) + (whole(weeks, 1, 260) ?? 1)),
  )
  return String(Math.min(260, Math.max(1, ...ends)))
}
