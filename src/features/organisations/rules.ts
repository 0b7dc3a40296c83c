import type { Names } from '../codes/contract.ts'
import type { Organisation, OrganisationName } from './contract.ts'

const day = (date: string | undefined, otherwise: string) => date ?? otherwise

/** Whether it is at work on the day: by its dates where they are told, and never while it is only planned. */
export function isActive(
  { status, validFrom, validUntil }: Pick<Organisation, 'status' | 'validFrom' | 'validUntil'>,
  today: string,
): boolean {
  if (status === 'SUUNNITELTU' || status === 'POISTETTU') return false
  if (day(validFrom, today) > today) return false
  // The register sets an organisation to rest when its last day has come; without that day its word counts.
  return validUntil === undefined ? status !== 'PASSIIVINEN' : today <= validUntil
}

/**
 * The name that held on a day: the last one that had begun. Before the first the oldest that is known, since some name it
 * had; without a history the present one.
 */
export function nameOn(present: Names, history: readonly OrganisationName[], date: string): Names {
  const sorted = history.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
  const begun = sorted.filter(name => name.startsOn <= date)
  return (begun.at(-1) ?? sorted[0])?.names ?? present
}

/** What must be noted when an import brings another name than the stored one, and the register told no history of it. */
export function noticedNames(
  before: Pick<Organisation, 'names' | 'validFrom'>,
  after: Pick<Organisation, 'names'>,
  history: readonly OrganisationName[],
  today: string,
): OrganisationName[] {
  if (sameNames(before.names, after.names)) return []
  const present = history.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1)
  // The list of names knew of the change already.
  if (present && sameNames(present.names, after.names)) return []
  // Nobody told when the earlier name began; it held at the latest from the organisation's own first day.
  const start = before.validFrom !== undefined && before.validFrom < today ? before.validFrom : undefined
  const first =
    history.length > 0 ? [] : [{ startsOn: start ?? firstDay, names: before.names, noticed: true }]
  return [...first, { startsOn: today, names: after.names, noticed: true }]
}

/** Before everything: for a name of which nobody knows when it began. */
export const firstDay = '0001-01-01'

const languages = ['fi', 'sv', 'en'] as const

export function sameNames(a: Names, b: Names): boolean {
  return languages.every(language => a[language] === b[language])
}
