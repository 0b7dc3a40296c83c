import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftPage } from '../contract.ts'
import { type AnswersByRow, type CellChange, type Conflict, grouped, joined } from './answers.ts'
import { answerRows, draftKey } from './api.ts'

const none: AnswersByRow = new Map()

/**
 * Answers go to the server as they are given, one request at a time, those that wait together. What could not be sent stays
 * here and is sent again; nobody's answer is written over unseen.
 */
export function useSending(page: DraftPage) {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState(none)
  const [sent, setSent] = useState(none)
  const [failed, setFailed] = useState(false)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  // What was answered last counts: the page itself may be drawn anew only a moment after the next request has left.
  const versions = useRef(new Map<string, number>())
  for (const { key, version } of page.rows)
    if ((versions.current.get(key) ?? 0) < version) versions.current.set(key, version)

  useEffect(() => {
    if (waiting.size === 0 || sent.size > 0 || failed) return
    setSent(waiting)
    setWaiting(none)
    const versionOf = (key: string) => versions.current.get(key) ?? 1
    const changes = [...waiting].map(([key, answers]) => ({ key, version: versionOf(key), answers }))
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
  const forget = (conflict: Conflict) => setConflicts(before => before.filter(one => one !== conflict))
  return { waiting, sent, failed, conflicts, put, forget, retry: () => setFailed(false) }
}
