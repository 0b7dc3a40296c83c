import { useEffect, useRef, useState } from 'react'
import type { Drafts } from './drafts.ts'
import type { WritingStore } from './use-writing.ts'
import { isChanged, type Writing } from './writing.ts'

/** `kept` outlives the page, `waiting` not yet, `lost` never will. */
export type DraftState = 'kept' | 'waiting' | 'lost'

export interface Draft {
  readonly state: DraftState
  /** Writes down what is not yet, for whoever takes over. */
  readonly flush: () => Promise<void>
  /** What was written is stored elsewhere, or not wanted any more. */
  readonly end: () => Promise<void>
}

const pause = 250

/** Keeps what is being written on the device, a moment after each change and whenever the page may be leaving. */
export function useDraft(drafts: Drafts, place: string, writing: Writing, store: WritingStore): Draft {
  const [state, setState] = useState<DraftState>('kept')
  const keeper = useRef<Keeper>(undefined)
  keeper.current ??= new Keeper(drafts, place, store)
  const own = keeper.current
  useEffect(() => {
    if (own.written === writing || own.ended) return
    setState(now => (now === 'lost' ? now : 'waiting'))
    const timer = setTimeout(() => void own.write().then(setState), pause)
    return () => clearTimeout(timer)
  }, [own, writing])
  useEffect(() => {
    const flush = (): void => void own.write().then(setState)
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') flush()
    }
    const leaving = (event: BeforeUnloadEvent): void => {
      if (own.ended || own.isSafe() || !isChanged(store.current())) return
      flush()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', leaving)
      void own.write()
    }
  }, [own, store])
  return { state, flush: async () => setState(await own.write()), end: () => own.end() }
}

/** Writes one after another, so that an older draft never comes after a newer. */
class Keeper {
  readonly #drafts: Drafts
  readonly #place: string
  readonly #store: WritingStore
  #turn: Promise<DraftState> = Promise.resolve('kept')
  #outlives = true
  written: Writing
  ended = false

  constructor(drafts: Drafts, place: string, store: WritingStore) {
    this.#drafts = drafts
    this.#place = place
    this.#store = store
    this.written = store.current()
  }

  isSafe(): boolean {
    return this.#outlives && this.written === this.#store.current()
  }

  write(): Promise<DraftState> {
    this.#turn = this.#turn.then(() => this.#writeNow())
    return this.#turn
  }

  async #writeNow(): Promise<DraftState> {
    const writing = this.#store.current()
    if (this.ended || writing === this.written) return this.#outlives ? 'kept' : 'lost'
    if (isChanged(writing)) this.#outlives = await this.#drafts.write(this.#place, writing)
    else await this.#drafts.remove(this.#place)
    this.written = writing
    return this.#outlives ? 'kept' : 'lost'
  }

  async end(): Promise<void> {
    this.ended = true
    await this.#turn
    await this.#drafts.remove(this.#place)
  }
}
