import { formatDateRange } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Translate } from '../../../platform/i18n/texts.ts'
import { daysBetween, plainDateOf } from '../../../platform/time/plain-date.ts'
import { weekOf } from '../../plans/rules-weeks.ts'
import type { NoProgress, SignView } from '../contract.ts'
import type { texts } from './texts.ts'

type Words = Translate<(typeof texts)['fi']>

/** Whole weeks from the last progress until the sign was last seen. */
export function weeksWithout(since: string, seenOn: string): number {
  return Math.floor(daysBetween(plainDateOf(since), plainDateOf(seenOn)) / 7)
}

export const weekNumber = (monday: string): number => weekOf(plainDateOf(monday)).week

/** What was noticed, as a heading for staff. */
export function headOf({ data, seenOn }: Pick<SignView, 'data' | 'seenOn'>, t: Words): string {
  if (data.reason === 'no-progress')
    return t('heads.no-progress', { count: weeksWithout(data.since, seenOn) })
  if (data.reason === 'empty-weeks') return t('heads.empty-weeks', { count: data.weeks.length })
  return t(`heads.${data.reason}`)
}

interface NamedFact {
  readonly name: string
  readonly value: string
}

/** The figures and days behind it, one a line. */
export function factsOf({ data, seenOn }: SignView, t: Words, language: Language): NamedFact[] {
  if (data.reason === 'no-progress')
    return [
      {
        name: t(isBeginning(data.what) ? 'facts.countedFrom' : 'facts.last'),
        value: t(`what.${data.what}`, { date: data.since }),
      },
      { name: t('facts.limit'), value: t('limits.progress', { count: data.limit }) },
    ]
  if (data.reason === 'empty-weeks')
    return [
      {
        name: t('facts.weeks'),
        value: data.weeks.map(week => t('week', { week: weekNumber(week), date: week })).join(', '),
      },
      { name: t('facts.between'), value: formatDateRange(data.from, data.until, language) },
      { name: t('facts.limit'), value: t('limits.weeks', { count: data.limit }) },
    ]
  const period = {
    name: t('facts.period'),
    value: t('period', {
      days: formatDateRange(data.start, data.end, language),
      form: t(`forms.${data.form}`),
    }),
  }
  if (data.reason === 'interrupted') {
    const { interruptedFrom: from, interruptedUntil: until } = data
    const value = until === undefined ? t('openEnd', { date: from }) : formatDateRange(from, until, language)
    return [period, { name: t('facts.interruption'), value }]
  }
  const days = daysBetween(plainDateOf(seenOn), plainDateOf(data.start))
  const when = data.begun ? t('begun') : t('starts', { count: days })
  return [
    { ...period, value: `${period.value}, ${when}` },
    { name: t('facts.limit'), value: t('limits.workplace', { count: data.limit }) },
  ]
}

/** Nothing has gone forward since, so that the weeks are counted from it. */
const isBeginning = (what: NoProgress['what']): boolean =>
  what === 'start' || what === 'return' || what === 'plan'
