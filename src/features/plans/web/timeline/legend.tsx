import { useTexts } from '../../../../platform/web/language.tsx'
import type { Timeline } from '../../rules-timeline.ts'
import { barKinds } from '../../rules-timeline-rows.ts'
import { holidaysIn } from './axis.tsx'
import { texts } from './texts.ts'
import styles from './timeline.module.css'

/** What the marks in the picture mean: those that it has. */
export function Legend({ timeline, inSight }: { readonly timeline: Timeline; readonly inSight: number }) {
  const t = useTexts(texts)
  const used = new Set(timeline.rows.flatMap(({ bars }) => bars.map(({ kind }) => kind)))
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {barKinds
        .filter(kind => used.has(kind))
        .map(kind => (
          <li key={kind}>
            <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
            {t(`kinds.${kind}`)}
          </li>
        ))}
      {holidaysIn(timeline, inSight).length === 0 ? null : (
        <li>
          <span className={styles.holidaySwatch} aria-hidden="true" />
          {t('holiday')}
        </li>
      )}
    </ul>
  )
}
