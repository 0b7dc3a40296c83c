import type { RowCounts } from './contract.ts'

export interface StoredRow {
  readonly key: string
  readonly body: unknown
  readonly vanished: boolean
}

export interface Comparison<T> {
  readonly changed: readonly { readonly key: string; readonly body: T }[]
  readonly vanished: readonly string[]
  readonly counts: Omit<RowCounts, 'refused'>
}

/** JSON with its keys in order: stored JSON comes back with keys in another order than it was given. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

/** What of a whole file must be written: rows that are new, differ, or come back; and what is no longer there. */
export function compareRows<T>(
  stored: readonly StoredRow[],
  given: readonly { readonly key: string; readonly body: T }[],
): Comparison<T> {
  const before = new Map(stored.map(row => [row.key, row]))
  const changed = given.filter(({ key, body }) => {
    const row = before.get(key)
    return !row || row.vanished || canonical(row.body) !== canonical(body)
  })
  const keys = new Set(given.map(row => row.key))
  const vanished = stored.filter(row => !row.vanished && !keys.has(row.key)).map(row => row.key)
  const counts = {
    read: given.length,
    written: changed.length,
    unchanged: given.length - changed.length,
    vanished: vanished.length,
  }
  return { changed, vanished, counts }
}
