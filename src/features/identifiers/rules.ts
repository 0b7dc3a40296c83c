import type { BusinessId, OrganisationOid, PersonOid, StudyRightOid } from './contract.ts'

/**
 * Every identifier is judged character by character, without regular expressions or slices: these run for each
 * identifier of each plan that is checked. Nothing is trimmed, and only the digits 0-9 count as digits.
 */
const ZERO = 48
const DIGITS_CHECKED = 10

const STUDY_RIGHT = '1.2.246.562.15.'
const PERSON = '1.2.246.562.24.'
const PERSON_TEST = ['1.2.246.562.98.', '1.2.246.562.198.', '1.2.246.562.298.'] as const
const ORGANISATION = ['1.2.246.562.10.', '1.2.246.562.99.', '1.2.246.562.199.', '1.2.246.562.299.'] as const
const ROOT_ORGANISATION = '00000000001'
const LEGACY_ORGANISATION_DIGITS = 22

type Weigh = (s: string, from: number) => number

/** Study right: node 15, Luhn check digit. */
export function isStudyRightOid(s: string): s is StudyRightOid {
  return s.startsWith(STUDY_RIGHT) && hasCheckedTail(s, STUDY_RIGHT.length, luhn)
}

/** Person: node 24 with the 1-3-7 check digit; the test nodes 98, 198 and 298 use Luhn. */
export function isPersonOid(s: string): s is PersonOid {
  if (s.startsWith(PERSON)) return hasCheckedTail(s, PERSON.length, ibm137)
  for (const prefix of PERSON_TEST) if (s.startsWith(prefix)) return hasCheckedTail(s, prefix.length, luhn)
  return false
}

/** Organisation: nodes 10, 99, 199 and 299; its check digit is known to be wrong in real data, so it is not tested. */
export function isOrganisationOid(s: string): s is OrganisationOid {
  for (const prefix of ORGANISATION) if (s.startsWith(prefix)) return isOrganisationTail(s, prefix.length)
  return false
}

/** Business id: seven digits, a dash and a modulus 11 check digit; a remainder of 1 has no valid digit. */
export function isBusinessId(s: string): s is BusinessId {
  if (s.length !== 9 || s.charCodeAt(7) !== 45 || !areDigits(s, 0, 7) || !areDigits(s, 8, 9)) return false
  const sum =
    7 * digit(s, 0) +
    9 * digit(s, 1) +
    10 * digit(s, 2) +
    5 * digit(s, 3) +
    8 * digit(s, 4) +
    4 * digit(s, 5) +
    2 * digit(s, 6)
  const remainder = sum % 11
  return remainder !== 1 && digit(s, 8) === (remainder === 0 ? 0 : 11 - remainder)
}

function isOrganisationTail(s: string, from: number): boolean {
  if (!areDigits(s, from, s.length)) return false
  if (s.length - from === LEGACY_ORGANISATION_DIGITS) {
    return s.startsWith('2013', from) || s.startsWith('2014', from)
  }
  return (
    hasModernTail(s, from) || (s.length - from === ROOT_ORGANISATION.length && s.endsWith(ROOT_ORGANISATION))
  )
}

function hasCheckedTail(s: string, from: number, weigh: Weigh): boolean {
  if (!hasModernTail(s, from) || !areDigits(s, from, s.length)) return false
  return writtenCheckDigit(s, from) === weigh(s, from)
}

/** Ten digits and a check digit; twelve digits ending in 10 come from a generator that wrote 10 for the digit 0. */
function hasModernTail(s: string, from: number): boolean {
  const length = s.length - from
  if (s.charCodeAt(from) === ZERO) return false
  return length === 11 || (length === 12 && s.endsWith('10'))
}

function writtenCheckDigit(s: string, from: number): number {
  return s.length - from === 12 ? 0 : digit(s, from + DIGITS_CHECKED)
}

function luhn(s: string, from: number): number {
  let sum = 0
  for (let i = 0; i < DIGITS_CHECKED; i += 1) {
    const value = digit(s, from + i)
    // From the right every other digit is doubled, beginning with the last; of ten digits those are the odd places.
    const weighed = i % 2 === 1 ? value * 2 : value
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return (10 - (sum % 10)) % 10
}

function ibm137(s: string, from: number): number {
  let sum = 0
  // Weights 7, 3, 1 repeat from the right.
  for (let i = 0; i < DIGITS_CHECKED; i += 1) {
    const place = (DIGITS_CHECKED - 1 - i) % 3
    sum += digit(s, from + i) * (place === 0 ? 7 : place === 1 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10
}

function digit(s: string, at: number): number {
  return s.charCodeAt(at) - ZERO
}

function areDigits(s: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const value = digit(s, i)
    if (!(value >= 0 && value <= 9)) return false
  }
  return true
}
