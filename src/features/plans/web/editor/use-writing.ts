import { useMemo, useRef, useState } from 'react'
import type { Writing } from './writing.ts'

/** What is being written; `current` is always the newest, also between two drawings of the page. */
export interface WritingStore {
  readonly current: () => Writing
  readonly update: (change: (writing: Writing) => Writing) => void
}

export function useWriting(start: Writing): readonly [Writing, WritingStore] {
  const [writing, setWriting] = useState(start)
  const newest = useRef(start)
  const store = useMemo<WritingStore>(
    () => ({
      current: () => newest.current,
      update: change => {
        newest.current = change(newest.current)
        setWriting(newest.current)
      },
    }),
    [],
  )
  return [writing, store]
}
