import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { answerLimit, type Cell, type Column } from '../contract.ts'
import { CellFixes, Suggestions } from './cell-parts.tsx'
import styles from './drafts.module.css'
import { texts } from './texts.ts'

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

interface GridCellProps {
  readonly cell: Cell | undefined
  readonly column: Column
  readonly label: string
  /** The one cell of the grid that Tab reaches. */
  readonly current: boolean
  /** The focus is to be moved here. */
  readonly takesFocus: boolean
  readonly onFocus: () => void
  readonly onChange: (text: string | null) => void
  readonly onMove: (direction: Direction) => void
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

/** One cell: shows what is known, becomes a field when somebody writes. */
export function GridCell(props: GridCellProps) {
  const { cell, column, current, label, onChange, onFocus, onMove, takesFocus } = props
  const [typed, setTyped] = useState<string>()
  const element = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (takesFocus && typed === undefined) element.current?.focus()
  }, [takesFocus, typed])
  // A cell that this student has no question for.
  if (cell === undefined) return <td className={styles.blank} />
  const commit = (): void => {
    if (typed !== undefined && typed !== cell.text) onChange(typed.trim() === '' ? null : typed)
    setTyped(undefined)
  }
  const keys = (event: KeyboardEvent): void => {
    const direction = arrows[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (direction !== undefined) onMove(direction)
    else if (event.key === 'Enter' || event.key === 'F2') setTyped(cell.text)
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null)
    // What is typed begins the answer, as in a spreadsheet.
    else if (event.key.length === 1) setTyped(event.key)
    else return
    event.preventDefault()
  }
  const invalid = cell.state === 'wrong' ? { 'aria-invalid': true } : {}
  return (
    <td
      ref={element}
      className={styles.cell}
      data-state={cell.state}
      data-column={column.key}
      tabIndex={current && typed === undefined ? 0 : -1}
      {...invalid}
      onFocus={onFocus}
      onDoubleClick={() => setTyped(cell.text)}
      onKeyDown={typed === undefined ? keys : undefined}
    >
      {typed === undefined ? (
        <Shown cell={cell} />
      ) : (
        <Field
          label={label}
          column={column}
          value={typed}
          onChange={setTyped}
          onCommit={direction => {
            commit()
            if (direction !== undefined) onMove(direction)
          }}
          onCancel={() => {
            setTyped(undefined)
            // The field that goes away would take the focus with it.
            element.current?.focus()
          }}
        />
      )}
      {typed === undefined ? <CellFixes cell={cell} onFix={onChange} reachable={current} /> : null}
    </td>
  )
}

function Shown({ cell: { state, text } }: { readonly cell: Cell }) {
  const t = useTexts(texts)
  if (text !== '') return <span className={styles.text}>{text}</span>
  if (state === 'lacking') return <span className={styles.lacking}>{t('page.lacking')}</span>
  return <span className={styles.quiet}>{state === 'wished' ? t('page.wished') : ''}</span>
}

interface FieldProps {
  readonly label: string
  readonly column: Column
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onCommit: (direction?: Direction) => void
  readonly onCancel: () => void
}

function Field({ column, label, onCancel, onChange, onCommit, value }: FieldProps) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const done = useRef(false)
  const end = (act: () => void): void => {
    done.current = true
    act()
  }
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        aria-label={label}
        list={list}
        autoComplete="off"
        maxLength={answerLimit}
        value={value}
        onChange={event => onChange(event.target.value)}
        // Escape and the commit by a key take the field away, which blurs it once more.
        onBlur={() => (done.current ? undefined : end(() => onCommit()))}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') end(onCancel)
          else if (event.key === 'Enter') end(() => onCommit('down'))
          else if (event.key === 'Tab') end(() => onCommit(event.shiftKey ? 'left' : 'right'))
          else return
          event.preventDefault()
        }}
      />
      <Suggestions id={list} kind={column.kind} typed={value} />
    </>
  )
}
