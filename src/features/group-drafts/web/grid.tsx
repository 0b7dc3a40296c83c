import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import type { Column, DraftRow } from '../contract.ts'
import type { Place } from '../rules-columns.ts'
import type { CellChange } from './answers.ts'
import styles from './drafts.module.css'
import { type Direction, GridCell } from './grid-cell.tsx'
import { RowNotes } from './row-notes.tsx'
import { texts } from './texts.ts'
import { useNameOf } from './words.ts'

interface GridProps {
  readonly draftId: string
  readonly rows: readonly DraftRow[]
  readonly columns: readonly Column[]
  readonly nameOf: (column: Column) => string
  /** Where the focus is or would come by Tab. */
  readonly current: Place
  readonly onPlace: (place: Place) => void
  readonly onChange: (changes: readonly CellChange[]) => void
  readonly onPaste: (text: string) => void
  readonly onUndo: () => void
  readonly onFill: () => void
  readonly names: Parameters<typeof RowNotes>[0]['names']
}

/** The table of questions as a grid: arrows move, what is typed answers, and a paste fills from the cell on. */
export function Grid(props: GridProps) {
  const { columns, current, draftId, nameOf, names, onChange, onFill, onPaste, onPlace, onUndo, rows } = props
  const t = useTexts(texts)
  const studentOf = useNameOf()
  // A key moved: the focus follows. A click has moved it already.
  const [moved, setMoved] = useState(0)
  const move = (direction: Direction): void => {
    onPlace(placeFrom(current, direction, rows, columns))
    setMoved(moved + 1)
  }
  const keys = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    const act = event.key === 'z' ? onUndo : event.key === 'd' ? onFill : undefined
    if (act === undefined || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    act()
  }
  const paste = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    onPaste(event.clipboardData.getData('text/plain'))
  }
  return (
    <table
      className={styles.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: there is no element for a grid
      role="grid"
      aria-rowcount={rows.length + 1}
      onKeyDown={keys}
      onPaste={paste}
    >
      <caption>
        <Hidden>{t('page.caption')}</Hidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('page.student')}</th>
          {columns.map(column => (
            <th key={column.key} scope="col">
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} data-ready={row.ready}>
            <th scope="row">
              <Link to={`/students/${row.studentId}`}>{studentOf(row)}</Link>
              <RowNotes
                draftId={draftId}
                row={row}
                names={names}
                onLeave={() => onChange([{ key: row.key, column: 'included', text: '–' }])}
              />
            </th>
            {columns.map(column => {
              const here = current.row === row.key && current.column === column.key
              return (
                <GridCell
                  key={column.key}
                  cell={row.cells[column.key]}
                  column={column}
                  label={`${studentOf(row)}, ${nameOf(column)}`}
                  current={here}
                  takesFocus={here && moved > 0}
                  onFocus={() => onPlace({ row: row.key, column: column.key })}
                  onChange={text => onChange([{ key: row.key, column: column.key, text }])}
                  onMove={move}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The next cell that the student has a question for; the same at the edge. */
function placeFrom(
  { column, row }: Place,
  direction: Direction,
  rows: readonly DraftRow[],
  columns: readonly Column[],
): Place {
  const across =
    direction === 'left' || direction === 'right' || direction === 'first' || direction === 'last'
  const places: Place[] = across
    ? columns.map(one => ({ row, column: one.key }))
    : rows.map(one => ({ row: one.key, column }))
  const open = places.filter(place =>
    rows.some(one => one.key === place.row && one.cells[place.column] !== undefined),
  )
  const here = open.findIndex(place => place.row === row && place.column === column)
  const to = {
    up: here - 1,
    left: here - 1,
    down: here + 1,
    right: here + 1,
    first: 0,
    last: open.length - 1,
  }
  return open[to[direction]] ?? { row, column }
}
