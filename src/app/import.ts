import type { ImportKind } from '../features/imports/contract.ts'
import { type ProviderRow, providerFor } from '../features/providers/public.ts'
import { openReference } from '../features/qualifications/public.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { readJsonFile } from './import-file.ts'
import { preparePlans } from './import-plans.ts'
import { linesOf } from './import-print.ts'
import { prepareCodeSet, prepareQualification } from './import-reference.ts'
import { type ImportRun, type Prepared, storeFile } from './import-run.ts'
import { prepareStudents } from './import-students.ts'

type Prepare = (json: unknown, today: PlainDate) => Prepared

export type FileKind = Exclude<ImportKind, 'organisaatio' | 'students' | 'staff'>

const kinds: Readonly<Record<FileKind, { readonly prepare: Prepare; readonly ofProvider: boolean }>> = {
  eperusteet: { prepare: prepareQualification, ofProvider: false },
  koodisto: { prepare: prepareCodeSet, ofProvider: false },
  koski: { prepare: prepareStudents, ofProvider: true },
  hoks: { prepare: preparePlans, ofProvider: true },
}

/**
 * Imports files on the migrated database at the owner's address. Students and plans go to the provider with the OID, or
 * to the first one.
 *
 * @returns the exit code: 0 when every file was taken.
 * @throws StartFailure when there is no such provider.
 */
export async function runImport(
  url: string,
  kind: FileKind,
  files: readonly string[],
  providerOid?: string,
): Promise<number> {
  const database = openDatabase(url, { connections: 2 })
  const say = (line: string) => console.log(line)
  try {
    const provider = kinds[kind].ofProvider ? await demandProvider(database, providerOid) : undefined
    if (provider) say(`Into ${provider.name} (${provider.oid}); --provider OID chooses another.`)
    const jobs = await startJobs(url, silentLog)
    const reference = openReference(database).current
    const run = {
      database,
      clock: systemClock,
      jobs,
      reference,
      tenant: provider?.id ?? null,
      source: 'import',
    }
    return await importFiles(run, kind, files, say).finally(() => jobs.stop())
  } finally {
    await database.close()
  }
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
 * Imports files of one kind. All are read before anything is changed: one bad file refuses the run. A bad record in
 * a good file is left out and told.
 */
export async function importFiles(
  run: ImportRun,
  kind: FileKind,
  paths: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const files = await Promise.all(paths.map(path => prepareFile(kind, path, run.clock.today())))
  const bad = files.filter(file => !file.prepared.ok)
  const toStore = bad.length > 0 ? bad : files
  for (const { name, prepared } of toStore) {
    const report = await storeFile(run, kind, name, prepared)
    for (const line of linesOf(report)) say(line)
  }
  if (bad.length === 0) return 0
  if (files.length > bad.length) say('Nothing was imported: take the refused files away and run again.')
  return 1
}

async function prepareFile(kind: FileKind, path: string, today: PlainDate) {
  const file = await readJsonFile(path)
  return { name: file.name, prepared: file.ok ? kinds[kind].prepare(file.json, today) : file }
}
