import type { StoredPlan } from './rules-contacts.ts'

/** What others look up in a plan without reading it whole: one row each. */
export interface Projections {
  readonly periods: readonly PeriodRow[]
  readonly demonstrations: readonly DemonstrationRow[]
  readonly support: readonly SupportRow[]
  /** Every code that a reader needs a name for, once each, sorted. */
  readonly codes: readonly string[]
}

export interface PeriodRow {
  readonly pointer: string
  readonly unique_id: string | null
  readonly method_code: string
  readonly starts_on: string
  readonly ends_on: string
  readonly part_time_share: number | null
  readonly interruptions: readonly { readonly start: string; readonly end?: string | undefined }[]
  readonly workplace_name: string | null
  readonly business_id: string | null
  readonly instructor_contact_id: string | null
}

export interface DemonstrationRow {
  readonly pointer: string
  readonly starts_on: string
  readonly ends_on: string
  readonly environment_name: string
}

export interface SupportRow {
  readonly pointer: string
  readonly kind_code: string
  readonly starts_on: string | null
  readonly ends_on: string | null
}

type Part = NonNullable<StoredPlan['vocationalUnits']>[number]
type Period = NonNullable<Part['learningPeriods']>[number]
type Demonstration = NonNullable<Part['demonstrations']>[number]

/** A learning period under a training agreement or an apprenticeship is a workplace period. */
export function isWorkplaceMethod(methodCode: string): boolean {
  return (
    methodCode === 'osaamisenhankkimistapa_koulutussopimus' ||
    methodCode === 'osaamisenhankkimistapa_oppisopimus'
  )
}

export function projectionsOf(plan: StoredPlan): Projections {
  const parts = [...partsOf(plan)]
  const periods = parts.flatMap(([pointer, part]) =>
    rows(pointer, 'learningPeriods', part.learningPeriods, periodRow),
  )
  const demonstrations = parts.flatMap(([pointer, part]) =>
    rows(pointer, 'demonstrations', part.demonstrations, demonstrationRow),
  )
  const support = rows('', 'learningSupport', plan.learningSupport, (pointer, one) => ({
    pointer,
    kind_code: one.typeCode,
    starts_on: one.start ?? null,
    ends_on: one.end ?? null,
  }))
  return { periods, demonstrations, support, codes: codesOf(plan) }
}

type Places = Pick<Part, 'learningPeriods' | 'demonstrations'>

/** Every part that is to be acquired, with its pointer. */
function* partsOf(plan: StoredPlan): Generator<[string, Places]> {
  for (const key of ['vocationalUnits', 'localUnits'] as const) {
    for (const [at, unit] of (plan[key] ?? []).entries()) yield [`/${key}/${at}`, unit]
  }
  for (const [at, unit] of (plan.commonUnits ?? []).entries()) {
    for (const [below, area] of unit.subjectAreas.entries()) {
      yield [`/commonUnits/${at}/subjectAreas/${below}`, area]
    }
  }
}

function rows<T, R>(
  pointer: string,
  key: string,
  list: readonly T[] | undefined,
  row: (pointer: string, one: T) => R,
): R[] {
  return (list ?? []).map((one, at) => row(`${pointer}/${key}/${at}`, one))
}

function periodRow(pointer: string, period: Period): PeriodRow {
  const { workplace } = period
  return {
    pointer,
    unique_id: period.identifier ?? null,
    method_code: period.methodCode,
    starts_on: period.start,
    ends_on: period.end,
    part_time_share: period.partTimeShare ?? null,
    interruptions: period.interruptions ?? [],
    workplace_name: workplace?.name ?? null,
    business_id: workplace?.businessId ?? null,
    instructor_contact_id: workplace?.instructor.contact ?? null,
  }
}

function demonstrationRow(pointer: string, demonstration: Demonstration): DemonstrationRow {
  return {
    pointer,
    starts_on: demonstration.start,
    ends_on: demonstration.end,
    environment_name: demonstration.environment.name,
  }
}

/** By the names of the keys: every key that ends in Code holds a code, whatever part it stands in. */
export function codesOf(value: unknown): string[] {
  const found = new Set<string>()
  collectCodes(value, found)
  return [...found].sort()
}

function collectCodes(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collectCodes(item, found)
    return
  }
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'object') collectCodes(member, found)
    else if (typeof member === 'string' && (key === 'code' || key.endsWith('Code')) && member.includes('_')) {
      found.add(member)
    }
  }
}
