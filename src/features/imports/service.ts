import type { Person } from '../../platform/access/actor.ts'
import { installation } from '../../platform/access/installation.ts'
import { type AuditContext, auditAt, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type ReadTransaction, read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { importAccess } from './access.ts'
import { importRequested, importResumed, importStarted, importStopped } from './audit.ts'
import { documentsAtMost, type ImportKind, type NewImport, partBytes, partsAtMost } from './contract.ts'
import { runImport } from './jobs.ts'
import { findRun, insertRun, lockRun, type RunRow, setState } from './queries.ts'
import { completeDocuments, countParts, receivedDocuments, savePart } from './queries-documents.ts'
import { actionsOn, hindranceOf, isNational, missingPart } from './rules-runs.ts'

/** Who asks at which doors: what all providers share stands behind the installation's own. */
export interface Asking {
  readonly database: Database
  readonly actor: Person
  readonly audit: AuditContext
}

/** The door of a kind. @throws AppError access.forbidden */
export function tenantOf(actor: Person, kind: ImportKind): Uuid {
  if (isNational(kind)) {
    importAccess.bringNational.demand(actor, {})
    return installation
  }
  importAccess.bringOwn.demand(actor, {})
  return actor.providerId
}

/** Every door behind which this person's runs may stand. */
export function tenantsOf(actor: Person): Uuid[] {
  return [
    ...(importAccess.bringOwn.may(actor, {}) ? [actor.providerId] : []),
    ...(importAccess.bringNational.may(actor, {}) ? [installation] : []),
  ]
}

const notFound = () => new AppError('imports.not-found', 404)

/** Reads a run wherever it may stand. @throws AppError imports.not-found */
export async function withRun<T>(
  { actor, database }: Pick<Asking, 'actor' | 'database'>,
  runId: string,
  work: (transaction: ReadTransaction, run: RunRow) => Promise<T>,
): Promise<T> {
  for (const tenant of tenantsOf(actor)) {
    const found = await read(database, tenant, async transaction => {
      const run = await findRun(transaction, runId)
      return run && { value: await work(transaction, run) }
    })
    if (found) return found.value
  }
  throw notFound()
}

/** As withRun, to change it: the run is locked. */
async function changingRun(
  { actor, audit, database }: Asking,
  runId: string,
  work: (transaction: WriteTransaction, run: RunRow, audit: AuditContext) => Promise<void>,
): Promise<RunRow> {
  for (const tenant of tenantsOf(actor)) {
    const found = await write(database, tenant, async transaction => {
      const run = await lockRun(transaction, runId)
      if (run === undefined) return undefined
      await work(transaction, run, auditAt(audit, tenant))
      return findRun(transaction, runId)
    })
    if (found) return found
  }
  throw notFound()
}

/** Makes a run whose files will follow. */
export function createRun({ actor, audit, database }: Asking, order: NewImport): Promise<Uuid> {
  const tenant = tenantOf(actor, order.kind)
  const id = newId(audit.now.getTime())
  const { kind, options = {}, source } = order
  return write(database, tenant, async transaction => {
    const run = { providerId: tenant, id, kind, source, options, at: audit.now }
    await insertRun(transaction, { ...run, origin: 'page', state: 'receiving', requestedBy: actor.id })
    await record(transaction, auditAt(audit, tenant), importRequested, {
      targetId: id,
      details: { kind, origin: 'page', options },
    })
    return id
  })
}

export interface SentPart {
  readonly document: number
  readonly part: number
  readonly name: string
  readonly bytes: Buffer
}

/** Keeps a part of a file. Sent again it replaces itself, so a sender that heard no answer may repeat. */
export async function receivePart(asking: Asking, runId: string, part: SentPart): Promise<void> {
  if (part.bytes.length > partBytes) throw new AppError('request.too-large', 413)
  await changingRun(asking, runId, async (transaction, run) => {
    if (run.state !== 'receiving') throw new AppError('imports.not-receiving', 409)
    if (part.document > documentsAtMost || (await countParts(transaction, runId)) >= partsAtMost) {
      throw new AppError('imports.too-large', 413, { params: { limit: partsAtMost } })
    }
    await savePart(transaction, { providerId: run.provider_id, runId }, part)
  })
}

/** All files have been sent: the run gets its turn. @throws AppError imports.no-files, imports.part-missing */
export function startRun(asking: Asking, jobs: JobSender, runId: string): Promise<RunRow> {
  return changingRun(asking, runId, async (transaction, run, audit) => {
    if (run.state !== 'receiving') throw new AppError('imports.not-receiving', 409)
    const received = await receivedDocuments(transaction, runId)
    if (received.length === 0) throw new AppError('imports.no-files', 400)
    const missing = missingPart(received)
    if (missing) throw new AppError('imports.part-missing', 400, { params: missing })
    await completeDocuments(transaction, runId)
    await setState(transaction, runId, { state: 'waiting' })
    await record(transaction, audit, importStarted, {
      targetId: runId,
      details: { documents: received.length },
    })
    await jobs.send(transaction, runImport, { providerId: run.provider_id, runId })
  })
}

/** A person stops a run: what has been stored stays, and it can be gone on with. */
export function stopRun(asking: Asking, runId: string): Promise<RunRow> {
  return changingRun(asking, runId, async (transaction, run, audit) => {
    if (!actionsOn(run).includes('stop')) throw new AppError('imports.ended', 409)
    const failure = { document: '', pointer: '', code: 'stopped-by-person' }
    await setState(transaction, runId, { state: 'stopped', failure, finishedAt: audit.now })
    await record(transaction, audit, importStopped, { targetId: runId, details: {} })
  })
}

/** Goes on with a stopped run from where it was. @throws AppError when it cannot be */
export function resumeRun(asking: Asking, jobs: JobSender, runId: string): Promise<RunRow> {
  return changingRun(asking, runId, async (transaction, run, audit) => {
    const hindrance = hindranceOf(run)
    if (hindrance !== undefined) throw new AppError(hindrance, 409)
    await setState(transaction, runId, { state: 'waiting', failure: null, finishedAt: null, attempts: 0 })
    await record(transaction, audit, importResumed, { targetId: runId, details: {} })
    await jobs.send(transaction, runImport, { providerId: run.provider_id, runId })
  })
}
