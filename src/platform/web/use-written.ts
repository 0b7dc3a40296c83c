import { useState } from 'react'
import { useSignedIn } from './session.ts'

/**
 * What is written in forms and not sent. Whoever follows a link inside the service finds it again; whoever closes the
 * page is asked. It is in this tab's memory only: people's own words are left on no device.
 */
export class Unsent {
  readonly #kept = new Map<string, object>()
  readonly #page: () => Pick<Window, 'addEventListener' | 'removeEventListener'>

  constructor(page: () => Pick<Window, 'addEventListener' | 'removeEventListener'>) {
    this.#page = page
  }

  read(place: string): object | undefined {
    return this.#kept.get(place)
  }

  keep(place: string, written: object): void {
    this.#kept.set(place, written)
    this.#page().addEventListener('beforeunload', ask)
  }

  forget(place: string): void {
    this.#kept.delete(place)
    if (this.#kept.size === 0) this.#page().removeEventListener('beforeunload', ask)
  }
}

const ask = (event: Event): void => event.preventDefault()

const unsent = new Unsent(() => window)

/** Of this person at this provider: a tab may see another one sign in. */
function useOwn(place: string): string {
  const signedIn = useSignedIn()
  return `${signedIn?.user.id}/${signedIn?.provider.id}/${place}`
}

/** Whether the form of `place` is open; where something unsent waits, it is at once. Closing it forgets what it held. */
export function useFormOpen(place: string): readonly [boolean, (open: boolean) => void] {
  const own = useOwn(place)
  const [open, setOpen] = useState(() => unsent.read(own) !== undefined)
  const set = (now: boolean): void => {
    if (!now) unsent.forget(own)
    setOpen(now)
  }
  return [open, set]
}

export interface Written<Fields> {
  readonly written: Fields
  readonly set: (change: Partial<Fields>) => void
  /** It is sent, or not wanted any more. */
  readonly forget: () => void
  /** Whether it waited here from before. */
  readonly found: boolean
}

/** @param begun what the form opens with where nothing unsent waits */
export function useWritten<Fields extends object>(place: string, begun: Fields): Written<Fields> {
  const own = useOwn(place)
  const [first] = useState(begun)
  // Only this hook keeps at this place, and its fields are those of one form.
  const [found] = useState(() => unsent.read(own) as Fields | undefined)
  const [written, setWritten] = useState(found ?? first)
  return {
    written,
    set: change => {
      const now = { ...written, ...change }
      setWritten(now)
      if (JSON.stringify(now) === JSON.stringify(first)) unsent.forget(own)
      else unsent.keep(own, now)
    },
    forget: () => unsent.forget(own),
    found: found !== undefined,
  }
}
