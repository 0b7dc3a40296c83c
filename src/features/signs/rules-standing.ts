import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { SignData, SignKind, SignState } from './contract.ts'
import type { Sign } from './rules.ts'

/** A sign that is stored and not over. */
export interface StandingSign {
  readonly id: string
  readonly planId: string
  readonly studentId: string
  readonly kind: SignKind
  readonly about: string
  readonly state: Exclude<SignState, 'over'>
  /** Of a decided one as it was when it was decided on. */
  readonly data: SignData
  readonly seenOn: string
  /** The day of the decision. */
  readonly decidedOn: PlainDate | null
}

export interface NoticedSign extends Sign {
  readonly planId: string
  readonly studentId: string
}

/** What is to be written so that the stored signs are those that are seen now. */
export interface Changes {
  readonly added: readonly NoticedSign[]
  /** Open ones whose figures moved. */
  readonly moved: readonly { readonly id: string; readonly data: SignData }[]
  /** Those that are still there as they were, and were not seen today yet. */
  readonly seen: readonly string[]
  readonly over: readonly StandingSign[]
}

const keyOf = ({ about, kind, planId }: { planId: string; kind: string; about: string }): string =>
  `${planId} ${kind} ${about}`

/**
 * Compares what stands with what is seen. A decided sign stays quiet as long as it says the same; when it has changed
 * materially it is over, with its decision, and a new one begins.
 */
export function changesOf(
  standing: readonly StandingSign[],
  noticed: readonly NoticedSign[],
  today: PlainDate,
): Changes {
  const now = new Map(noticed.map(one => [keyOf(one), one]))
  const known = new Map(standing.map(one => [keyOf(one), one]))
  const renewed = (one: StandingSign): boolean => {
    const next = now.get(keyOf(one))
    return next !== undefined && isMaterial(one, next.data, today)
  }
  const there = standing.filter(one => now.has(keyOf(one)) && !renewed(one))
  const moved = there.flatMap(one => {
    const next = now.get(keyOf(one))
    return one.state === 'open' && next !== undefined && !sameData(one.data, next.data)
      ? [{ id: one.id, data: next.data }]
      : []
  })
  const movedIds = new Set(moved.map(one => one.id))
  return {
    added: noticed.filter(one => {
      const before = known.get(keyOf(one))
      return before === undefined || renewed(before)
    }),
    moved,
    seen: there.filter(one => one.seenOn !== today && !movedIds.has(one.id)).map(one => one.id),
    over: standing.filter(one => !now.has(keyOf(one)) || renewed(one)),
  }
}

/** The database orders the members of an object in its own way. */
const sameData = (a: SignData, b: SignData): boolean => sorted(a) === sorted(b)
const sorted = (data: SignData): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))

/**
 * Whether a decided sign says something else than it did then.
 * - No progress: it stopped anew after the decision, or as many weeks as the limit have passed since the decision.
 * - Empty weeks: of the weeks to come as many as the limit are empty that were not then.
 * - Workplace: another reason, another start or interruption, or the period has begun.
 */
export function isMaterial(
  { data: then, decidedOn }: Pick<StandingSign, 'data' | 'decidedOn'>,
  now: SignData,
  today: PlainDate,
): boolean {
  if (decidedOn === null) return false
  if (then.reason === 'no-progress' && now.reason === 'no-progress')
    return now.since > decidedOn || addDays(decidedOn, 7 * now.limit) <= today
  if (then.reason === 'empty-weeks' && now.reason === 'empty-weeks')
    return now.weeks.filter(week => !then.weeks.includes(week)).length >= now.limit
  if (then.reason === 'no-workplace' && now.reason === 'no-workplace')
    return then.start !== now.start || then.begun !== now.begun
  if (then.reason === 'interrupted' && now.reason === 'interrupted')
    return then.interruptedFrom !== now.interruptedFrom
  return true
}
