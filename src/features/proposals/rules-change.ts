/** An accepted wish as a change of the plan. */
import { periodPointer, unitPointer } from '../paths/rules-keys.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { ProposalKind, Wish } from './contract.ts'

interface Proposed {
  readonly kind: ProposalKind
  readonly about: string
  readonly wish: Wish | null
}

interface Side {
  readonly start?: string
  readonly end?: string
  readonly unitCode?: string
  readonly share?: number
}

export interface Change {
  readonly plan: StoredPlan
  readonly before: Side
  readonly after: Side
}

/**
 * The plan as it would be, and what differs; undefined where nobody can say it for sure: a workplace needs an agreement
 * and an instructor, own words need somebody who reads them, and what is gone cannot be changed.
 */
export function changeOf(
  plan: StoredPlan,
  { about, kind, wish }: Proposed,
  versionOf: (unitCode: string) => number | undefined,
): Change | undefined {
  if (wish === null) return undefined
  if (kind === 'unit') return unitChange(plan, about, wish, versionOf)
  if (kind === 'dates' || kind === 'part-time') return periodChange(plan, about, wish)
  return undefined
}

function periodChange(plan: StoredPlan, about: string, { end, share, start }: Wish): Change | undefined {
  const pointer = periodPointer(plan, about)
  if (pointer === undefined) return undefined
  const copy = structuredClone(plan)
  const period = at(copy, pointer) as { start: string; end: string; partTimeShare?: number }
  const before = { start: period.start, end: period.end, share: period.partTimeShare }
  if (start !== undefined && end !== undefined) {
    Object.assign(period, { start, end })
    return { plan: copy, before: { start: before.start, end: before.end }, after: { start, end } }
  }
  if (share === undefined) return undefined
  Object.assign(period, { partTimeShare: share })
  return { plan: copy, before: { share: before.share ?? 100 }, after: { share } }
}

/** The other unit stands in place of the earlier one, with its periods and demonstrations. */
function unitChange(
  plan: StoredPlan,
  about: string,
  { unitCode }: Wish,
  versionOf: (unitCode: string) => number | undefined,
): Change | undefined {
  const pointer = unitPointer(plan, about)
  if (pointer === undefined || unitCode === undefined) return undefined
  const copy = structuredClone(plan)
  const unit = at(copy, pointer) as NonNullable<StoredPlan['vocationalUnits']>[number]
  const before = { unitCode: unit.unitCode }
  unit.unitCode = unitCode
  unit.unitCodeVersion = versionOf(unitCode) ?? unit.unitCodeVersion
  // What the registers call the part was the other unit's.
  delete unit.id
  delete unit.moduleId
  delete unit.requirementsDiaryNumber
  return { plan: copy, before, after: { unitCode } }
}

function at(plan: StoredPlan, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], plan)
}
