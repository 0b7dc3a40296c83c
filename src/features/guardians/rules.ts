import { addMonths, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Guardian } from './contract.ts'

/** The day from which a student needs no guardian: the 18th birthday. Of the 29th of February it is the 28th. */
export function comesOfAgeOn(birthDate: PlainDate): PlainDate {
  return addMonths(birthDate, 18 * 12)
}

/**
 * Whether somebody is a guardian to whom something may be told on a day: with custody, of a student known to be under
 * 18. When the birth date is not known nobody is.
 */
export function isGuardianOn(guardian: Pick<Guardian, 'custody' | 'endsOn'>, today: PlainDate): boolean {
  return guardian.custody && guardian.endsOn !== null && today < guardian.endsOn
}

/** The guardians of a student to whom something may be told today, in the register's order. */
export function guardianOf<G extends Guardian>(
  student: { readonly guardians: readonly G[] },
  today: PlainDate,
): G[] {
  return student.guardians.filter(one => isGuardianOn(one, today)).sort((a, b) => a.ordinal - b.ordinal)
}
