/** What the national service lets pass in a learning period, though it is hardly meant. */
import type { Interruption, OtherEnvironment } from './contract-parts.ts'
import type { LearningPeriod } from './contract-units.ts'
import { type Check, each, pointerAt, report } from './rules-check.ts'
import { apprenticeship } from './rules-law.ts'
import { freeIdentifier, isFree, swapDates } from './rules-mending.ts'
import { isWorkplacePeriod } from './rules-periods.ts'
import { adviseEmail } from './rules-texts.ts'

export function advisePeriod(check: Check, period: LearningPeriod): void {
  const atWorkplace = isWorkplacePeriod(period)
  const { workplace, partTimeShare } = period
  if (workplace === undefined) {
    if (atWorkplace) report(check, 'warning', 'workplace-details-missing')
  } else if (check.isWhole(workplace)) {
    if (!workplace.tasks.some(task => task.trim() !== '')) {
      report(check, 'warning', 'workplace-tasks-missing', ['workplace', 'tasks'])
    }
    if (check.isWhole(workplace.instructor)) {
      adviseEmail(check, workplace.instructor.email, ['workplace', 'instructor', 'email'])
    }
  }
  if (!atWorkplace && partTimeShare !== undefined && (partTimeShare < 1 || partTimeShare > 100)) {
    const fix = { op: 'remove', pointer: pointerAt(check, 'partTimeShare') } as const
    report(check, 'warning', 'part-time-share-unusual', ['partTimeShare'], { fix })
  }
  if (period.apprenticeshipBasisCode !== undefined && period.methodCode !== apprenticeship) {
    const [pointer, version] = [
      pointerAt(check, 'apprenticeshipBasisCode'),
      pointerAt(check, 'apprenticeshipBasisCodeVersion'),
    ]
    const isVersioned = period.apprenticeshipBasisCodeVersion !== undefined
    const also = isVersioned ? { also: [{ op: 'remove', pointer: version } as const] } : {}
    const fix = { op: 'remove', pointer, ...also } as const
    report(check, 'warning', 'apprenticeship-basis-unneeded', ['apprenticeshipBasisCode'], { fix })
  }
  adviseStretches(check, period)
}

function adviseStretches(check: Check, period: LearningPeriod): void {
  const { interruptions = [] } = period
  each(check, 'interruptions', interruptions, (_, one) =>
    adviseStretch(check, period, one, swapped =>
      isFree(
        swapped,
        interruptions.filter(other => other !== one),
      ),
    ),
  )
  each(check, 'otherEnvironments', period.otherEnvironments, (_, one) => adviseStretch(check, period, one))
}

/** Dates inside a period: in order, and within it. */
function adviseStretch(
  check: Check,
  period: LearningPeriod,
  stretch: Interruption | OtherEnvironment,
  mayStand: MayStand = () => true,
): void {
  if (!check.isWhole(stretch)) return
  if (adviseOrder(check, stretch, mayStand)) return
  const { start, end } = period
  const params = { start, end }
  if (stretch.start < start || stretch.start > end) {
    const fix = start <= end && stretch.start < start && (stretch.end ?? end) >= start
    report(check, 'warning', 'outside-learning-period', ['start'], {
      params,
      ...(fix ? { fix: { op: 'set', pointer: pointerAt(check, 'start'), value: start } as const } : {}),
    })
  }
  if (stretch.end !== undefined && (stretch.end > end || stretch.end < start)) {
    const fix = start <= end && stretch.end > end && stretch.start <= end
    report(check, 'warning', 'outside-learning-period', ['end'], {
      params,
      ...(fix ? { fix: { op: 'set', pointer: pointerAt(check, 'end'), value: end } as const } : {}),
    })
  }
}

interface Dated {
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** Whether the part may have these days, in the right order. */
type MayStand = (dates: { readonly start: string; readonly end: string }) => boolean

/** Tells when the end is before the start; true when it is. */
export function adviseOrder(check: Check, { start, end }: Dated, mayStand: MayStand = () => true): boolean {
  if (start === undefined || end === undefined || start <= end) return false
  const fix = mayStand({ start: end, end: start }) ? swapDates(check, { start, end }) : undefined
  report(check, 'warning', 'dates-reversed', ['end'], { params: { start, end }, fix })
  return true
}

/** A workplace period with the place where it stands, kept for what concerns several at once. */
export interface PlacedPeriod {
  readonly period: LearningPeriod
  readonly path: readonly (string | number)[]
}

/** Identifiers that several periods share: registers and durations cannot tell such periods apart. */
export function adviseIdentifiers(check: Check, periods: readonly PlacedPeriod[]): void {
  const taken = new Set(periods.flatMap(({ period: { identifier } }) => identifier ?? []))
  if (taken.size === periods.length) return
  const seen = new Set<string>()
  for (const { period, path } of periods) {
    const { identifier } = period
    if (identifier === undefined) continue
    if (seen.has(identifier)) {
      const details = { params: { identifier }, fix: renewal(check, path, identifier, taken) }
      report(check, 'warning', 'period-identifier-repeated', [...path, 'identifier'], details)
    }
    seen.add(identifier)
  }
}

/** A new identifier after the old one; for an empty one somebody has to find another. */
function renewal(check: Check, path: PlacedPeriod['path'], identifier: string, taken: Set<string>) {
  if (identifier === '') return undefined
  const value = freeIdentifier(identifier, taken)
  taken.add(value)
  const pointer = pointerAt(check, ...path, 'identifier')
  return { op: 'set', pointer, value, textKey: 'renewIdentifier' } as const
}

/** Workplace periods on the same days are allowed; their days are then shared out when durations are counted. */
export function adviseOverlaps(check: Check, periods: readonly PlacedPeriod[]): void {
  const atWork = periods.filter(({ period }) => isWorkplacePeriod(period))
  if (atWork.length < 2) return
  atWork.sort((a, b) => (a.period.start < b.period.start ? -1 : a.period.start > b.period.start ? 1 : 0))
  let furthest = atWork[0]
  for (const placed of atWork.slice(1)) {
    if (furthest !== undefined && placed.period.start <= furthest.period.end) {
      const { start, end } = furthest.period
      report(check, 'info', 'workplace-periods-overlap', placed.path, { params: { start, end } })
    }
    if (furthest === undefined || placed.period.end > furthest.period.end) furthest = placed
  }
}
