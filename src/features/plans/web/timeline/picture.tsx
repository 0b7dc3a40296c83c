import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Hidden } from '../../../../ui/hidden.tsx'
import type { Timeline } from '../../rules-timeline.ts'
import { weekOf } from '../../rules-weeks.ts'
import { Axis, Backdrop } from './axis.tsx'
import { RowLine } from './row-line.tsx'
import { weekWidth } from './scale.ts'
import { texts } from './texts.ts'
import styles from './timeline.module.css'
import { type Spot, useMoving } from './use-moving.ts'
import type { View } from './use-view.ts'

interface PictureProps {
  readonly timeline: Timeline
  readonly view: View
}

/** The bars on their weeks: a grid of links, one of which has the focus; arrows move it. */
export function Picture({ timeline, view }: PictureProps) {
  const t = useTexts(texts)
  const { rows, weeks } = timeline
  const moving = useMoving(rows, firstSpot(timeline))
  const { inSight } = view
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === '+' || event.key === '-') {
      event.preventDefault()
      view.zoom(event.key === '+' ? -1 : 1)
    } else moving.onKeyDown(event)
  }
  const measures = {
    '--shown': weeks.length / inSight,
    '--least': `${weeks.length * weekWidth(inSight)}px`,
  } as CSSProperties
  return (
    <div className={styles.frame}>
      <p className={styles.help} id="timeline-help">
        {t('help')} <TodayWords timeline={timeline} />
      </p>
      <div className={styles.scroller} ref={view.scroller} {...useDragging()}>
        <div className={styles.canvas} style={measures}>
          <Axis timeline={timeline} inSight={inSight} />
          <Backdrop timeline={timeline} inSight={inSight} />
          {/* biome-ignore lint/a11y/useSemanticElements: bars of time are no cells of a table */}
          <div
            role="grid"
            aria-label={t('grid')}
            aria-describedby="timeline-help"
            ref={moving.grid}
            onKeyDown={onKeyDown}
          >
            {rows.map((row, index) => (
              <RowLine
                key={`${row.kind} ${row.pointer}`}
                row={row}
                index={index}
                timeline={timeline}
                inSight={inSight}
                focused={moving.spot}
                onFocus={moving.setSpot}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function TodayWords({ timeline: { today } }: { readonly timeline: Timeline }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (today === undefined) return null
  const { week } = weekOf(today)
  return <Hidden>{t('today', { date: formatDate(today, language), week })}</Hidden>
}

/** The focus comes in at what goes on today or comes next. */
function firstSpot({ rows, today }: Timeline): Spot {
  const filled = rows.flatMap(({ kind, bars }, row) =>
    bars.length === 0 || kind === 'studyRight' ? [] : [row],
  )
  for (const row of filled) {
    const bar = rows[row]?.bars.findIndex(({ end }) => today !== undefined && end >= today) ?? -1
    if (bar !== -1) return [row, bar]
  }
  return [filled[0] ?? rows.findIndex(({ bars }) => bars.length > 0), 0]
}

/** A mouse drags the picture along; a finger scrolls it as it scrolls anything. */
function useDragging() {
  const from = useRef<{ readonly x: number; readonly left: number }>(undefined)
  const end = (event: PointerEvent<HTMLDivElement>): void => {
    from.current = undefined
    event.currentTarget.removeAttribute('data-dragging')
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return
      // A press on a bar opens it.
      if (event.target instanceof Element && event.target.closest('a') !== null) return
      from.current = { x: event.clientX, left: event.currentTarget.scrollLeft }
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (from.current === undefined) return
      event.currentTarget.setAttribute('data-dragging', '')
      event.currentTarget.scrollLeft = from.current.left - (event.clientX - from.current.x)
    },
    onPointerUp: end,
    onPointerLeave: end,
  }
}
