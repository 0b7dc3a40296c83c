/** One student's drafted plan as it is looked through before it is saved: what, when and where, and no more. */
import type { Plan } from '../plans/contract.ts'
import type { Demonstration, LearningPeriod } from '../plans/contract-units.ts'
import type { PreviewUnit } from './contract-plan.ts'

interface Acquiring {
  readonly learningPeriods?: readonly LearningPeriod[]
  readonly demonstrations?: readonly Demonstration[]
}

export function previewUnits({ commonUnits, localUnits, vocationalUnits }: Plan): PreviewUnit[] {
  return [
    ...(vocationalUnits ?? []).map(unit => ({ code: unit.unitCode, ...stretches(unit) })),
    ...(commonUnits ?? []).flatMap(({ subjectAreas, unitCode }) =>
      subjectAreas.map(area => ({ code: area.subjectAreaCode, of: unitCode, ...stretches(area) })),
    ),
    ...(localUnits ?? []).map(unit => ({
      ...(unit.name === undefined ? {} : { name: unit.name }),
      ...stretches(unit),
    })),
  ]
}

const stretches = ({ demonstrations = [], learningPeriods = [] }: Acquiring) => ({
  periods: inTime(learningPeriods).map(({ end, methodCode, start, workplace }) => ({
    ...{ start, end, method: methodCode },
    ...(workplace?.name === undefined ? {} : { place: workplace.name }),
  })),
  demonstrations: inTime(demonstrations).map(({ end, start }) => ({ start, end })),
})

const inTime = <T extends { readonly start: string }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))

export const codesIn = (units: readonly PreviewUnit[]): string[] => [
  ...new Set(
    units.flatMap(({ code, of, periods }) => [
      ...[code ?? [], of ?? []].flat(),
      ...periods.map(({ method }) => method),
    ]),
  ),
]
