import type { ImportKind, ImportReport, Refusal } from '../features/imports/contract.ts'
import { saveReport } from '../features/imports/public.ts'
import type { Database } from '../platform/db/database.ts'
import { write } from '../platform/db/door.ts'
import type { Uuid } from '../platform/ids.ts'
import type { Clock } from '../platform/time/clock.ts'
import { readJsonFile } from './import-file.ts'
import { linesOf } from './import-print.ts'
import {
  type Prepared,
  prepareCodeSet,
  prepareQualification,
  type Ready,
  type Stored,
} from './import-reference.ts'

export interface ImportSurroundings {
  readonly database: Database
  readonly clock: Clock
  readonly say: (line: string) => void
}

export interface ImportOptions {
  /** Whose students and plans; not asked for reference data. */
  readonly providerId?: Uuid
}

interface File {
  readonly name: string
  readonly prepared: Prepared
}

const nothing = { read: 0, written: 0, unchanged: 0, vanished: 0 }

/**
 * Imports files of one kind. All are read before anything is changed: one bad file refuses the run. A bad record
 * in a good file is left out and told. Each file is stored, or not, as a whole, with its report.
 *
 * @returns the exit code: 0 when every file was taken.
 */
export async function runImport(
  around: ImportSurroundings,
  kind: ImportKind,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<number> {
  const { clock, database, say } = around
  const startedAt = clock.now().toISOString()
  const files = await Promise.all(paths.map(path => prepareFile(kind, path, around)))
  const bad = files.flatMap(({ name, prepared }) =>
    prepared.ok ? [] : [{ name, refusal: prepared.refusal }],
  )
  const tenant = options.providerId ?? null
  for (const { name, refusal } of bad) {
    const report = refusedReport(kind, name, startedAt, refusal)
    await write(database, tenant, transaction => saveReport(transaction, tenant, report))
    for (const line of linesOf(report)) say(line)
  }
  if (bad.length > 0) {
    if (files.length > bad.length) say('Nothing was imported: take the refused files away and run again.')
    return 1
  }
  for (const { name, prepared } of files) {
    if (!prepared.ok) continue
    const report = await write(database, tenant, async transaction => {
      const stored = await prepared.store(transaction, clock.now())
      const report = reportOf(kind, name, startedAt, prepared, stored)
      await saveReport(transaction, tenant, report)
      return report
    })
    for (const line of linesOf(report)) say(line)
  }
  return 0
}

async function prepareFile(kind: ImportKind, path: string, { clock }: ImportSurroundings): Promise<File> {
  const file = await readJsonFile(path)
  if (!file.ok) return { name: file.name, prepared: file }
  return { name: file.name, prepared: prepare(kind, file.json, clock.today()) }
}

function prepare(kind: ImportKind, json: unknown, today: string): Prepared {
  switch (kind) {
    case 'eperusteet':
      return prepareQualification(json)
    case 'koodisto':
      return prepareCodeSet(json, today)
    default:
      throw new Error(`Not ready: ${kind}`)
  }
}

function refusedReport(kind: ImportKind, file: string, startedAt: string, refusal: Refusal): ImportReport {
  const counts = { ...nothing, refused: 1 }
  return { kind, file, startedAt, refusedWhole: true, counts, refusals: [refusal], unknownKeys: [] }
}

function reportOf(
  kind: ImportKind,
  file: string,
  startedAt: string,
  ready: Ready,
  stored: Stored,
): ImportReport {
  const refusals = [...ready.refused, ...stored.refused]
  return {
    kind,
    file,
    startedAt,
    refusedWhole: false,
    counts: { ...stored.counts, refused: refusals.length },
    refusals,
    unknownKeys: [...stored.unknownKeys],
  }
}
