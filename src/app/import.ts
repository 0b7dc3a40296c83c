import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ImportKind, nationalKinds } from '../features/imports/contract.ts'
import { bringIn, type Engine, fileDocument, reportNotes } from '../features/imports/public.ts'
import { type ProviderRow, providerFor } from '../features/providers/public.ts'
import { installation } from '../platform/access/installation.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import type { Uuid } from '../platform/ids.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'
import { importDefinitions } from './import-definitions.ts'
import { keepMemoryLow } from './import-memory.ts'
import { linesOf, progressLine, shownAtMost } from './import-print.ts'
import { referencesNow } from './references-now.ts'

export interface ImportOrder {
  readonly kind: ImportKind
  readonly providerOid: string | undefined
  readonly whole: boolean
  readonly files: readonly string[]
}

/** Where a command speaks, and how it is told to end. */
export interface Terminal {
  say(line: string): void
  /** One line that replaces the one before. */
  readonly progress?: (line: string) => void
  readonly ending?: AbortSignal
}

/**
 * Imports files on the migrated database at the owner's address. A provider's data go to the provider with the OID, or
 * to the first one.
 *
 * @returns the exit code: 0 when every file was taken.
 * @throws StartFailure when there is no such provider.
 */
export async function runImport(
  url: string,
  order: ImportOrder,
  terminal: Terminal,
  issuer: string,
): Promise<number> {
  const database = openDatabase(url, { connections: 4 })
  const letMemoryBe = keepMemoryLow()
  try {
    const providerId = await tenantFor(database, order, terminal)
    const jobs = await startJobs(url, silentLog)
    const engine: Engine = {
      ...{ database, jobs, clock: systemClock, fetchers: {} },
      definitions: importDefinitions({ jobs, referenceFor: referencesNow(database), issuer }),
      ...(terminal.ending ? { ending: terminal.ending } : {}),
    }
    return await importFiles(engine, providerId, order, terminal).finally(() => jobs.stop())
  } finally {
    letMemoryBe()
    await database.close()
  }
}

async function tenantFor(
  database: Database,
  { kind, providerOid }: ImportOrder,
  { say }: Terminal,
): Promise<Uuid> {
  if (nationalKinds.some(national => national === kind)) return installation
  const provider = await demandProvider(database, providerOid)
  say(`Into ${provider.name} (${provider.oid}); --provider OID chooses another.`)
  return provider.id
}

async function demandProvider(database: Database, oid: string | undefined): Promise<ProviderRow> {
  const provider = await providerFor(database, oid)
  if (provider !== undefined) return provider
  throw new StartFailure(
    oid === undefined
      ? 'There is no provider yet to whom students and plans could belong: start the service first.'
      : `There is no provider with the OID ${oid}.`,
  )
}

/**
 * Imports files of one kind in one run. All are read before anything is changed: one bad file refuses the run. A bad
 * record in a good file is left out and told. The same files again go on where a run of them was cut short.
 */
export async function importFiles(
  engine: Engine,
  providerId: Uuid,
  { files, kind, whole }: Pick<ImportOrder, 'files' | 'kind' | 'whole'>,
  { progress, say }: Terminal,
): Promise<number> {
  for (const path of files) {
    const code = await unreadable(path)
    if (code === undefined) continue
    say(`${basename(path)}: refused. The file cannot be read (${code}).`)
    return 1
  }
  let since: { position: number; at: number } | undefined
  const { outcome, resumed, run } = await bringIn(engine, {
    ...{ providerId, kind, origin: 'command' },
    options: whole ? { whole } : {},
    documents: files.map((path, index) => fileDocument(path, index + 1)),
    waiting: () =>
      say('An import of this kind is under way, or was killed a moment ago: waiting for the turn.'),
    told: place => {
      since ??= { position: place.position, at: performance.now() }
      const milliseconds = performance.now() - since.at
      progress?.(progressLine(place, { position: since.position, milliseconds }))
    },
  })
  if (resumed) say('Went on where an earlier import of the same files had stopped.')
  if (outcome === 'paused' || outcome === 'waits') {
    say('Stopped before the end: the same command goes on from here.')
    return 1
  }
  for (const line of linesOf(run, await reportNotes(engine.database, run, shownAtMost + 1))) say(line)
  if (run.state === 'refused' && files.length > 1) {
    say('Nothing was imported: take the refused file away and run again.')
  }
  return run.state === 'done' ? 0 : 1
}

async function unreadable(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isFile() ? undefined : 'EISDIR'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}
