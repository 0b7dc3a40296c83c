import type { Names } from '../../features/codes/contract.ts'
import type { Refusal } from '../../features/imports/contract.ts'
import type { OrganisationName } from '../../features/organisations/contract.ts'
import { listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { dayOf, isPlainDate } from '../../platform/time/plain-date.ts'

const oidShape = /^\d+(\.\d+){2,}$/

/** An object identifier of any kind. */
export function oidAt(value: unknown): string | undefined {
  const oid = textAt(value)
  return oid !== undefined && oid.length <= 100 && oidShape.test(oid) ? oid : undefined
}

export function namesAt(value: unknown): Names {
  const record = recordAt(value)
  const names: Names = {}
  for (const language of ['fi', 'sv', 'en'] as const) {
    const name = textAt(record?.[language])
    if (name !== undefined) names[language] = name
  }
  return names
}

/** Instants are told in milliseconds: midnights in Finland. */
export function dayAt(value: unknown): string | undefined {
  if (typeof value === 'string') return isPlainDate(value) ? value : undefined
  const instant = new Date(numberAt(value) ?? Number.NaN)
  const day = Number.isNaN(instant.getTime()) ? '' : dayOf(instant)
  return isPlainDate(day) ? day : undefined
}

/** A code without its version: `oppilaitostyyppi_21` of `oppilaitostyyppi_21#1`. */
export const codeAt = (value: unknown) => textAt(textAt(value)?.split('#')[0])

export const codesAt = (value: unknown) => [...new Set(listAt(value).flatMap(item => codeAt(item) ?? []))]

/** Names with the days from which they hold, oldest first. A day that is told twice has the name that is told last. */
export function namedDays(
  items: readonly unknown[],
  pointer: string,
  refused: Refusal[],
): OrganisationName[] {
  const byDay = new Map<string, OrganisationName>()
  for (const [index, item] of items.entries()) {
    const record = recordAt(item)
    const startsOn = dayAt(record?.alkuPvm)
    const names = namesAt(record?.nimi)
    if (startsOn === undefined || Object.keys(names).length === 0) {
      refused.push({ pointer: `${pointer}/${index}`, code: 'no-dated-name' })
    } else byDay.set(startsOn, { startsOn, names })
  }
  return [...byDay.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}
