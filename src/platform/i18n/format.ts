import { type Language, locales } from './language.ts'

/** Instants are shown in the time of Finland, whatever the reader's machine says. */
const timeZone = 'Europe/Helsinki'

const dateStyles: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  fi: { day: 'numeric', month: 'numeric', year: 'numeric' },
  sv: { day: 'numeric', month: 'numeric', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Intl formatters are slow to make, and a page shows hundreds of dates. */
function dateFormatter(language: Language, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withTime}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = withTime
    ? new Intl.DateTimeFormat(locales[language], {
        ...dateStyles[language],
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
      })
    : new Intl.DateTimeFormat(locales[language], { ...dateStyles[language], timeZone: 'UTC' })
  formatters.set(key, made)
  return made
}

function parsePlain(date: string): Date | undefined {
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) ? undefined : parsed
}

/** A plain date (YYYY-MM-DD) in the reader's form; what is not a date is given back as it came. */
export function formatDate(date: string, language: Language): string {
  const parsed = parsePlain(date)
  return parsed === undefined ? date : dateFormatter(language, false).format(parsed)
}

/** Two plain dates as a range; an open range ends in a dash. */
export function formatDateRange(start: string, end: string | undefined, language: Language): string {
  if (end === undefined) return `${formatDate(start, language)} –`
  return `${formatDate(start, language)} – ${formatDate(end, language)}`
}

/** An instant (ISO 8601) as date and time of Finland. */
export function formatInstant(instant: string, language: Language): string {
  const parsed = new Date(instant)
  return Number.isNaN(parsed.getTime()) ? instant : dateFormatter(language, true).format(parsed)
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(value)
}
