import { ProblemError, problemOf } from '../../../platform/web/api.ts'
import { type ImportKind, type ImportOptions, partBytes } from '../contract.ts'
import { createImport, sendPart, startImport } from './api.ts'
import { partsOf, pauseAfter } from './parts.ts'

/** What is to be sent, and how far that is: a sending that broke off goes on with the next part. */
export interface Journey {
  readonly kind: ImportKind
  readonly options: ImportOptions
  readonly files: readonly File[]
  run: string | undefined
  next: number
}

export interface Watch {
  readonly signal: AbortSignal
  readonly onSent: (bytes: number) => void
  readonly onWaiting: (waiting: boolean) => void
}

/** The run's name in lists: as many file names as fit. */
function sourceOf(files: readonly File[]): string {
  const names = files.map(file => file.name).join(', ')
  return names.length <= 500 ? names : `${names.slice(0, 499)}…`
}

/** Sends the files in parts and starts the run; gives its id. @throws ProblemError, also after the last vain try. */
export async function sendFiles(journey: Journey, watch: Watch): Promise<string> {
  const { files, kind, options } = journey
  journey.run ??= (await createImport({ kind, options, source: sourceOf(files) }, watch.signal)).id
  const run = journey.run
  const parts = partsOf(
    files.map(file => file.size),
    partBytes,
  )
  let sent = parts.slice(0, journey.next).reduce((sum, { from, to }) => sum + to - from, 0)
  for (const { document, part, from, to } of parts.slice(journey.next)) {
    watch.onSent(sent)
    const file = files[document - 1]
    if (file === undefined) continue
    const bytes = await bytesOf(file, from, to)
    const name = file.name.slice(-200)
    await patiently(watch, () => sendPart({ run, document, part, name }, bytes, watch.signal))
    journey.next += 1
    sent += to - from
  }
  watch.onSent(sent)
  await patiently(watch, () => start(run, watch.signal))
  return run
}

/** Read before it is sent: a file that has vanished is no broken connection. */
async function bytesOf(file: File, from: number, to: number): Promise<Blob> {
  try {
    return new Blob([await file.slice(from, to).arrayBuffer()])
  } catch {
    throw new ProblemError({ status: 400, code: 'file-unreadable' })
  }
}

/** An answer that was lost on its way is made good by asking again: then the run has been started already. */
async function start(run: string, signal: AbortSignal): Promise<void> {
  try {
    await startImport(run, signal)
  } catch (error) {
    if (problemOf(error).code !== 'imports.not-receiving') throw error
  }
}

async function patiently(watch: Watch, work: () => Promise<void>): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      await work()
      watch.onWaiting(false)
      return
    } catch (error) {
      const pause = watch.signal.aborted ? undefined : pauseAfter(failures, problemOf(error).status)
      if (pause === undefined || !(error instanceof ProblemError)) throw error
      watch.onWaiting(true)
      await waited(pause, watch.signal)
    }
  }
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
