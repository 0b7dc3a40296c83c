import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { importRequested } from './audit.ts'
import type { ImportKind, ImportOptions, ImportOrigin } from './contract.ts'
import { runImport } from './jobs.ts'
import { insertRun } from './queries.ts'

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

export type { RunRow } from './queries.ts'
export type { Engine } from './service-claim.ts'
export { bringIn, type CommandEnd } from './service-command.ts'
export { digestOf, fileDocument, memoryDocument } from './service-documents.ts'
export { workOn } from './service-engine.ts'
export { reportNotes } from './service-report.ts'
export { importWorkers } from './service-tend.ts'
