import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { evidenceAccess } from './access.ts'
import { evidenceAdded, evidenceChanged, evidenceRead, evidenceWithdrawn } from './audit.ts'
import { Evidence, EvidenceChange, EvidenceContent, EvidenceList, EvidenceVersion } from './contract.ts'
import { type FileRouteDependencies, fileRoutes } from './routes-files.ts'
import { addEvidence, changeEvidence, listEvidence, takeBackEvidence } from './service.ts'

const uuid = Type.String({ format: 'uuid' })
const ofStudent = Type.Object({ studentId: uuid })
const ofEvidence = Type.Object({ studentId: uuid, evidenceId: uuid })
const tag = 'evidence'

export function evidenceRoutes(dependencies: FileRouteDependencies): Endpoint[] {
  return [list(), add(), change(), withdraw(dependencies.jobs), ...fileRoutes(dependencies)]
}

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/evidence',
    tag,
    summary: 'What a student has done or can, with the names of its files, the newest first',
    params: ofStudent,
    answers: { 200: EvidenceList },
    access: whoMay(evidenceAccess.read),
    audit: audited(evidenceRead),
    transaction: 'read',
    handle: async ({ params, ...call }, transaction) => ({
      body: await listEvidence(transaction, { ...call, ...params }),
    }),
  })
}

function add(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/evidence',
    tag,
    summary: 'Tell of something done or known; its files follow one by one',
    params: ofStudent,
    body: EvidenceContent,
    answers: { 201: Evidence },
    access: whoMay(evidenceAccess.update),
    audit: audited(evidenceAdded),
    transaction: 'write',
    handle: async ({ body, params, ...call }, transaction) => ({
      status: 201,
      body: await addEvidence(transaction, { ...call, ...params }, body),
    }),
  })
}

function change(): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/students/{studentId}/evidence/{evidenceId}',
    tag,
    summary: 'Change what is told, with the version that was read',
    params: ofEvidence,
    body: EvidenceChange,
    answers: { 200: Evidence },
    access: whoMay(evidenceAccess.update),
    audit: audited(evidenceChanged),
    transaction: 'write',
    handle: async ({ body, params: { evidenceId, studentId }, ...call }, transaction) => ({
      body: await changeEvidence(transaction, { ...call, studentId }, evidenceId, body),
    }),
  })
}

function withdraw(jobs: JobSender): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/evidence/{evidenceId}/withdraw',
    tag,
    summary: 'Take it back; what a recognition rests on is kept for those who decide',
    params: ofEvidence,
    body: EvidenceVersion,
    answers: { 204: null },
    access: whoMay(evidenceAccess.update),
    audit: audited(evidenceWithdrawn),
    transaction: 'write',
    handle: async ({ body, params: { evidenceId: id, studentId }, ...call }, transaction) => {
      await takeBackEvidence(transaction, { ...call, studentId }, jobs, { id, ...body })
      return { status: 204 }
    },
  })
}
