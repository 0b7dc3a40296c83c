import { type KeyboardEvent, useRef, useState } from 'react'
import type { TimelineRow } from '../../rules-timeline.ts'

/** Row and bar. */
export type Spot = readonly [row: number, bar: number]

/** Moves a roving focus between the bars: along a row by time, between rows to the nearest in time. */
export function useMoving(rows: readonly TimelineRow[], start: Spot) {
  const grid = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Spot>(start)
  const spot = rows[at[0]]?.bars[at[1]] === undefined ? start : at
  const go = (to: Spot | undefined): void => {
    if (to === undefined) return
    setAt(to)
    const bar = grid.current?.querySelector<HTMLElement>(`[data-spot="${to.join('-')}"]`)
    bar?.focus({ preventScroll: true })
    bar?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return
    const to = target(event.key, event.ctrlKey, rows, spot)
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return { grid, spot, setSpot: setAt, onKeyDown }
}

/** Where a key leads; undefined for keys that are not ours or lead nowhere. */
export function target(
  key: string,
  ctrl: boolean,
  rows: readonly TimelineRow[],
  [row, bar]: Spot,
): Spot | undefined {
  const last = (of: number): number => (rows[of]?.bars.length ?? 0) - 1
  if (key === 'ArrowRight') return bar < last(row) ? [row, bar + 1] : [row, bar]
  if (key === 'ArrowLeft') return [row, Math.max(bar - 1, 0)]
  const filled = rows.flatMap(({ bars }, index) => (bars.length === 0 ? [] : [index]))
  if (key === 'Home') return [ctrl ? (filled[0] ?? row) : row, 0]
  if (key === 'End') {
    const to = ctrl ? (filled.at(-1) ?? row) : row
    return [to, last(to)]
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const next = key === 'ArrowDown' ? filled.find(one => one > row) : filled.findLast(one => one < row)
  return next === undefined ? [row, bar] : [next, nearest(rows, [row, bar], next)]
}

function nearest(rows: readonly TimelineRow[], [row, bar]: Spot, next: number): number {
  const start = Date.parse(rows[row]?.bars[bar]?.start ?? '')
  const distances = (rows[next]?.bars ?? []).map(one => Math.abs(Date.parse(one.start) - start))
  return Math.max(distances.indexOf(Math.min(...distances)), 0)
}
