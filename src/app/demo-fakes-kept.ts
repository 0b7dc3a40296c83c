import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { HeldHoks } from '../../fakes/held.ts'

interface State {
  readonly port: number
  readonly plans: readonly HeldHoks[]
}

/** What the demo's national service remembers from one start to the next, as the real one would. */
export interface KeptState {
  /** Of the last time; undefined at the first. */
  readonly state: State | undefined
  /** Soon: what changes in a row is written once. */
  save(state: () => State): void
  flush(): void
}

const soon = 200

export function keptState(file: string): KeptState {
  let waiting: { readonly timer: NodeJS.Timeout; readonly state: () => State } | undefined
  const flush = (): void => {
    if (waiting === undefined) return
    clearTimeout(waiting.timer)
    const text = JSON.stringify(waiting.state())
    waiting = undefined
    mkdirSync(dirname(file), { recursive: true })
    // Renamed when whole: a process that is killed while it writes leaves the former one.
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  return {
    state: readState(file),
    save: state => {
      if (waiting === undefined) waiting = { timer: setTimeout(flush, soon).unref(), state }
    },
    flush,
  }
}

/** A file that cannot be read is as none: the two sides then agree again as after any loss. */
function readState(file: string): State | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State
  } catch {
    return undefined
  }
}
