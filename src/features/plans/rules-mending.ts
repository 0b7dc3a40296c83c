/** Fixes that take more than taking a value away: they are offered only where they leave nothing worse behind. */
import type { Fix } from './contract.ts'
import type { Interruption } from './contract-parts.ts'
import { type Check, type OfferedFix, pointerAt } from './rules-check.ts'

interface Dated {
  readonly start: string
  readonly end: string
}

/** The dates of the part where the check stands change places. */
export function swapDates(check: Check, { start, end }: Dated): OfferedFix {
  return {
    op: 'set',
    pointer: pointerAt(check, 'start'),
    value: end,
    textKey: 'swapDates',
    also: [{ op: 'set', pointer: pointerAt(check, 'end'), value: start }],
  }
}

/** Whether an interruption may stand on these days beside the others of its period. */
export function isFree({ start, end }: Dated, others: readonly Interruption[]): boolean {
  return others.every(other => {
    const last = other.end ?? '9999-12-31'
    const [from, to] = other.start <= last ? [other.start, last] : [last, other.start]
    return to < start || from > end
  })
}

type Step = NonNullable<Fix['also']>[number]

/**
 * Overlapping interruptions become one each that covers the same days; undefined where one is open and another follows,
 * because then nobody knows when the first ended.
 */
export function joinInterruptions(
  check: Check,
  interruptions: readonly Interruption[],
): OfferedFix | undefined {
  const placed = interruptions.map((interruption, index) => ({ ...interruption, index }))
  placed.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const sets: Step[] = []
  const removed: number[] = []
  let kept = placed[0]
  let last = kept?.end
  for (const next of placed.slice(1)) {
    if (kept === undefined || last === undefined || last < kept.start) return undefined
    if (next.end !== undefined && next.end < next.start) return undefined
    if (next.start > last) {
      sets.push(...endOf(check, kept, last))
      kept = next
      last = next.end
    } else {
      removed.push(next.index)
      last = next.end === undefined || next.end > last ? next.end : last
    }
  }
  if (kept !== undefined) sets.push(...endOf(check, kept, last))
  const removals = removed
    .sort((a, b) => b - a)
    .map((index): Step => ({ op: 'remove', pointer: pointerAt(check, 'interruptions', index) }))
  const [first, ...also] = [...sets, ...removals]
  return first && { ...first, textKey: 'mergeInterruptions', also }
}

function endOf(
  check: Check,
  kept: Interruption & { readonly index: number },
  end: string | undefined,
): Step[] {
  if (end === kept.end) return []
  const pointer = pointerAt(check, 'interruptions', kept.index, 'end')
  return [end === undefined ? { op: 'remove', pointer } : { op: 'set', pointer, value: end }]
}

/** An identifier like the one given that no period has yet. */
export function freeIdentifier(identifier: string, taken: ReadonlySet<string>): string {
  let number = 2
  while (taken.has(`${identifier}-${number}`)) number += 1
  return `${identifier}-${number}`
}
