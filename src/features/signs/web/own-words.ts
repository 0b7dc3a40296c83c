import type { Translate } from '../../../platform/i18n/texts.ts'
import type { SignView } from '../contract.ts'
import type { texts } from './own-texts.ts'
import { weekNumber, weeksWithout } from './words.ts'

type Words = Translate<(typeof texts)['fi']>

/** What was noticed, said to the student. */
export function ownHead({ data, seenOn }: Pick<SignView, 'data' | 'seenOn'>, t: Words): string {
  if (data.reason === 'no-progress')
    return t('heads.no-progress', { count: weeksWithout(data.since, seenOn) })
  if (data.reason === 'empty-weeks') return t('heads.empty-weeks', { count: data.weeks.length })
  return t(`heads.${data.reason}`)
}

/** From which days and figures, in short sentences. */
export function ownReasons({ data }: Pick<SignView, 'data'>, t: Words): string[] {
  if (data.reason === 'no-progress')
    return [t(`what.${data.what}`, { date: data.since }), t('limit.progress', { count: data.limit })]
  if (data.reason === 'empty-weeks') {
    const weeks = data.weeks.map(week => t('week', { week: weekNumber(week) })).join(', ')
    return [t('weeks', { weeks }), t('limit.weeks', { count: data.limit })]
  }
  if (data.reason === 'interrupted') {
    const { interruptedFrom: date, interruptedUntil: end } = data
    return [end === undefined ? t('interrupted', { date }) : t('interruptedUntil', { date, end })]
  }
  return [
    t(data.begun ? 'begun' : 'starts', { date: data.start }),
    t('limit.workplace', { count: data.limit }),
  ]
}
