import type { CSSProperties } from 'react'
import { locales } from '../../../../platform/i18n/language.ts'
import { addDays, daysBetween, type PlainDate } from '../../../../platform/time/plain-date.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import type { Timeline } from '../../rules-timeline.ts'
import { monthLabelsEvery, weekLabelsEvery } from './scale.ts'
import { texts } from './texts.ts'
import styles from './timeline.module.css'

/** Places on the line as parts of its width. */
export function placeOn(timeline: Timeline) {
  const first = timeline.weeks[0]?.monday ?? ('' as PlainDate)
  const days = timeline.weeks.length * 7
  return (date: PlainDate): number => daysBetween(first, date) / days
}

export const percent = (part: number): string => `${(part * 100).toFixed(4)}%`

interface AxisProps {
  readonly timeline: Timeline
  readonly inSight: number
}

/** Months and numbers of weeks. The bars say theirs in words, so this is for the eye only. */
export function Axis({ timeline, inSight }: AxisProps) {
  const { language } = useLanguage()
  const place = placeOn(timeline)
  const every = weekLabelsEvery(inSight)
  const month = new Intl.DateTimeFormat(locales[language], { month: 'short', timeZone: 'UTC' })
  const months = monthsOf(timeline)
  const between = monthLabelsEvery(inSight)
  return (
    <div className={styles.axis} aria-hidden="true">
      <div className={styles.corner} />
      <div className={styles.track}>
        {months.map((first, index) => {
          const number = Number(first.slice(5, 7))
          if ((number - 1) % between !== 0) return null
          const year = number === 1 || index < between ? ` ${first.slice(0, 4)}` : ''
          return (
            <span key={first} className={styles.month} style={{ left: percent(Math.max(place(first), 0)) }}>
              {between === 12 ? year : `${month.format(new Date(first))}${year}`}
            </span>
          )
        })}
        {timeline.weeks.map(({ monday, week, year }, index) =>
          index % every === 0 ? (
            <span key={`${year}-${week}`} className={styles.week} style={{ left: percent(place(monday)) }}>
              {week}
            </span>
          ) : null,
        )}
      </div>
    </div>
  )
}

/** The first days of all months that the weeks touch. */
function monthsOf({ weeks }: Timeline): PlainDate[] {
  const months: PlainDate[] = []
  const last = weeks.at(-1)
  let at = `${weeks[0]?.monday.slice(0, 7) ?? '9'}-01` as PlainDate
  while (last !== undefined && at <= addDays(last.monday, 6)) {
    months.push(at)
    at = `${addDays(at, 31).slice(0, 7)}-01` as PlainDate
  }
  return months
}

/** Over several years their lines would hide the rest. */
export function holidaysIn({ holidays }: Timeline, inSight: number): Timeline['holidays'] {
  return inSight > 78 ? [] : holidays
}

/** Months, public holidays and today behind the bars. */
export function Backdrop({ timeline, inSight }: AxisProps) {
  const t = useTexts(texts)
  const between = monthLabelsEvery(inSight)
  const place = placeOn(timeline)
  const at = (date: PlainDate): CSSProperties => ({ left: percent(place(date)) })
  return (
    <div className={styles.backdrop} aria-hidden="true">
      {monthsOf(timeline)
        .filter(first => place(first) > 0 && (Number(first.slice(5, 7)) - 1) % between === 0)
        .map(first => (
          <span key={first} className={styles.monthLine} style={at(first)} />
        ))}
      {holidaysIn(timeline, inSight).map(({ date, name }) => (
        <span key={date} className={styles.holiday} style={at(date)} title={t(`holidays.${name}`)} />
      ))}
      {timeline.today === undefined ? null : (
        <span className={styles.today} style={at(timeline.today)}>
          <span>{t('todayShort')}</span>
        </span>
      )}
    </div>
  )
}
