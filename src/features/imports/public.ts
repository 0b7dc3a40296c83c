import { installation } from '../../platform/access/installation.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { importRequested } from './audit.ts'
import type { ImportKind, ImportOptions, ImportOrigin, ImportReport } from './contract.ts'
import { runImport } from './jobs.ts'
import { insertRun } from './queries.ts'
import { insertReport } from './queries-report.ts'

export interface RequestedRun {
  readonly kind: ImportKind
  readonly origin: ImportOrigin
  /** The host that will be asked. */
  readonly source: string
  readonly options?: ImportOptions
}

/**
 * Asks for a run that fetches its input from the register's service. The transaction stands behind the door of whose
 * data it brings, the provider's or the installation's, and so does the actor.
 */
export async function requestRun(
  transaction: WriteTransaction,
  audit: AuditContext,
  jobs: JobSender,
  { kind, options = {}, origin, source }: RequestedRun,
): Promise<Uuid> {
  const { id: actorId, kind: actorKind, providerId } = audit.actor
  const runId = newId(audit.now.getTime())
  await insertRun(transaction, {
    ...{ providerId, id: runId, kind, origin, source, options },
    state: 'waiting',
    requestedBy: actorKind === 'person' ? actorId : null,
    at: audit.now,
    fetched: true,
  })
  await record(transaction, audit, importRequested, { targetId: runId, details: { kind, origin, options } })
  await jobs.send(transaction, runImport, { providerId, runId })
  return runId
}

/** Keeps the report of an import, in the transaction of what it imported; without a provider, the installation's. */
export function saveReport(
  transaction: WriteTransaction,
  providerId: Uuid | null,
  report: ImportReport,
): Promise<void> {
  return insertReport(transaction, providerId ?? installation, report)
}
