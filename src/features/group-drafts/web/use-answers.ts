import { useEffect, useRef, useState } from 'react'
import type { DraftPage, DraftRow } from '../contract.ts'
import { answerIn, type CellChange, type Conflict, overlaid } from './answers.ts'
import { useSending } from './use-sending.ts'

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

/** The table's answers, each step of which can be taken back. */
export function useAnswers(page: DraftPage): Answering {
  const { conflicts, failed, forget, put, retry, sent, waiting } = useSending(page)
  const [steps, setSteps] = useState<readonly (readonly CellChange[])[]>([])
  const rows = page.rows.map(row => overlaid(overlaid(row, sent.get(row.key)), waiting.get(row.key)))
  const shown = useRef(rows)
  shown.current = rows
  const change = (changes: readonly CellChange[]): void => {
    const real = changes.filter(one => one.text !== answerIn(shown.current, one))
    if (real.length === 0) return
    const back = real.map(one => ({ ...one, text: answerIn(shown.current, one) }))
    setSteps(before => [...before, back])
    put(real)
  }
  const busy = waiting.size + sent.size > 0
  useWarning(busy)
  return {
    rows,
    state: failed ? 'failed' : busy ? 'keeping' : 'kept',
    conflicts,
    canUndo: steps.length > 0,
    change,
    undo: () => {
      const last = steps.at(-1)
      if (last === undefined) return
      setSteps(steps.slice(0, -1))
      put(last)
    },
    retry,
    settle: (conflict, take) => {
      forget(conflict)
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
