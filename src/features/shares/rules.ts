import { addDays, dayOf, daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { PathItem, PathView } from '../paths/contract.ts'
import { namedBy } from '../paths/rules-keys.ts'
import { mostDays, type SharedPart, type ShareState } from './contract.ts'

/** How many openings are told one by one; all of them are counted. */
export const openingsTold = 10

/** More links than this open at once are more than anybody can keep in mind; what was taken back or has ended counts no more. */
export const openAtMost = 50

export type DayFault = 'last-day-past' | 'last-day-far'

/** Whether something may be shared until a day: today at the earliest, a year ahead at the most. */
export function dayFault(lastDay: string, today: PlainDate): DayFault | undefined {
  if (!isPlainDate(lastDay) || lastDay < today) return 'last-day-past'
  return daysBetween(today, lastDay) > mostDays ? 'last-day-far' : undefined
}

/** The last day on which a link opens: it expires when the next one begins. */
export const lastDayOf = (link: { readonly expiresAt: Date }): PlainDate => addDays(dayOf(link.expiresAt), -1)

export function stateOf(
  link: { readonly expiresAt: Date; readonly revokedAt: Date | null },
  today: PlainDate,
): ShareState {
  if (link.revokedAt !== null) return 'revoked'
  return lastDayOf(link) < today ? 'expired' : 'open'
}

/** The same part named twice is one; the order is that of the path. */
export function partsInOrder(parts: readonly SharedPart[]): SharedPart[] {
  const order = ['how-far', 'career', 'unit', 'period']
  const seen = new Map(parts.map(part => [`${part.kind} ${'key' in part ? part.key : ''}`, part]))
  return [...seen.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** A part that the path has no more, or never had; undefined where every one is there. */
export function missingPart(parts: readonly SharedPart[], view: PathView): SharedPart | undefined {
  return parts.find(part => {
    if (part.kind === 'unit') return !view.parts.some(one => one.key === part.key)
    return part.kind === 'period' && namedBy(view.items, part.key) === undefined
  })
}

export interface Shown {
  readonly howFar: PathView['howFar']
  readonly career: boolean
  readonly units: PathView['parts']
  /** Without people: they are others', and no student's to share. Without place where the student is protected. */
  readonly periods: readonly Omit<PathItem, 'people' | 'tasks' | 'formerKey'>[]
}

/** Of the path as it is now, only what was shared. */
export function shownOf(parts: readonly SharedPart[], view: PathView, isProtected: boolean): Shown {
  const keysOf = (kind: 'unit' | 'period') =>
    new Set(parts.flatMap(part => (part.kind === kind && 'key' in part ? [part.key] : [])))
  const units = keysOf('unit')
  const shared = new Set([...keysOf('period')].map(key => namedBy(view.items, key)))
  return {
    howFar: parts.some(part => part.kind === 'how-far') ? view.howFar : undefined,
    career: parts.some(part => part.kind === 'career'),
    units: view.parts.filter(part => units.has(part.key)),
    periods: view.items
      .filter(item => shared.has(item))
      .map(({ formerKey: _, people: __, place, tasks: ___, ...item }) => ({
        ...item,
        ...(place === undefined || isProtected ? {} : { place }),
      })),
  }
}
