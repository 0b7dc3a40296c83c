import type { PlainDate } from '../../platform/time/plain-date.ts'

/**
 * Days of workplace periods by the national rule: every calendar day on which a student has n active periods gives
 * 1/n to each, the sum is weighed by the part-time share and rounded once, half up. The sums are exact fractions,
 * because a sum of floating-point thirds may fall on the wrong side of a half.
 */
export interface DateSpan {
  readonly start: PlainDate
  readonly end?: PlainDate | undefined
}

export interface DurationPeriod extends DateSpan {
  readonly key: string
  /** Days are shared among the periods of one student only. */
  readonly studentKey: string
  readonly studyRightOid: string
  /** Percent of full working time; anything but a whole number from 1 to 100 makes the period worth nothing. */
  readonly partTimeShare?: number | undefined
  readonly interruptions: readonly DateSpan[]
}

export interface StudyRightState {
  readonly start: PlainDate
  readonly state: string
}

export interface PeriodDuration {
  readonly key: string
  readonly studentKey: string
  /** Exact days in lowest terms. */
  readonly exact: Fraction
  /** Days rounded once, half up. */
  readonly days: number
}

export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

export interface DurationOptions {
  /**
   * Counts periods of one key as the national service does: each takes its share of a day from the others, but the key
   * itself gets that share once, weighed by the last period's part-time share.
   */
  readonly collapseDuplicates?: boolean
}

/** Days counted by how many periods shared them: key n holds whole days, each worth 1/n. */
type Account = Map<number, number>
/** Half-open span of day numbers. */
type Interval = readonly [from: number, to: number]
interface Tracked {
  readonly account: Account
  readonly active: readonly Interval[]
}

const millisecondsOfDay = 86_400_000
const suspended = 'valiaikaisestikeskeytynyt'

/**
 * One result per period in the order given, or per student and key when duplicates are collapsed. A period whose study
 * right is absent from `studyRights` lasts 0 days and takes no share. An open period lasts to the student's latest
 * known end.
 */
export function durationsOf(
  periods: readonly DurationPeriod[],
  studyRights: ReadonlyMap<string, readonly StudyRightState[]>,
  options: DurationOptions = {},
): PeriodDuration[] {
  const results = new Map<number, PeriodDuration>()
  const indexed = periods.map((period, index) => ({ period, index }))
  for (const own of Map.groupBy(indexed, entry => entry.period.studentKey).values()) {
    const lastDay = Math.max(...own.map(({ period }) => (period.end ? dayNumber(period.end) : -Infinity)))
    const entries = new Map<string | number, { index: number; account: Account }>()
    const tracked: Tracked[] = []
    for (const { period, index } of own) {
      const identity = options.collapseDuplicates ? period.key : index
      const account = entries.get(identity)?.account ?? new Map<number, number>()
      entries.set(identity, { index, account })
      tracked.push({
        account,
        active: activeIntervals(period, studyRights.get(period.studyRightOid), lastDay),
      })
    }
    shareDays(tracked)
    for (const { index, account } of entries.values()) {
      const period = periods[index]
      if (period) results.set(index, durationOf(period, account))
    }
  }
  return periods.flatMap((_period, index) => results.get(index) ?? [])
}

/** Sweeps the days on which some period starts or stops; between two such days the sharing does not change. */
function shareDays(tracked: readonly Tracked[]): void {
  const edges = tracked
    .flatMap(item =>
      item.active.flatMap(([from, to]) => [
        { at: from, item, opens: true },
        { at: to, item, opens: false },
      ]),
    )
    .sort((a, b) => a.at - b.at)
  const active = new Set<Tracked>()
  let since = 0
  for (let i = 0; i < edges.length; ) {
    const at = edges[i]?.at ?? 0
    credit(active, at - since)
    // Within one day the order of edges is free: intervals of one period are disjoint and never touch.
    for (let edge = edges[i]; edge && edge.at === at; edge = edges[++i]) {
      if (edge.opens) active.add(edge.item)
      else active.delete(edge.item)
    }
    since = at
  }
}

function credit(active: ReadonlySet<Tracked>, days: number): void {
  if (days === 0) return
  // A set of accounts: periods of one collapsed key share the account, which gets the day's share only once.
  for (const account of new Set([...active].map(item => item.account))) {
    account.set(active.size, (account.get(active.size) ?? 0) + days)
  }
}

/** Days on which the period counts: its own span less interruptions and the suspension of its study right. */
function activeIntervals(
  period: DurationPeriod,
  states: readonly StudyRightState[] | undefined,
  lastDay: number,
): Interval[] {
  if (!states) return []
  const end = period.end ? dayNumber(period.end) + 1 : lastDay + 1
  const gaps = [...period.interruptions.map(intervalOf), ...suspensions(states)].sort((a, b) => a[0] - b[0])
  const intervals: Interval[] = []
  let from = dayNumber(period.start)
  for (const [gapFrom, gapTo] of gaps) {
    if (gapTo <= gapFrom) continue
    if (Math.min(gapFrom, end) > from) intervals.push([from, Math.min(gapFrom, end)])
    from = Math.max(from, gapTo)
  }
  if (end > from) intervals.push([from, end])
  return intervals
}

/** Only the suspended state stops a period; a holiday or a resignation does not. */
function suspensions(states: readonly StudyRightState[]): Interval[] {
  const ordered = states.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return ordered.flatMap((state, i): Interval[] => {
    const next = ordered[i + 1]
    return state.state === suspended
      ? [[dayNumber(state.start), next ? dayNumber(next.start) : Infinity]]
      : []
  })
}

function intervalOf(span: DateSpan): Interval {
  return [dayNumber(span.start), span.end ? dayNumber(span.end) + 1 : Infinity]
}

function durationOf(period: DurationPeriod, account: Account): PeriodDuration {
  let numerator = 0n
  let denominator = 1n
  for (const [sharers, days] of account) {
    numerator = numerator * BigInt(sharers) + BigInt(days) * denominator
    denominator *= BigInt(sharers)
  }
  const exact = reduced(numerator * BigInt(partTimePercent(period)), denominator * 100n)
  const days = Number((exact.numerator * 2n + exact.denominator) / (exact.denominator * 2n))
  return { key: period.key, studentKey: period.studentKey, exact, days }
}

function partTimePercent({ partTimeShare: share }: DurationPeriod): number {
  return share !== undefined && Number.isInteger(share) && share >= 1 && share <= 100 ? share : 0
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return { numerator: numerator / a, denominator: denominator / a }
}

/** @throws RangeError for what is no date, lest the sweep never end. */
function dayNumber(date: PlainDate): number {
  const day = Math.round(Date.parse(date) / millisecondsOfDay)
  if (Number.isNaN(day)) throw new RangeError(`Not a date: ${date}`)
  return day
}
