import { type ImportKind, type ImportRunView, nationalKinds, type RunState } from './contract.ts'

/** States in which somebody works on the run, or will. */
export const openStates = ['receiving', 'waiting', 'fetching', 'reading', 'storing'] as const
export const activeStates = ['fetching', 'reading', 'storing'] as const

/** A worker that has not been heard of for so long is taken for dead. */
export const heartbeatLimit = 30_000

/** Tries without any progress after which a run is left to people. */
export const attemptsAtMost = 5

export const isNational = (kind: ImportKind): boolean => nationalKinds.some(one => one === kind)

export const isActive = (state: RunState): boolean => activeStates.some(one => one === state)

export const isOpen = (state: RunState): boolean => openStates.some(one => one === state)

/** Whether the worker of a run is to be taken for alive. */
export function isAlive(heartbeatAt: Date | null, now: Date, limit = heartbeatLimit): boolean {
  return heartbeatAt !== null && now.getTime() - heartbeatAt.getTime() < limit
}

export interface Resumable {
  readonly state: RunState
  readonly origin: ImportRunView['origin']
  readonly failure: { readonly code: string } | null
  readonly has_input: boolean
  readonly superseded: boolean
}

/** Files that stand on the machine where a command was given: nobody else goes on with them. */
export const isRemote = (origin: ImportRunView['origin']): boolean =>
  origin === 'command' || origin === 'demo'

/** Why a person cannot go on with a run, as the code of an error; undefined when it can be gone on with. */
export function hindranceOf(run: Resumable): string | undefined {
  if (run.state !== 'stopped') return 'imports.not-stopped'
  if (isRemote(run.origin)) return 'imports.only-command'
  if (run.failure?.code === 'abandoned' || !run.has_input) return 'imports.files-gone'
  return run.superseded ? 'imports.superseded' : undefined
}

/** What a person may do to a run. */
export function actionsOn(run: Resumable): ImportRunView['permittedActions'] {
  if (isOpen(run.state)) return ['stop']
  return hindranceOf(run) === undefined ? ['resume'] : []
}

export interface Progress {
  readonly state: RunState
  readonly total: number | null
  readonly position: number
  readonly storingAt: Date | null
  readonly storingFrom: number
  readonly heartbeatAt: Date | null
}

/** Records a second since it last began to store, and seconds left at that rate; nothing before there is a rate. */
export function paceOf(progress: Progress): { readonly rate?: number; readonly secondsLeft?: number } {
  const { heartbeatAt, position, state, storingAt, storingFrom, total } = progress
  if (state !== 'storing' || storingAt === null || heartbeatAt === null) return {}
  const seconds = (heartbeatAt.getTime() - storingAt.getTime()) / 1000
  const done = position - storingFrom
  if (seconds < 0.5 || done <= 0) return {}
  const rate = done / seconds
  return {
    rate: Number(rate.toPrecision(3)),
    ...(total === null ? {} : { secondsLeft: Math.max(0, Math.ceil((total - position) / rate)) }),
  }
}

/** Which documents of a page are not whole: parts are numbered from 1 without gaps, and so are documents. */
export function missingPart(
  documents: readonly { readonly number: number; readonly parts: number; readonly last: number }[],
): { readonly document: number; readonly part: number } | undefined {
  for (const [at, { last, number, parts }] of documents.entries()) {
    if (number !== at + 1) return { document: at + 1, part: 1 }
    if (parts !== last) return { document: number, part: parts }
  }
  return undefined
}
