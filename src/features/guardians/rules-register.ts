import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Guardian, ToldGuardian } from './contract.ts'
import { comesOfAgeOn } from './rules.ts'

type Known = Guardian & { readonly id: string }

/** What of a guardian is not known who cannot be stored without it. */
export interface MissingOfGuardian {
  readonly ordinal: number
  readonly missing: 'name' | 'custody'
}

/** What the register tells of one student, against what is stored. */
export interface GuardianChange {
  /** To be written; the id of the stored one in the same place, where there is one. */
  readonly written: readonly (Guardian & { readonly id: string | undefined })[]
  /** Ids of those in whose place the register no longer has anybody. */
  readonly gone: readonly string[]
  readonly refused: readonly MissingOfGuardian[]
}

const members = ['name', 'email', 'phone', 'language', 'custody', 'endsOn'] as const

/** Whoever is of age has no guardians. Of whom the register tells nothing stays as they are. */
export function guardianChange(
  stored: readonly Known[],
  told: readonly ToldGuardian[],
  birthDate: PlainDate | null,
  today: PlainDate,
): GuardianChange {
  const endsOn = birthDate === null ? null : comesOfAgeOn(birthDate)
  if (endsOn !== null && endsOn <= today) return { written: [], gone: [], refused: [] }
  const known = new Map(stored.map(one => [one.ordinal, one]))
  const there = told.filter(one => one.name !== null)
  const merged = there.map(one => merge(known.get(one.ordinal), one, endsOn))
  const written = merged.flatMap(one => (one === undefined || 'missing' in one ? [] : [one]))
  return {
    written: written.flatMap(one => {
      const before = known.get(one.ordinal)
      const same = before && members.every(member => before[member] === one[member])
      return same ? [] : [{ ...one, id: isSomebodyElse(before, one) ? undefined : before?.id }]
    }),
    gone: [
      ...told.flatMap(one => (one.name === null ? (known.get(one.ordinal)?.id ?? []) : [])),
      ...written.flatMap(one => {
        const before = known.get(one.ordinal)
        return before && isSomebodyElse(before, one) ? [before.id] : []
      }),
    ],
    refused: merged.flatMap(one => (one !== undefined && 'missing' in one ? [one] : [])),
  }
}

/** Another name in the same place is another guardian: whoever signed in as the one before must not follow along. */
const isSomebodyElse = (before: Known | undefined, now: Guardian): boolean =>
  before !== undefined && before.name !== now.name

/** Undefined where empty cells tell nothing of nobody. */
function merge(
  known: Known | undefined,
  told: ToldGuardian,
  endsOn: PlainDate | null,
): Guardian | MissingOfGuardian | undefined {
  const { ordinal } = told
  const name = told.name ?? known?.name ?? null
  if (name === null) {
    const says = told.custody !== undefined || told.email || told.phone || told.language
    return says ? { ordinal, missing: 'name' } : undefined
  }
  // Whether something may be told to somebody is not guessed: the word on custody was about the one of that name.
  const custody = told.custody ?? (known?.name === name ? known.custody : undefined)
  if (custody === undefined) return { ordinal, missing: 'custody' }
  return {
    ordinal,
    name,
    email: told.email === undefined ? (known?.email ?? null) : told.email,
    phone: told.phone === undefined ? (known?.phone ?? null) : told.phone,
    language: told.language === undefined ? (known?.language ?? null) : told.language,
    custody,
    endsOn,
  }
}
