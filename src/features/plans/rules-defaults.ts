/** What a new part of a plan begins with, and which of its fields matter: so that little is left to write. */
import { addDays, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import { apprenticeship, isInForce, remedialTeaching, trainingAgreement, validity } from './rules-law.ts'

interface Dated {
  readonly start: string
  readonly end: string
}

interface WorkplaceName {
  readonly name: string
  readonly businessId?: string
}

/** A part that is learnt and shown, as far as what is new in it depends on it. */
export interface Acquired {
  readonly learningPeriods?: readonly (Dated & { readonly workplace?: WorkplaceName })[]
  readonly demonstrations?: readonly Dated[]
}

/** The study right's days and institution, where they are known. */
export interface Bounds {
  readonly today: string
  readonly startsOn?: string | undefined
  readonly estimatedEndOn?: string | undefined
  readonly institutionOid?: string | undefined
}

export const atSchool = 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus'

/**
 * Begins on the day after the last period of the unit, or today, or when the study right does; ends with the term. Months
 * of terms are those of most schools: a guess that saves typing more often than not.
 */
export function newPeriod(unit: Acquired, bounds: Bounds, identifier: string) {
  return {
    identifier,
    ...datesFrom(lastEnd(unit.learningPeriods), bounds),
    methodCode: atSchool,
    methodCodeVersion: 1,
  }
}

/** On the last day of the unit's learning, where the student has learnt last at work. */
export function newDemonstration(unit: Acquired, bounds: Bounds) {
  const day = lastEnd(unit.learningPeriods) ?? datesFrom(undefined, bounds).end
  const { businessId, name = '' } = lastWorkplace(unit) ?? {}
  const { institutionOid } = bounds
  return {
    start: day,
    end: day,
    environment: { name, ...(businessId === undefined ? {} : { businessId }) },
    content: [],
    ...(institutionOid === undefined ? {} : { organiser: { institutionOid } }),
  }
}

export function lastWorkplace({ learningPeriods }: Acquired): WorkplaceName | undefined {
  return learningPeriods
    ?.filter(period => period.workplace !== undefined && period.workplace.name !== '')
    .toSorted((a, b) => (a.end < b.end ? -1 : 1))
    .at(-1)?.workplace
}

/** From the day after what came before to the end of that term, never past the end of the study right. */
export function datesFrom(after: string | undefined, { estimatedEndOn, startsOn, today }: Bounds): Dated {
  const next = after !== undefined && isPlainDate(after) ? addDays(after, 1) : undefined
  const start = next ?? (startsOn !== undefined && startsOn > today ? startsOn : today)
  const end = termEnd(start)
  const bound = estimatedEndOn !== undefined && estimatedEndOn >= start && estimatedEndOn < end
  return { start, end: bound ? estimatedEndOn : end }
}

function lastEnd(parts: readonly Dated[] | undefined): string | undefined {
  return parts
    ?.map(part => part.end)
    .filter(isPlainDate)
    .toSorted()
    .at(-1)
}

function termEnd(start: string): string {
  const year = start.slice(0, 4)
  if (start <= `${year}-05-31`) return `${year}-05-31`
  if (start <= `${year}-12-20`) return `${year}-12-20`
  return `${Number(year) + 1}-05-31`
}

/** Which parts of a learning period its method asks for; the rest is not shown. */
export interface PeriodFields {
  readonly workplace: boolean
  readonly partTimeShare: boolean
  readonly apprenticeshipBasis: boolean
  readonly representatives: boolean
}

export function periodFields({
  methodCode,
  end,
}: {
  readonly methodCode: string
  readonly end: string
}): PeriodFields {
  const workplace = methodCode === trainingAgreement || methodCode === apprenticeship
  return {
    workplace,
    partTimeShare: workplace && isInForce(validity.partTimeShare, end),
    apprenticeshipBasis: methodCode === apprenticeship && isInForce(validity.apprenticeshipBasis, end),
    representatives: workplace,
  }
}

const byField = {
  workplace: ['workplace'],
  partTimeShare: ['partTimeShare'],
  apprenticeshipBasis: ['apprenticeshipBasisCode', 'apprenticeshipBasisCodeVersion'],
  representatives: ['providerRepresentative', 'acquirerRepresentative'],
} as const

type Fields = Readonly<Record<string, unknown>>

export interface MethodChange {
  readonly period: Fields
  /** What the new method does not ask for: given back when the method is changed back. */
  readonly dropped: Fields
}

/** The period by another method: with what that one asks for, without what only the former did. */
export function changeMethod(
  period: Fields & Dated & { readonly methodCode: string },
  method: { readonly code: string; readonly codeVersion: number },
  dropped: Fields = {},
): MethodChange {
  const fields = periodFields({ methodCode: method.code, end: period.end })
  const leaving = Object.entries(byField).flatMap(([field, keys]) =>
    fields[field as keyof PeriodFields] ? [] : keys.filter(key => period[key] !== undefined),
  )
  const kept = Object.entries(period).filter(([key]) => !leaving.some(one => one === key))
  const wanted = Object.entries(byField).flatMap(([field, keys]) =>
    fields[field as keyof PeriodFields] ? keys : [],
  )
  const given = Object.fromEntries(
    Object.entries({ ...startOf(fields), ...dropped }).filter(([key]) => wanted.some(one => one === key)),
  )
  return {
    period: {
      ...given,
      ...Object.fromEntries(kept),
      methodCode: method.code,
      methodCodeVersion: method.codeVersion,
    },
    dropped: { ...dropped, ...Object.fromEntries(leaving.map(key => [key, period[key]])) },
  }
}

function startOf({ partTimeShare, workplace }: PeriodFields): Fields {
  return {
    ...(workplace ? { workplace: { name: '', tasks: [], instructor: { name: '' } } } : {}),
    ...(partTimeShare ? { partTimeShare: 100 } : {}),
  }
}

/** Remedial teaching tells its days and kind of unit; the other types nothing but themselves. */
export function supportOf(
  typeCode: string,
  bounds: Bounds,
  before: { readonly start?: string; readonly end?: string; readonly unitGroupCode?: string } = {},
) {
  if (typeCode !== remedialTeaching) return { typeCode }
  const dates = datesFrom(undefined, bounds)
  return {
    typeCode,
    start: before.start ?? dates.start,
    end: before.end ?? dates.end,
    unitGroupCode: before.unitGroupCode ?? 'ammatillisentutkinnonosanryhma_1',
  }
}

export const isRemedial = (typeCode: string): boolean => typeCode === remedialTeaching

/** Weeks between two days, rounded up: the extent of a part of preparatory education, within its own bounds. */
export function newPreparatoryPart(
  choice: { readonly code: string; readonly codeVersion: number; readonly weeks: { readonly min?: number } },
  before: readonly Dated[],
  bounds: Bounds,
) {
  const { start } = datesFrom(lastEnd(before), bounds)
  const weeks = choice.weeks.min ?? 1
  const end = isPlainDate(start) ? addDays(start as PlainDate, weeks * 7 - 1) : start
  return { partCode: choice.code, partCodeVersion: choice.codeVersion, start, end, weeks }
}
