import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Cell, DraftPage, DraftRow } from '../contract.ts'
import { answerRows, draftKey } from './api.ts'

export interface CellChange {
  readonly key: string
  readonly column: string
  /** Null takes the answer away. */
  readonly text: string | null
}

type RowAnswers = Readonly<Record<string, string | null>>

export interface Conflict {
  readonly key: string
  readonly mine: RowAnswers
}

export interface Answering {
  /** As they are with what is on its way. */
  readonly rows: readonly DraftRow[]
  readonly state: 'kept' | 'keeping' | 'failed'
  readonly conflicts: readonly Conflict[]
  readonly canUndo: boolean
  change(changes: readonly CellChange[]): void
  undo(): void
  retry(): void
  settle(conflict: Conflict, take: 'mine' | 'theirs'): void
}

const none: ReadonlyMap<string, RowAnswers> = new Map()

/**
 * Answers go to the server as they are given, one request at a time, those that wait together. What could not be sent stays
 * here and is sent again; nobody's answer is written over unseen.
 */
export function useAnswers(page: DraftPage): Answering {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState(none)
  const [sent, setSent] = useState(none)
  const [failed, setFailed] = useState(false)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [steps, setSteps] = useState<readonly (readonly CellChange[])[]>([])
  const rows = page.rows.map(row => overlaid(overlaid(row, sent.get(row.key)), waiting.get(row.key)))
  const shown = useRef(rows)
  // What was answered last counts: the page itself may be drawn anew only a moment after the next request has left.
  const versions = useRef(new Map<string, number>())
  for (const { key, version } of page.rows)
    if ((versions.current.get(key) ?? 0) < version) versions.current.set(key, version)
  shown.current = rows

  useEffect(() => {
    if (waiting.size === 0 || sent.size > 0 || failed) return
    setSent(waiting)
    setWaiting(none)
    const changes = [...waiting].map(([key, answers]) => ({
      key,
      version: versions.current.get(key) ?? 1,
      answers,
    }))
    answerRows(page.id, changes).then(
      ({ conflicts: keys, rows: now }) => {
        const fresh = new Map(now.map(row => [row.key, row]))
        for (const row of now) versions.current.set(row.key, row.version)
        client.setQueryData(
          draftKey(page.id),
          (old: DraftPage | undefined) =>
            old && { ...old, rows: old.rows.map(row => fresh.get(row.key) ?? row) },
        )
        setConflicts(before => [...before, ...keys.map(key => ({ key, mine: waiting.get(key) ?? {} }))])
        setSent(none)
      },
      () => {
        setWaiting(later => joined(waiting, later))
        setSent(none)
        setFailed(true)
      },
    )
  }, [waiting, sent, failed, page.id, client])

  const put = useCallback((changes: readonly CellChange[]) => {
    setFailed(false)
    setWaiting(before => joined(before, grouped(changes)))
  }, [])
  const change = (changes: readonly CellChange[]): void => {
    const real = changes.filter(one => one.text !== answerIn(shown.current, one))
    if (real.length === 0) return
    const back = real.map(one => ({ ...one, text: answerIn(shown.current, one) }))
    setSteps(before => [...before, back])
    put(real)
  }
  useWarning(waiting.size + sent.size > 0)
  return {
    rows,
    state: failed ? 'failed' : waiting.size + sent.size > 0 ? 'keeping' : 'kept',
    conflicts,
    canUndo: steps.length > 0,
    change,
    undo: () => {
      const last = steps.at(-1)
      if (last === undefined) return
      setSteps(steps.slice(0, -1))
      put(last)
    },
    retry: () => setFailed(false),
    settle: (conflict, take) => {
      setConflicts(before => before.filter(one => one !== conflict))
      if (take === 'theirs') return
      change(Object.entries(conflict.mine).map(([column, text]) => ({ key: conflict.key, column, text })))
    },
  }
}

/** Whoever closes the page while something is on its way is asked. */
function useWarning(busy: boolean): void {
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [busy])
}

/** What somebody answered in the cell; null where it shows what is known. */
function answerIn(rows: readonly DraftRow[], { column, key }: CellChange): string | null {
  const row = rows.find(one => one.key === key)
  if (column === 'included') return row?.problem === 'left-out' ? '–' : null
  const cell = row?.cells[column]
  return cell?.answered === true ? cell.text : null
}

const grouped = (changes: readonly CellChange[]): ReadonlyMap<string, RowAnswers> =>
  new Map(
    [...Map.groupBy(changes, ({ key }) => key)].map(([key, own]) => [
      key,
      Object.fromEntries(own.map(({ column, text }) => [column, text])),
    ]),
  )

function joined(
  before: ReadonlyMap<string, RowAnswers>,
  after: ReadonlyMap<string, RowAnswers>,
): ReadonlyMap<string, RowAnswers> {
  const all = new Map(before)
  for (const [key, answers] of after) all.set(key, { ...all.get(key), ...answers })
  return all
}

function overlaid(row: DraftRow, answers: RowAnswers | undefined): DraftRow {
  if (answers === undefined) return row
  const cells = Object.fromEntries(
    Object.entries(answers).map(([column, text]): [string, Cell] => [
      column,
      { state: 'known', text: text ?? '', answered: text !== null },
    ]),
  )
  return { ...row, cells: { ...row.cells, ...cells } }
}
