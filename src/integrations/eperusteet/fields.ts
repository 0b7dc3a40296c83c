import type { Names } from '../../features/codes/contract.ts'
import type { NamedCode, Range } from '../../features/qualifications/contract.ts'
import { listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { dayOf, type PlainDate } from '../../platform/time/plain-date.ts'

/** The three languages of a localised text; ids, translations of other kinds and empty texts are left out. */
export function namesOf(value: unknown): Names {
  const given = recordAt(value)
  const names: Names = {}
  for (const language of ['fi', 'sv', 'en'] as const) {
    const name = textAt(given?.[language])
    if (name !== undefined) names[language] = name
  }
  return names
}

/** Dates are instants of midnight in Helsinki, in milliseconds. */
export function dateOf(value: unknown): PlainDate | undefined {
  const instant = new Date(numberAt(value) ?? Number.NaN)
  return Number.isNaN(instant.getTime()) ? undefined : dayOf(instant)
}

function bound(value: unknown): number | undefined {
  const number = numberAt(value)
  return number !== undefined && number >= 0 ? number : undefined
}

/** A range where at least one end is told; a `null` maximum is no upper bound. */
export function rangeOf(min: unknown, max: unknown): Range | undefined {
  const [least, most] = [bound(min), bound(max)]
  if (least === undefined && most === undefined) return undefined
  return { ...(least === undefined ? {} : { min: least }), ...(most === undefined ? {} : { max: most }) }
}

/** `{uri, nimi}` lists: competence areas. Records without a uri say nothing and are passed over. */
export function namedCodesOf(value: unknown, uriKey: string): NamedCode[] {
  const byUri = new Map<string, NamedCode>()
  for (const item of listAt(value)) {
    const record = recordAt(item)
    const codeUri = textAt(record?.[uriKey])
    if (codeUri !== undefined) byUri.set(codeUri, { codeUri, names: namesOf(record?.nimi) })
  }
  return [...byUri.values()]
}

/** The object without the keys whose value is undefined, as exact optional fields need. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
