import { type CSSProperties, useMemo } from 'react'
import { addDays } from '../../../../platform/time/plain-date.ts'
import { useTexts } from '../../../../platform/web/language.tsx'
import { classes } from '../../../../ui/classes.ts'
import { Hidden } from '../../../../ui/hidden.tsx'
import type { Timeline, TimelineRow } from '../../rules-timeline.ts'
import { lanesOf } from '../../rules-timeline-lanes.ts'
import { jump, partId } from '../jump.ts'
import { percent, placeOn } from './axis.tsx'
import { fewestDays } from './scale.ts'
import { texts } from './texts.ts'
import styles from './timeline.module.css'
import type { Spot } from './use-moving.ts'
import { useTimelineWords } from './words.ts'

interface RowLineProps {
  readonly row: TimelineRow
  readonly index: number
  readonly timeline: Timeline
  readonly inSight: number
  readonly focused: Spot
  readonly onFocus: (spot: Spot) => void
}

/** A part of the plan: its name, and its bars in as many lanes as they need. */
export function RowLine({ row, index, timeline, inSight, focused, onFocus }: RowLineProps) {
  const t = useTexts(texts)
  const words = useTimelineWords()
  const lanes = useMemo(() => lanesOf(row.bars, fewestDays(inSight)), [row.bars, inSight])
  const place = placeOn(timeline)
  const height = { '--lanes': Math.max(...lanes, 0) + 1 } as CSSProperties
  return (
    // biome-ignore lint/a11y/useSemanticElements: as in Picture
    // biome-ignore lint/a11y/useFocusableInteractive: the bars in it take the focus
    <div role="row" className={classes(styles.row, styles[row.kind])}>
      {/* biome-ignore lint/a11y/useSemanticElements: as in Picture */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="rowheader" className={styles.name}>
        <span>{words.row(row)}</span>
        {row.progress === undefined ? null : <Hidden>, {t(`progress.${row.progress}`)}</Hidden>}
      </div>
      <div className={styles.track} style={height} data-track="">
        {row.bars.map((bar, at) => {
          const [from, to] = [place(bar.start), place(addDays(bar.end, 1))]
          const style = { '--from': percent(from), width: percent(to - from), '--lane': lanes[at] ?? 0 }
          const id = partId(targetOf(bar.pointer))
          const name = words.bar(bar, row)
          return (
            // biome-ignore lint/a11y/useSemanticElements: as in Picture
            // biome-ignore lint/a11y/useFocusableInteractive: its link takes the focus
            <div
              role="gridcell"
              key={`${bar.pointer} ${bar.start}`}
              className={styles.cell}
              style={style as CSSProperties}
            >
              <a
                href={`#${id}`}
                className={styles.bar}
                data-kind={bar.kind}
                data-open={bar.open || undefined}
                data-spot={`${index}-${at}`}
                tabIndex={focused[0] === index && focused[1] === at ? 0 : -1}
                aria-label={name}
                title={name}
                onFocus={() => onFocus([index, at])}
                onClick={event => jump(event, id)}
              >
                <span>{bar.place ?? words.kind(bar)}</span>
              </a>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** An interruption is told where its period is. */
export function targetOf(pointer: string): string {
  return pointer.replace(/\/interruptions\/\d+$/, '')
}
