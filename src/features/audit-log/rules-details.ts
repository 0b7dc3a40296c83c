import type { DetailPhrase } from './contract.ts'

/** Members of details that say something to an administrator, each with a text of the same name. */
const shown = [
  'reason',
  'source',
  'version',
  'versions',
  'changes',
  'rows',
  'students',
  'guardians',
  'documents',
  'role',
  'roles',
  'given',
  'taken',
  'register',
  'state',
  'extent',
  'from',
  'to',
] as const

/**
 * Free texts may tell where somebody is; groups and teachers do. Of how many a list was tells beside the other rows of the
 * same list who had it open.
 */
const telling: ReadonlySet<string> = new Set(['reason', 'rows', 'students'])

/** `from` and `to` are days only in a search; elsewhere they are groups and people. */
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** The details of an event as phrases, in a fixed order; of a masked student without free texts. */
export function detailPhrases(details: unknown, masked: boolean): DetailPhrase[] {
  if (typeof details !== 'object' || details === null) return []
  const members = details as Readonly<Record<string, unknown>>
  return shown.flatMap(key => {
    if (masked && telling.has(key)) return []
    const value = words(members[key])
    if (value === undefined) return []
    if ((key === 'from' || key === 'to') && !isDay(value)) return []
    return [{ key, params: { value } }]
  })
}

/** The words of a value that is a code, as a text of `details.values`; the value itself where it is none. */
export function valueWords(
  value: string | number,
  find: (code: string) => string | undefined,
): string | number {
  return typeof value === 'string' && /^[a-z-]+$/.test(value) ? (find(value) ?? value) : value
}

function words(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join(', ')
  return undefined
}
