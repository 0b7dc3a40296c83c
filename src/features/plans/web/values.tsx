import { formatDate, formatInstant } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ownName } from './own-names.ts'
import { steps } from './placement.ts'
import { useReading } from './reading.tsx'
import { texts } from './texts.ts'

/** A value out of a body, and where it stands when its unit matters. */
export type ValueWords = (value: unknown, pointer?: string) => string

/** A value in a few words: dates and codes as people say them, numbers with their unit, a part by its name. */
export function useValueWords(): ValueWords {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { names, contacts } = useReading()
  const textWords = (value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language)
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return formatInstant(value, language)
    if (Object.hasOwn(contacts, value)) return contacts[value]?.name ?? '…'
    const name = pickName(Object.hasOwn(names, value) ? names[value] : undefined, language)
    return name?.text ?? ownName(value, t) ?? value
  }
  const numberWords = (value: number, field: string | undefined): string => {
    if (field === 'partTimeShare') return t('percent', { share: value })
    if (field === 'competencePoints') return t('points', { points: value })
    if (field === 'teachingHours') return t('hours', { count: value })
    return field === 'weeks' ? t('weeks', { count: value }) : String(value)
  }
  const words: ValueWords = (value, pointer = '') => {
    if (value === undefined || value === null || value === '') return t('versions.empty')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return numberWords(value, steps(pointer).at(-1))
    if (typeof value === 'string') return textWords(value)
    if (Array.isArray(value)) return t('versions.part', { count: value.length })
    return partWords(value, contacts, words)
  }
  return words
}

/** The few keys by which a part is recognised, in the order in which they tell most. */
const telling = [
  'unitCode',
  'subjectAreaCode',
  'partCode',
  'typeCode',
  'methodCode',
  'name',
  'code',
  'contact',
]

function partWords(
  value: object,
  contacts: ReturnType<typeof useReading>['contacts'],
  words: (value: unknown) => string,
): string {
  const entries = new Map<string, unknown>(Object.entries(value))
  const key = telling.find(candidate => entries.has(candidate))
  const found = key === undefined ? undefined : entries.get(key)
  const name =
    key === 'contact' && typeof found === 'string' ? (contacts[found]?.name ?? '…') : words(found ?? '…')
  const dates = ['start', 'end'].filter(date => entries.has(date)).map(date => words(entries.get(date)))
  return dates.length === 0 ? name : `${found === undefined ? '' : `${name}, `}${dates.join(' – ')}`
}
