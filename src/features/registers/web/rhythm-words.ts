import { useTexts } from '../../../platform/web/language.tsx'
import type { RegisterView } from '../contract.ts'
import { texts } from './texts.ts'

type Rhythm = Pick<RegisterView, 'schedule' | 'hour' | 'weekday'>

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

/** The name of a day by its number, 1 for Monday. */
export const weekdayOf = (number: number): Weekday => weekdays[number - 1] ?? '1'

/** How often a register is asked, as one says it. */
export function useRhythmWords(): (rhythm: Rhythm) => string {
  const t = useTexts(texts)
  return ({ schedule, hour, weekday }) => {
    const at = t('hour', { hour })
    if (schedule === 'daily') return t('rhythm.daily', { hour: at })
    if (schedule === 'weekly')
      return t('rhythm.weekly', { weekday: t(`weekdays.${weekdayOf(weekday)}`), hour: at })
    return t(`rhythm.${schedule}`)
  }
}
