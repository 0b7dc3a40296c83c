/** What people write or paste into a cell, read as what it means. */
import { isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Days } from './rules-dates.ts'
import type { KnownPerson, KnownPlace } from './rules-known.ts'

/** Spaces of any kind become one: pasted cells hold non-breaking ones. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()

/** `Paja Oy 1234567-1` or `Paja Oy`. The number may lack its dash. */
export function placeOf(text: string): { readonly name: string; readonly businessId?: string } {
  const match = /^(.*?)[\s,;(]*\b(\d{7})[-–—]?(\d)\)?$/u.exec(tidy(text))
  const [, name = '', digits, check] = match ?? []
  if (digits === undefined || check === undefined) return { name: tidy(text) }
  return { name: name.trim(), businessId: `${digits}-${check}` }
}

export const placeText = ({ businessId, name }: Pick<KnownPlace, 'name' | 'businessId'>): string =>
  businessId === undefined ? name : `${name} ${businessId}`

/** `Otto Keksitty, otto@paja.test, 040 000 0000`, in any order after the name; undefined without a name. */
export function personOf(text: string): KnownPerson | undefined {
  const plain = tidy(text)
  const email = /[^\s,;<>]+@[^\s,;<>]+/.exec(plain)?.[0]
  const rest = plain.replace(email ?? '', ' ')
  const phone = /\+?\d[\d\s()-]{4,30}\d/.exec(rest)?.[0]
  const name = rest
    .replace(phone ?? '', ' ')
    .replaceAll(/[,;<>]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (name === '' || /[\d@]/.test(name)) return undefined
  return {
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone: phone.trim() }),
  }
}

export const personText = ({ email, name, phone }: KnownPerson): string =>
  [name, email, phone].filter(part => part !== undefined && part !== '').join(', ')

/** Duties, one after another with a semicolon between. */
export const tasksOf = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map(tidy)
    .filter(task => task !== '')

export const tasksText = (tasks: readonly string[]): string => tasks.join('; ')

/** A whole number of percent from 1 to 100. */
export function shareOf(text: string): number | undefined {
  const match = /^(\d{1,3})\s*%?$/.exec(tidy(text))
  const share = Number(match?.[1])
  return share >= 1 && share <= 100 ? share : undefined
}

/** `9.1.2027`, `09.01.2027` or `2027-01-09`. */
export function dateOf(text: string): PlainDate | undefined {
  const plain = tidy(text)
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain)
  const [, day = '', month = '', year = ''] = match ?? []
  const date = match ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain
  return isPlainDate(date) ? date : undefined
}

/** `9.1.2027 – 5.6.2027`. */
export function daysOf(text: string): Days | undefined {
  const [first, last, ...more] = tidy(text).split(/\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{1,2}\.)/)
  const [start, end] = [first && dateOf(first), last && dateOf(last)]
  return start && end && more.length === 0 && start <= end ? { start, end } : undefined
}

export const dayText = (date: string): string => date.split('-').reverse().map(Number).join('.')

export const daysText = ({ end, start }: Days): string => `${dayText(start)}–${dayText(end)}`

/** What leaves something out: a dash, as people write it in a table. */
export const isDash = (text: string): boolean => /^[-–—]$/.test(tidy(text))
export const dash = '–'
