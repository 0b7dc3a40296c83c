import { formatDate, formatDateRange } from '../../../../platform/i18n/format.ts'
import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import type { Bar, TimelineFault, TimelineRow } from '../../rules-timeline.ts'
import type { BarKind } from '../../rules-timeline-rows.ts'
import { weekOf } from '../../rules-weeks.ts'
import { ownName } from '../own-names.ts'
import { useReading } from '../reading.tsx'
import { texts as planTexts } from '../texts.ts'
import { texts } from './texts.ts'

export interface TimelineWords {
  readonly row: (row: TimelineRow) => string
  readonly code: (code: string) => string
  /** What a stretch is: its kind, or more closely which support or state of the study right. */
  readonly kind: (stretch: Pick<Bar, 'kind' | 'code'>) => string
  readonly dates: (bar: Pick<Bar, 'start' | 'end' | 'open'>) => string
  readonly weeks: (bar: Bar) => string
  /** Everything that a bar shows, for those who do not see it. */
  readonly bar: (bar: Bar, row: TimelineRow) => string
  readonly fault: (fault: TimelineFault) => string
}

/** Kinds of which the code tells more than the kind does. */
const told: readonly BarKind[] = ['support', 'away']

export function useTimelineWords(): TimelineWords {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { language } = useLanguage()
  const { names } = useReading()
  const code = (one: string): string =>
    pickName(Object.hasOwn(names, one) ? names[one] : undefined, language)?.text ?? ownName(one, named) ?? one
  const row = ({ kind, code: own, name }: TimelineRow): string => {
    if (kind === 'studyRight') return t('studyRight')
    return own === undefined ? name || t('unnamed') : code(own)
  }
  const kind = ({ kind: which, code: own }: Pick<Bar, 'kind' | 'code'>): string => {
    if (own === undefined || !told.includes(which)) return t(`kinds.${which}`)
    if (which === 'support') return code(own)
    return own === 'loma' ? named('states.loma') : t('kinds.away')
  }
  const dates = ({ start, end, open }: Pick<Bar, 'start' | 'end' | 'open'>): string => {
    if (start === end && !open) return formatDate(start, language)
    return formatDateRange(start, open ? undefined : end, language)
  }
  const weeks = ({ start, end }: Bar): string => {
    const [first, last] = [weekOf(start), weekOf(end)]
    // As texts: a number would get the space of thousands.
    const years = { year: String(first.year), lastYear: String(last.year) }
    const words = { first: first.week, last: last.week, ...years }
    if (first.monday === last.monday) return t('weeks.one', words)
    return first.year === last.year ? t('weeks.same', words) : t('weeks.across', words)
  }
  const length = (bar: Bar): readonly string[] => [
    ...(bar.weeks > 1 ? [`${weeks(bar)} (${t('length', { count: bar.weeks })})`] : [weeks(bar)]),
    ...(bar.open ? [t('openEnd')] : []),
    ...(bar.implied === true ? [t('implied')] : []),
    ...(bar.workDays === undefined ? [] : [t('workDays', { count: bar.workDays })]),
  ]
  return {
    row,
    code,
    kind,
    dates,
    weeks,
    bar: (bar, of) => {
      const [what, whose] = [kind(bar), row(of)]
      const place =
        bar.place === undefined
          ? []
          : [`${t(bar.kind === 'demonstration' ? 'place.demonstration' : 'place.period')}: ${bar.place}`]
      const rest = [dates(bar), ...length(bar), ...place].join(', ')
      return what === whose ? `${whose}, ${rest}` : `${whose}: ${what}, ${rest}`
    },
    fault: ({ kind: which, code: own, start, end, fault }) => {
      const range = [start, end].map(date =>
        date === undefined || date === '' ? '?' : formatDate(date, language),
      )
      return `${kind({ kind: which, code: own })}, ${range.join(' – ')}: ${t(`fault.${fault}`)}`
    },
  }
}
