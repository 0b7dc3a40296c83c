import type { ImportKind, ImportReport, Refusal, RowCounts } from '../features/imports/contract.ts'
import { saveReport } from '../features/imports/public.ts'
import type { ReferenceData } from '../features/qualifications/rules-reference.ts'
import type { System } from '../platform/access/actor.ts'
import { installation } from '../platform/access/installation.ts'
import type { AuditContext } from '../platform/audit/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import type { Uuid } from '../platform/ids.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import type { Clock } from '../platform/time/clock.ts'

/** What storing a file is given. */
export interface ImportRun {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: JobSender
  readonly reference: () => Promise<ReferenceData>
  /** Whose students and plans; null for reference data, which belong to nobody. */
  readonly tenant: Uuid | null
  /** How the history names where the data came from: `import` or `demo`. */
  readonly source: string
}

/** What storing one file gave, over what reading it had already refused. */
export interface Stored {
  readonly counts: Omit<RowCounts, 'refused'>
  readonly refused: readonly Refusal[]
  readonly unknownKeys: readonly string[]
}

/** Keeps the report in the last transaction of the file. */
export type Finish = (transaction: WriteTransaction, stored: Stored) => Promise<void>

/** A file that has been read and found good, not yet stored. */
export interface Ready {
  readonly ok: true
  readonly refused: readonly Refusal[]
  store(run: ImportRun, finish: Finish): Promise<void>
}

export type Prepared = Ready | { readonly ok: false; readonly refusal: Refusal }

export const nothingStored: Stored['counts'] = { read: 0, written: 0, unchanged: 0, vanished: 0 }

/** The provider of the run. @throws when the kind of import has none, which is a fault of ours. */
export function tenantOf({ tenant }: ImportRun): Uuid {
  if (tenant === null) throw new Error('This import needs a provider')
  return tenant
}

/** Who acts in an import: the platform itself, at this provider. */
export function auditOf(run: ImportRun): AuditContext {
  const actor: System = { kind: 'system', source: run.source, providerId: tenantOf(run) }
  return { actor, now: run.clock.now() }
}

/** Stores a prepared file, or only the report of why it was refused. */
export async function storeFile(
  run: ImportRun,
  kind: ImportKind,
  name: string,
  prepared: Prepared,
): Promise<ImportReport> {
  const base = { kind, file: name, startedAt: run.clock.now().toISOString() }
  const keep = (report: ImportReport) => (transaction: WriteTransaction) =>
    saveReport(transaction, run.tenant, report)
  if (!prepared.ok) {
    const refusals = [prepared.refusal]
    const counts = { ...nothingStored, refused: 1 }
    const report: ImportReport = { ...base, refusedWhole: true, counts, refusals, unknownKeys: [] }
    await write(run.database, run.tenant ?? installation, keep(report))
    return report
  }
  let report: ImportReport | undefined
  await prepared.store(run, async (transaction, stored) => {
    const refusals = [...prepared.refused, ...stored.refused]
    const counts = { ...stored.counts, refused: refusals.length }
    report = { ...base, refusedWhole: false, counts, refusals, unknownKeys: [...stored.unknownKeys] }
    await keep(report)(transaction)
  })
  if (!report) throw new Error('An import ended without its report')
  return report
}
