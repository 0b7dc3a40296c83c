import { formatDate, formatInstant, formatNumber } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Names, pickName } from '../../platform/i18n/names.ts'
import { fill, findText, type Plural, type Texts } from '../../platform/i18n/texts.ts'
import { en as enPages } from './i18n/en-pages.ts'
import { en } from './i18n/en-words.ts'
import { fi as fiPages } from './i18n/fi-pages.ts'
import { fi } from './i18n/fi-words.ts'
import { sv as svPages } from './i18n/sv-pages.ts'
import { sv } from './i18n/sv-words.ts'
import { hiddenMark } from './rules-protection.ts'
import { isTreeList, isTreeObject, type Tree, type TreeObject, valueAt } from './rules-tree.ts'
import { nameOfPart } from './rules-words-parts.ts'

/** A person of a plan, as far as the reader may know; without any detail one whose details were erased. */
export interface KnownPerson {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly erasedOn?: string | undefined
}

/** Whose words these are: the language, and what codes and references mean. */
export interface Speaker {
  readonly language: Language
  readonly names: Readonly<Record<string, Names>>
  readonly contacts: Readonly<Record<string, KnownPerson>>
}

export const wordTexts = { fi, sv, en }
const pages = { fi: fiPages, sv: svPages, en: enPages }

const saidDates = new Map<string, string>()
const mostDates = 2000

/** A history says the same days over and over, and Intl is what takes longest of saying them. */
function dateWords(date: string, language: Language): string {
  const key = language + date
  const known = saidDates.get(key)
  if (known !== undefined) return known
  if (saidDates.size >= mostDates) saidDates.clear()
  const said = formatDate(date, language)
  saidDates.set(key, said)
  return said
}

/** A number without its language's separators is right below a thousand, and much quicker. */
const numberText = (value: number, language: Language): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : formatNumber(value, language)

/** The form of a text for a count: these three languages have one for one and one for the rest. */
export function counted({ one, other }: Plural, count: number, language: Language): string {
  return (count === 1 ? one : other).replace('{count}', numberText(count, language))
}

const units: Readonly<Record<string, (value: number, language: Language) => string>> = {
  partTimeShare: (value, language) =>
    fill(pages[language].percent, { share: numberText(value, language) }, language),
  competencePoints: (value, language) =>
    fill(pages[language].points, { points: numberText(value, language) }, language),
  teachingHours: (value, language) => counted(pages[language].hours, value, language),
  weeks: (value, language) => counted(pages[language].weeks, value, language),
}

/** Texts that people write: told in quotation marks. */
const written = new Set([
  'deviation',
  'aimsAndContent',
  'description',
  'periodNote',
  'tasks',
  'content',
  'individualCriteria',
])

export const isWritten = (field: string): boolean => written.has(field)

/** A value in a few words; `field` is the name of its key, or of its list. */
export function valueWords(value: Tree | undefined, field: string, speaker: Speaker): string {
  const { language } = speaker
  if (value === undefined || value === null || value === '') return wordTexts[language].empty
  if (typeof value === 'boolean') return wordTexts[language][value ? 'yes' : 'no']
  if (typeof value === 'number') {
    return Object.hasOwn(units, field) ? (units[field]?.(value, language) ?? '') : numberText(value, language)
  }
  if (typeof value === 'string') return textWords(value, field, speaker)
  if (isTreeList(value)) {
    return value.length === 0
      ? wordTexts[language].empty
      : counted(pages[language].versions.part, value.length, language)
  }
  return partWords(value, speaker)
}

function textWords(value: string, field: string, speaker: Speaker): string {
  const { language } = speaker
  if (value === hiddenMark) return pages[language].hidden
  if (field === 'contact') return personWords(speaker.contacts[value], language)
  if (written.has(field)) return fill(wordTexts[language].quoted, { text: value }, language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateWords(value, language)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return formatInstant(value, language)
  return codeWords(value, speaker)
}

/** The name of a code in the reader's language before our own words, and these before its name in another. */
function codeWords(code: string, { names, language }: Speaker): string {
  const name = pickName(Object.hasOwn(names, code) ? names[code] : undefined, language)
  if (name?.language === language) return name.text
  return ownWords(code, language) ?? name?.text ?? code
}

function ownWords(code: string, language: Language): string | undefined {
  const [set, key] = code.split('_')
  const texts: Texts = pages[language]
  const place =
    set === 'osaamisenhankkimistapa' ? 'methods' : set === 'urasuunnitelma' ? 'careerPlans' : undefined
  const text = place === undefined || key === undefined ? undefined : findText(texts, `${place}.${key}`)
  return typeof text === 'string' ? text : undefined
}

/** A person by name, or as far as there is anything; of one whose details were erased that they were. */
export function personWords(person: KnownPerson | undefined, language: Language, whole = false): string {
  if (person === undefined) return wordTexts[language].unknownPerson
  const { name, email, phone, erasedOn } = person
  const all = [name, email, phone].filter(part => part !== undefined && part !== '')
  const said = (whole || name === undefined ? all : [name])
    .map(part => (part === hiddenMark ? pages[language].hidden : part))
    .join(', ')
  if (said !== '') return said
  const texts = wordTexts[language]
  return erasedOn === undefined
    ? texts.erasedPerson
    : fill(texts.erasedPersonDated, { date: erasedOn }, language)
}

/** A part by its name and dates. */
export function partWords(part: TreeObject, speaker: Speaker): string {
  const name = nameOfPart(part)
  const dates = spanWords(part, speaker.language)
  const said = name === undefined ? undefined : valueWords(name.value, name.key, speaker)
  return [said, dates].filter(text => text !== undefined).join(', ') || '…'
}

/** The time of a part: a day, a range, or what there is of it. */
export function spanWords(part: TreeObject, language: Language): string | undefined {
  const [start, end] = [valueAt(part, 'start'), valueAt(part, 'end')]
  const said = (date: Tree | undefined) => (typeof date === 'string' ? dateWords(date, language) : '')
  if (start === undefined && end === undefined) return undefined
  if (start === end) return said(start)
  return `${said(start)} – ${said(end)}`.trim()
}

export function isSpan(value: Tree | undefined): value is TreeObject {
  return isTreeObject(value) && Object.keys(value).every(key => key === 'start' || key === 'end')
}
