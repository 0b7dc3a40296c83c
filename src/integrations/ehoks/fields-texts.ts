/**
 * Forms of single texts in the national plan, judged character by character: this runs for every date and
 * code of every plan, and regular expressions would cost as much as parsing the plan.
 */
const ZERO = 48
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The number written with two digits at `at`, or a number no date can have. */
function twoDigits(s: string, at: number): number {
  const tens = s.charCodeAt(at) - ZERO
  const ones = s.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 999
}

function startsWithDay(s: string): boolean {
  if (s.charCodeAt(4) !== 45 || s.charCodeAt(7) !== 45) return false
  const century = twoDigits(s, 0)
  const year = twoDigits(s, 2)
  const month = twoDigits(s, 5)
  const day = twoDigits(s, 8)
  if (century > 99 || year > 99 || month > 12 || month === 0 || day === 0) return false
  // No calendar of a database has a year 0.
  if (century === 0 && year === 0) return false
  if (day <= 28) return true
  const leap = month === 2 && (year === 0 ? century % 4 === 0 : year % 4 === 0)
  return day <= (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0)
}

/** A real day of the calendar, `YYYY-MM-DD`. */
export function isDateText(s: string): boolean {
  return s.length === 10 && startsWithDay(s)
}

const timeOfDay = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-8]):?[0-5]\d)$/

/** A moment with its offset: `YYYY-MM-DDTHH:mm:ss`, up to nine decimals, `Z` or `+02:00`. */
export function isInstantText(s: string): boolean {
  return s.length >= 20 && s.length <= 36 && startsWithDay(s) && timeOfDay.test(s.slice(10))
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(s: string): boolean {
  return uuidForm.test(s)
}

const phoneForm = /^[-+0-9() ]{0,256}$/

/** An instructor's number: digits, spaces, brackets, plus and minus, 256 at most; empty is allowed. */
export function isPhone(s: string): boolean {
  return phoneForm.test(s)
}

/** True when all of `s` from `from` on is digits; at least one. */
export function hasDigitsFrom(s: string, from: number): boolean {
  for (let i = from; i < s.length; i += 1) {
    const digit = s.charCodeAt(i) - ZERO
    if (!(digit >= 0 && digit <= 9)) return false
  }
  return s.length > from
}

/** True when `s` goes on after `from` and stays on one line. */
export function hasLineFrom(s: string, from: number): boolean {
  for (let i = from; i < s.length; i += 1) {
    const c = s.charCodeAt(i)
    if (c === 0 || c === 10 || c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029) return false
  }
  return s.length > from
}
