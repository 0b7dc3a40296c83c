import { useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { answerLimit, type Cell, type Column, type DraftPage, type DraftRow } from '../contract.ts'
import { alsoUsed, followingKind } from '../rules-also.ts'
import type { CellChange } from './answers.ts'
import { CellFixes, Suggestions } from './cell-parts.tsx'
import styles from './drafts.module.css'
import { RowNotes } from './row-notes.tsx'
import { texts } from './texts.ts'
import { useNameOf, useUnitNames } from './words.ts'

interface CardsProps {
  readonly draftId: string
  readonly rows: readonly DraftRow[]
  readonly columns: readonly Column[]
  readonly nameOf: (column: Column) => string
  /** Those too that are not shown. */
  readonly all: readonly Column[]
  readonly names: DraftPage['names']
  readonly onChange: (changes: readonly CellChange[]) => void
}

/** On a narrow screen one student at a time, with the same cells. */
export function Cards({ all, columns, draftId, nameOf, names, onChange, rows }: CardsProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const studentOf = useNameOf()
  const unitsOf = useUnitNames({ names })
  const [at, setAt] = useState(0)
  const row = rows[Math.min(at, rows.length - 1)]
  if (row === undefined) return null
  const place = rows.indexOf(row)
  return (
    <section className={styles.card} aria-labelledby="draft-card">
      <p className={styles.quiet}>{t('page.nth', { at: place + 1, all: rows.length })}</p>
      <h2 id="draft-card">{studentOf(row)}</h2>
      <Badge tone={row.ready ? 'success' : 'neutral'}>
        {row.ready ? t('page.rowReady') : t('page.rowOpen')}
      </Badge>
      <RowNotes
        draftId={draftId}
        row={row}
        names={names}
        onLeave={() => onChange([{ key: row.key, column: 'included', text: '–' }])}
      />
      {columns.map(column => {
        const cell = row.cells[column.key]
        if (cell === undefined) return null
        const others = rows.filter(one => one !== row && one.cells[column.key]?.state === 'lacking')
        const fill = (): void => {
          onChange(others.map(({ key }) => ({ key, column: column.key, text: cell.text })))
          announce(t('page.filled', { count: others.length }))
        }
        return (
          <CardField
            key={`${row.key} ${column.key}`}
            cell={cell}
            column={column}
            label={nameOf(column)}
            also={unitsOf(alsoUsed(row, column, all))}
            onChange={text => onChange([{ key: row.key, column: column.key, text }])}
            onFill={cell.state === 'known' && cell.text !== '' && others.length > 0 ? fill : undefined}
          />
        )
      })}
      <div className={styles.buttons}>
        <Button disabled={place === 0} onPress={() => setAt(place - 1)}>
          {t('page.previous')}
        </Button>
        <Button disabled={place === rows.length - 1} onPress={() => setAt(place + 1)}>
          {t('page.next')}
        </Button>
      </div>
    </section>
  )
}

interface CardFieldProps {
  readonly cell: Cell
  readonly column: Column
  readonly label: string
  /** Where else the answer stands; empty where nowhere. */
  readonly also: string
  readonly onChange: (text: string | null) => void
  /** Gives the same to the others who lack it. */
  readonly onFill: (() => void) | undefined
}

function CardField({ also, cell, column, label, onChange, onFill }: CardFieldProps) {
  const t = useTexts(texts)
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const announce = useAnnounce()
  const tells = useRef(false)
  const commit = (): void => {
    if (typed !== undefined && typed !== cell.text) {
      tells.current = true
      onChange(typed.trim() === '' ? null : typed)
    }
    setTyped(undefined)
  }
  const kind = followingKind(column)
  const alsoText = kind === undefined || also === '' ? '' : t(`also.${kind}`, { others: also })
  // A question that goes away unasked is told once to whoever answered, and stands below the answer from then on.
  useEffect(() => {
    if (!tells.current || alsoText === '') return
    tells.current = false
    announce(alsoText)
  }, [alsoText, announce])
  const hint = column.kind === 'included' ? undefined : t(`hints.${column.kind}`)
  return (
    <div className={styles.field} data-state={cell.state}>
      <label htmlFor={id}>{label}</label>
      {cell.state === 'lacking' ? <span className={styles.lacking}>{t('page.lacking')}</span> : null}
      <span className={styles.quiet} id={`${id}-hint`}>
        {hint}
      </span>
      <input
        id={id}
        className={styles.input}
        list={`${id}-list`}
        autoComplete="off"
        maxLength={answerLimit}
        aria-describedby={`${id}-hint`}
        aria-invalid={cell.state === 'wrong'}
        value={typed ?? cell.text}
        onChange={event => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={event => (event.key === 'Enter' ? commit() : undefined)}
      />
      <Suggestions id={`${id}-list`} kind={column.kind} typed={typed ?? ''} />
      <CellFixes cell={cell} onFix={onChange} reachable />
      {alsoText === '' ? null : <p className={styles.quiet}>{alsoText}</p>}
      {onFill === undefined ? null : (
        <Button look="quiet" onPress={onFill}>
          {t('page.fillOthers')}
        </Button>
      )}
    </div>
  )
}
