import { listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { isPlainDate } from '../../platform/time/plain-date.ts'

/** The value of a code: `lasna` of `{koodiarvo: 'lasna', koodistoUri: …}`. */
export function codeAt(value: unknown): string | undefined {
  return textAt(recordAt(value)?.koodiarvo)
}

export function dateAt(value: unknown): string | undefined {
  return typeof value === 'string' && isPlainDate(value) ? value : undefined
}

export function flagAt(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** Names in the three languages, of those that are texts. */
export function namesAt(value: unknown): { fi?: string; sv?: string; en?: string } | undefined {
  const record = recordAt(value)
  return filled({ fi: textAt(record?.fi), sv: textAt(record?.sv), en: textAt(record?.en) })
}

export function datesAt(value: unknown): { start?: string; end?: string } {
  const record = recordAt(value)
  return present({ start: dateAt(record?.alku), end: dateAt(record?.loppu) })
}

/** What is made of each item of a list; undefined when nothing is. */
export function someOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  const made = listAt(value).flatMap(item => read(item) ?? [])
  return made.length > 0 ? made : undefined
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The members that have a value. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>
}

/** The same, or undefined when none has. */
export function filled<T extends object>(members: T): Present<T> | undefined {
  const made = present(members)
  return Object.keys(made).length > 0 ? made : undefined
}
