import { isLanguage, type Language } from '../i18n/language.ts'
import { isPlainDate, type PlainDate } from '../time/plain-date.ts'
import type { Content } from './columns.ts'
import { csvLimits } from './places.ts'
import { looksLikeFormula } from './write.ts'

/** A cell that was read, or the code of the reason why it cannot be. Never what stands in it. */
export type Cell<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }

const fine = <T>(value: T): Cell<T> => ({ ok: true, value })
const bad = (code: string): Cell<never> => ({ ok: false, code })

const phone = /^\+?[\d\s()-]{3,30}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/
// An apostrophe before a sign is how spreadsheets keep a text a text.
const guarded = /^'(?=[=+\-@])/

/** The text of a cell without what spreadsheets put around it, or why it is not to be taken. */
export function readCell(text: string, content: Content): Cell<string> {
  const bare = text.replace(guarded, '')
  if (bare.length > csvLimits.cell) return bad('cell-long')
  if (control.test(bare)) return bad('cell-control')
  // A phone number begins with a plus, and is no formula.
  if (looksLikeFormula(bare) && !(content === 'phone' && phone.test(bare))) return bad('cell-formula')
  return fine(bare.normalize('NFC'))
}

/** `15.8.2008` and `2008-08-15`. */
export function readDate(text: string): Cell<PlainDate> {
  const finnish = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = finnish ?? []
  const date = finnish ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (isPlainDate(date)) return fine(date)
  return bad(/^\d{4}-\d\d-\d\d$/.test(date) ? 'cell-date' : 'cell-date-form')
}

const email =
  /^[^\s@<>",;:()[\]\\]{1,64}@[a-z0-9åäö]([a-z0-9åäö-]*[a-z0-9åäö])?(\.[a-z0-9åäö]([a-z0-9åäö-]*[a-z0-9åäö])?)+$/i

export function readEmail(text: string): Cell<string> {
  return text.length <= 254 && email.test(text) && !/^\.|\.\.|\.@/.test(text) ? fine(text) : bad('cell-email')
}

export function readPhone(text: string): Cell<string> {
  return phone.test(text) ? fine(text) : bad('cell-phone')
}

export function readPostalCode(text: string): Cell<string> {
  return /^[A-Z0-9][A-Z0-9 -]{2,9}$/i.test(text) ? fine(text) : bad('cell-postal-code')
}

const languageNames: Readonly<Record<string, Language>> = {
  suomi: 'fi',
  finska: 'fi',
  finnish: 'fi',
  ruotsi: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  englanti: 'en',
  engelska: 'en',
  english: 'en',
}

/** A code or a name; another language than ours is known to be none of ours. */
export function readLanguage(text: string): Cell<Language> {
  const word = text.toLowerCase()
  const language = isLanguage(word) ? word : languageNames[word]
  return language === undefined ? bad('cell-language') : fine(language)
}

const yes = new Set(['k', 'kyllä', 'ja', 'j', 'yes', 'y', 'x', '1', 'true'])
const no = new Set(['e', 'ei', 'nej', 'n', 'no', '0', 'false'])

export function readYesNo(text: string): Cell<boolean> {
  const word = text.toLowerCase()
  return yes.has(word) ? fine(true) : no.has(word) ? fine(false) : bad('cell-yes-no')
}

export function readName(text: string): Cell<string> {
  return text.length <= 200 && !/\d{3}|@/.test(text) ? fine(text) : bad('cell-name')
}

export function readText(text: string): Cell<string> {
  return text.length <= 200 ? fine(text) : bad('cell-long')
}

/** Numbers of students and staff, codes of groups. */
export function readCode(text: string): Cell<string> {
  return text.length <= 60 ? fine(text) : bad('cell-long')
}
