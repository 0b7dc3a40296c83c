import { type Language, locales } from './language.ts'

/** Instants are shown in the time of Finland, whatever the reader's machine says. */
const timeZone = 'Europe/Helsinki'

const dateStyles: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  fi: { day: 'numeric', month: 'numeric', year: 'numeric' },
  sv: { day: 'numeric', month: 'numeric', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
}

const timeStyle: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone }

/** Intl formatters are slow to make, and a page shows hundreds of dates. */
function remembering(options: (language: Language) => Intl.DateTimeFormatOptions) {
  const made = new Map<Language, Intl.DateTimeFormat>()
  return (language: Language): Intl.DateTimeFormat => {
    const known = made.get(language)
    if (known !== undefined) return known
    const formatter = new Intl.DateTimeFormat(locales[language], options(language))
    made.set(language, formatter)
    return formatter
  }
}

const dateFormatter = remembering(language => ({ ...dateStyles[language], timeZone: 'UTC' }))
const dayFormatter = remembering(language => ({ ...dateStyles[language], timeZone }))
const timeFormatter = remembering(() => timeStyle)
const instantFormatter = remembering(language => ({ ...dateStyles[language], ...timeStyle }))

function parsePlain(date: string): Date | undefined {
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) ? undefined : parsed
}

/** A plain date (YYYY-MM-DD) in the reader's form; what is not a date is given back as it came. */
export function formatDate(date: string, language: Language): string {
  const parsed = parsePlain(date)
  return parsed === undefined ? date : dateFormatter(language).format(parsed)
}

/** Two plain dates as a range; an open range ends in a dash, and a single day is said once. */
export function formatDateRange(start: string, end: string | undefined, language: Language): string {
  if (end === undefined) return `${formatDate(start, language)} –`
  if (end === start) return formatDate(start, language)
  return `${formatDate(start, language)} – ${formatDate(end, language)}`
}

/** An instant (ISO 8601) as date and time of Finland. */
export function formatInstant(instant: string, language: Language): string {
  const parsed = new Date(instant)
  if (Number.isNaN(parsed.getTime())) return instant
  // Intl leaves out the word that Swedish has between the day and the time.
  if (language === 'sv')
    return `${dayFormatter('sv').format(parsed)} kl. ${timeFormatter('sv').format(parsed)}`
  return instantFormatter(language).format(parsed)
}

/** The day of an instant in Finland, where the time of day says nothing. */
export function formatDay(instant: string, language: Language): string {
  const parsed = new Date(instant)
  return Number.isNaN(parsed.getTime()) ? instant : dayFormatter(language).format(parsed)
}

const numberFormatters = new Map<string, Intl.NumberFormat>()

export function formatNumber(value: number, language: Language, maximumFractionDigits = 3): string {
  const key = `${language} ${maximumFractionDigits}`
  const known = numberFormatters.get(key)
  if (known !== undefined) return known.format(value)
  const formatter = new Intl.NumberFormat(locales[language], { maximumFractionDigits })
  numberFormatters.set(key, formatter)
  return formatter.format(value)
}
