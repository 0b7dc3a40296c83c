import { cyclesOf } from '../codes/rules-cycles.ts'

/** That one organisation is followed by another from a day on. */
export interface Succession {
  readonly oid: string
  readonly successorOid: string
  readonly changesOn: string
}

/** By the organisation that is followed. */
export type Successions = ReadonlyMap<string, readonly Succession[]>

export function successionsOf(rows: readonly Succession[]): Successions {
  return Map.groupBy(rows, row => row.oid)
}

/**
 * The organisations that do the work of this one on the day: itself until it is followed, then whoever follows, and who
 * follows them. Several where it was divided. Each organisation is looked at once, so a circle ends.
 */
export function successorsOn(oid: string, date: string, successions: Successions): string[] {
  const found = new Set<string>()
  const seen = new Set([oid])
  const waiting = [oid]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const begun = (successions.get(next) ?? []).filter(one => one.changesOn <= date)
    if (begun.length === 0) found.add(next)
    for (const { successorOid } of begun) {
      if (seen.has(successorOid)) continue
      seen.add(successorOid)
      waiting.push(successorOid)
    }
  }
  return [...found].sort()
}

/** The one organisation that does its work on the day; undefined where it was divided and nobody has chosen. */
export function successorOn(oid: string, date: string, successions: Successions): string | undefined {
  const [only, ...others] = successorsOn(oid, date, successions)
  return others.length === 0 ? only : undefined
}

export type SuccessionFault = 'unknown-successor' | 'own-successor' | 'successor-twice' | 'successor-cycle'

/** Why the successors of an organisation cannot be these, and which of them is at fault; undefined when they can. */
export function faultOfSuccessors(
  oid: string,
  next: readonly { readonly oid: string; readonly changesOn: string }[],
  all: readonly Succession[],
  exists: (oid: string) => boolean,
): { readonly code: SuccessionFault; readonly at: number } | undefined {
  for (const [at, one] of next.entries()) {
    if (one.oid === oid) return { code: 'own-successor', at }
    if (!exists(one.oid)) return { code: 'unknown-successor', at }
    if (next.findIndex(other => other.oid === one.oid) < at) return { code: 'successor-twice', at }
  }
  const others = all.filter(one => one.oid !== oid)
  for (const [at, one] of next.entries()) {
    const rows = [...others, { oid, successorOid: one.oid, changesOn: one.changesOn }]
    const edges = new Map(
      [...successionsOf(rows)].map(([key, list]) => [key, list.map(row => row.successorOid)] as const),
    )
    if (cyclesOf(edges).some(cycle => cycle.includes(oid))) return { code: 'successor-cycle', at }
  }
  return undefined
}
