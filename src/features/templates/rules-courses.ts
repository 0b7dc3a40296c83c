import type { TemplateBody, TemplateDemonstration, TemplatePeriod, TemplateUnit } from './contract.ts'

/** Whatever has periods and demonstrations of its own: a unit, or a subject area of a common unit. */
export interface Course {
  readonly unit: TemplateUnit
  /** The code of the subject area, where it is one. */
  readonly area?: string
  readonly pointer: string
  readonly periods: readonly TemplatePeriod[]
  readonly demonstrations: readonly TemplateDemonstration[]
}

/** Every course of a template in the order of studying. */
export function coursesOf({ units }: TemplateBody): Course[] {
  return units.flatMap((unit, at): Course[] => {
    const pointer = `/units/${at}`
    if (unit.kind !== 'common')
      return [{ unit, pointer, periods: unit.periods, demonstrations: unit.demonstrations }]
    return unit.subjectAreas.map(({ code, demonstrations, periods }, place) => ({
      unit,
      area: code,
      pointer: `${pointer}/subjectAreas/${place}`,
      periods,
      demonstrations,
    }))
  })
}

interface Weeks {
  readonly week: number
  readonly weeks: number
}

/** The first week after it. */
export const endOf = ({ week, weeks }: Weeks): number => week + weeks

/** The first week after everything; 0 of nothing. */
export function lengthOf(body: TemplateBody): number {
  const all = coursesOf(body).flatMap(one => [...one.periods, ...one.demonstrations])
  return Math.max(0, ...all.map(endOf))
}

/** Every code that a template names, each once. */
export function codesOf({ units }: TemplateBody): string[] {
  const codes = units.flatMap(unit => {
    if (unit.kind === 'local') return []
    return unit.kind === 'common' ? [unit.code, ...unit.subjectAreas.map(area => area.code)] : [unit.code]
  })
  return [...new Set(codes)]
}

/** Ids that stand twice: by them a plan's parts are known again, so two parts must not share one. */
export function doubledIds(body: TemplateBody): string[] {
  const ids = [
    ...body.units.map(unit => unit.id),
    ...coursesOf(body).flatMap(one => [...one.periods, ...one.demonstrations].map(part => part.id)),
  ]
  return ids.filter((id, at) => ids.indexOf(id) < at)
}
