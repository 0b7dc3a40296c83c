import type { Language } from '../../../platform/i18n/language.ts'

const hour = 3_600_000

/** How long ago something was, in whole minutes, hours or days: "20 tuntia sitten". */
export function ageOf(instant: string, now: number, language: Language): string {
  const passed = Math.max(now - Date.parse(instant), 0)
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  if (passed < hour) return words.format(-Math.floor(passed / 60_000), 'minute')
  if (passed < 48 * hour) return words.format(-Math.floor(passed / hour), 'hour')
  return words.format(-Math.floor(passed / (24 * hour)), 'day')
}
