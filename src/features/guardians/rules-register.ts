import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Guardian, ToldGuardian } from './contract.ts'
import { comesOfAgeOn } from './rules.ts'

type Known = Guardian & { readonly id: string; readonly erased: boolean }

/** What the register tells of one student, against what is stored. */
export interface GuardianChange {
  /** To be written; the id of the stored one in the same place, where there is one. */
  readonly written: readonly (Guardian & { readonly id: string | undefined })[]
  /** Ids of those that the register no longer tells. */
  readonly gone: readonly string[]
}

const members = ['name', 'email', 'phone', 'language', 'custody', 'endsOn'] as const

/** Whoever is of age has no guardians; what was erased then is not brought back. */
export function guardianChange(
  stored: readonly Known[],
  told: readonly ToldGuardian[],
  birthDate: PlainDate | null,
  today: PlainDate,
): GuardianChange {
  const endsOn = birthDate === null ? null : comesOfAgeOn(birthDate)
  if (endsOn !== null && endsOn <= today) return { written: [], gone: [] }
  const written = told.flatMap(one => {
    const known = stored.find(other => other.ordinal === one.ordinal)
    const row = { ...one, endsOn, id: known?.id }
    const same = known && !known.erased && members.every(member => known[member] === row[member])
    return same ? [] : [row]
  })
  const kept = new Set(told.map(one => one.ordinal))
  return { written, gone: stored.filter(one => !kept.has(one.ordinal)).map(one => one.id) }
}
