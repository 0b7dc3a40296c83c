import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor, Person } from '../../platform/access/actor.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { uploadSeconds } from '../../platform/http/slow-bodies.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { importAccess } from './access.ts'
import { importRequested, importResumed, importStarted, importStopped } from './audit.ts'
import {
  CreatedImport,
  documentsAtMost,
  ImportRunView,
  NewImport,
  partBytes,
  partsAtMost,
} from './contract.ts'
import { createRun, receivePart, resumeRun, startRun, stopRun } from './service.ts'
import { runView } from './service-view.ts'

export interface ImportRouteDependencies {
  readonly database: Database
  readonly jobs: JobSender
  readonly text: TextOf
}

const access = whoMay(importAccess.see)
/** The handlers open their doors themselves: national runs stand behind the installation's. */
const shared = { tag: 'imports', access, transaction: 'none' } as const
export const runId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Access lets people in only. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new AppError('access.forbidden', 403)
  return actor
}

/** Bringing files in, and stopping and resuming what brings them. */
export function importRoutes({ database, jobs, text }: ImportRouteDependencies): Endpoint[] {
  const asking = ({ actor, audit }: { actor: Actor; audit: Parameters<typeof createRun>[0]['audit'] }) => ({
    database,
    actor: personOf(actor),
    audit,
  })
  return [
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/imports',
      summary: 'Begin an import: its files follow in parts, then it is started',
      body: NewImport,
      answers: { 201: CreatedImport },
      audit: audited(importRequested),
      handle: async call => ({ status: 201, body: { id: await createRun(asking(call), call.body) } }),
    }),
    partRoute(asking),
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/imports/{id}/start',
      summary: 'All files have been sent: the import gets its turn',
      params: runId,
      answers: { 200: ImportRunView },
      audit: audited(importStarted),
      handle: async call => ({
        body: runView(await startRun(asking(call), jobs, call.params.id), text, call.language),
      }),
    }),
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/imports/{id}/stop',
      summary: 'Stop an import; what has been stored stays',
      params: runId,
      answers: { 200: ImportRunView },
      audit: audited(importStopped),
      handle: async call => ({
        body: runView(await stopRun(asking(call), call.params.id), text, call.language),
      }),
    }),
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/imports/{id}/resume',
      summary: 'Go on with a stopped import from where it was',
      params: runId,
      answers: { 200: ImportRunView },
      audit: audited(importResumed),
      handle: async call => ({
        body: runView(await resumeRun(asking(call), jobs, call.params.id), text, call.language),
      }),
    }),
  ]
}

type Asked = (call: {
  actor: Actor
  audit: Parameters<typeof createRun>[0]['audit']
}) => Parameters<typeof createRun>[0]

function partRoute(asking: Asked): Endpoint {
  return endpoint({
    ...shared,
    method: 'PUT',
    path: '/api/imports/{id}/documents/{number}/parts/{part}',
    summary: 'Send a part of a file: bytes, at most a mebibyte, numbered from 1 in the order of the file',
    params: Type.Object({
      id: Type.String({ format: 'uuid' }),
      number: Type.Integer({ minimum: 1, maximum: documentsAtMost }),
      part: Type.Integer({ minimum: 1, maximum: partsAtMost }),
    }),
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
    body: Type.String({ contentMediaType: 'application/octet-stream' }),
    bodyCheck: 'handler',
    bodyLimit: partBytes,
    bodySeconds: uploadSeconds,
    answers: { 204: null },
    audit: notAudited('Its start is audited; a part by itself changes nothing'),
    handle: async call => {
      const bytes: unknown = call.body
      if (!Buffer.isBuffer(bytes)) throw new AppError('request.media-type', 415)
      const { id, number: document, part } = call.params
      await receivePart(asking(call), id, { document, part, name: call.query.name, bytes })
      return { status: 204 }
    },
  })
}
