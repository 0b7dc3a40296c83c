import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { disposition } from '../../platform/files/names.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { uploadSeconds } from '../../platform/http/slow-bodies.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { evidenceAccess } from './access.ts'
import { fileRemoved, fileStored, fileTaken } from './audit.ts'
import { Evidence, FileContent, fileBytes } from './contract.ts'
import { removeFile, storeFile, takeFile } from './service-files.ts'

export interface FileRouteDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly jobs: JobSender
}

const uuid = Type.String({ format: 'uuid' })
const tag = 'evidence'

export function fileRoutes(dependencies: FileRouteDependencies): Endpoint[] {
  return [store(dependencies), take(dependencies), remove(dependencies.jobs)]
}

function store(dependencies: FileRouteDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/evidence/{evidenceId}/files',
    tag,
    summary:
      'Add a file: its bytes, at most 20 mebibytes. Its type is told by its bytes; photos lose place and time',
    params: Type.Object({ studentId: uuid, evidenceId: uuid }),
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 400 }) }),
    body: Type.String({ contentMediaType: 'application/octet-stream' }),
    bodyCheck: 'handler',
    bodyLimit: fileBytes,
    bodySeconds: uploadSeconds,
    answers: { 201: Evidence },
    access: whoMay(evidenceAccess.update),
    audit: audited(fileStored),
    // The bytes are written between two short transactions: no row waits for a disk.
    transaction: 'none',
    handle: async ({ params: { evidenceId, studentId }, query: { name }, ...call }) => {
      const bytes: unknown = call.body
      if (!Buffer.isBuffer(bytes)) throw new AppError('request.media-type', 415)
      const given = { evidenceId, name, bytes }
      return { status: 201, body: await storeFile(dependencies, { ...call, studentId }, given) }
    },
  })
}

/** A browser saves it and runs nothing in it, whatever it holds. */
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
}

function take(dependencies: FileRouteDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/files/{fileId}',
    tag,
    summary: 'A file, to be saved',
    params: Type.Object({ studentId: uuid, fileId: uuid }),
    answers: { 200: FileContent },
    access: whoMay(evidenceAccess.read),
    audit: audited(fileTaken),
    transaction: 'none',
    handle: async ({ params: { fileId, studentId }, ...call }) => {
      const { bytes, media_type, name } = await takeFile(dependencies, { ...call, studentId }, fileId)
      const about = { 'content-type': media_type, 'content-disposition': disposition('attachment', name) }
      return { body: Buffer.from(bytes), headers: { ...harmless, ...about } }
    },
  })
}

function remove(jobs: JobSender): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: '/api/students/{studentId}/evidence/{evidenceId}/files/{fileId}',
    tag,
    summary: 'Remove a file; its bytes go after the commit',
    params: Type.Object({ studentId: uuid, evidenceId: uuid, fileId: uuid }),
    answers: { 200: Evidence },
    access: whoMay(evidenceAccess.update),
    audit: audited(fileRemoved),
    transaction: 'write',
    handle: async ({ params: { studentId, ...which }, ...call }, transaction) => ({
      body: await removeFile(transaction, { ...call, studentId }, jobs, which),
    }),
  })
}
