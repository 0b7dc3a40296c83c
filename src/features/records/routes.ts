import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, audited, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { DocumentDependencies } from '../documents/public.ts'
import { findProtection } from '../students/public.ts'
import { recordAccess } from './access.ts'
import { recordTaken } from './audit.ts'
import { RecordFile, RecordRequest } from './contract.ts'
import { recordWords } from './rules.ts'
import { recordFiles } from './service.ts'
import { zipped } from './service-zip.ts'

export interface RecordDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly documents: DocumentDependencies
}

interface Asking {
  readonly actor: Actor
  readonly audit: AuditContext
  readonly today: PlainDate
  readonly studentId: string
  readonly reason: string | undefined
}

export function recordRoutes(dependencies: RecordDependencies): Endpoint[] {
  return [take(dependencies)]
}

function take({ database, documents, files }: RecordDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/record',
    tag: 'records',
    summary: "Everything that is kept of a student, as a ZIP; the student's own needs no reason",
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    body: RecordRequest,
    answers: { 200: RecordFile },
    access: whoMay(recordAccess.take),
    audit: audited(recordTaken),
    // The package is read in many short transactions; that it was asked for is stored before the first of them.
    transaction: 'none',
    handle: async ({ params: { studentId }, body: { reason }, actor, audit, today, now, language }) => {
      const own = await admit(database, { actor, audit, today, studentId, reason })
      const name = actor.kind === 'person' ? actor.name : actor.source
      const context = {
        ...{ database, documents, files, studentId, now, providerId: actor.providerId },
        reader: { language, name, at: now.toISOString() },
      }
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${recordWords(language)('file')}"`,
      }
      return { body: Readable.from(zipped(recordFiles(context, own), now)), headers }
    },
  })
}

/** @throws AppError access.forbidden, records.not-found, records.protected, records.reason-needed */
function admit(database: Database, asking: Asking): Promise<boolean> {
  const { actor, audit, reason, studentId, today } = asking
  return write(database, actor.providerId, async transaction => {
    const found = await findProtection(transaction, actor, today, studentId)
    if (found === undefined) throw new AppError('records.not-found', 404)
    recordAccess.take.demand(actor, { studentId })
    if (found.masked) throw new AppError('records.protected', 403)
    const own = actor.kind === 'person' && actor.studentId === studentId
    const said = reason?.trim() ?? ''
    if (!own && said === '') throw new AppError('records.reason-needed', 400, { pointer: '/reason' })
    const details = { own, ...(said === '' ? {} : { reason: said }) }
    await record(transaction, audit, recordTaken, { studentId, details })
    return own
  })
}
