import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { type AuditContext, audited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { guardianRow } from '../guardianship/public.ts'
import { pathAccess } from './access.ts'
import { pathRead } from './audit.ts'
import { PathView } from './contract.ts'
import { type PathDependencies, type PathReader, pathViewOf } from './service.ts'

const query = Type.Object({
  studyRight: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
})

export function pathRoutes(dependencies: PathDependencies): Endpoint[] {
  return [ownPath(dependencies), studentPath(dependencies)]
}

function ownPath(dependencies: PathDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/path',
    tag: 'paths',
    summary: 'Your own path: what runs now, what comes next, where, with whom, how far',
    query,
    answers: { 200: PathView },
    access: whoMay(pathAccess['read-own']),
    audit: audited(pathRead),
    transaction: 'read',
    handle: async ({ actor, audit, language, query: { studyRight }, today }, transaction) => {
      const studentId = actor.kind === 'person' ? actor.studentId : undefined
      if (studentId === undefined) throw new AppError('access.forbidden', 403)
      const reader = { actor, today, language }
      return { body: await shown(transaction, audit, reader, { studentId, studyRight }, dependencies) }
    },
  })
}

function studentPath(dependencies: PathDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/path',
    tag: 'paths',
    summary: 'The path of a student as the student sees it',
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    query,
    answers: { 200: PathView },
    access: whoMay(pathAccess.read),
    audit: audited(pathRead),
    transaction: 'read',
    handle: async ({ actor, audit, language, params, query: { studyRight }, today }, transaction) => {
      const { studentId } = params
      const guardian = await guardianRow(transaction, actor, studentId, today)
      pathAccess.read.demand(actor, { studentId, ...guardian })
      const asGuardian = guardian.guardianPersonId !== null
      const reader = { actor, today, language, asGuardian }
      return { body: await shown(transaction, audit, reader, { studentId, studyRight }, dependencies) }
    },
  })
}

async function shown(
  transaction: ReadTransaction,
  audit: AuditContext,
  reader: PathReader,
  wanted: { readonly studentId: string; readonly studyRight?: string | undefined },
  dependencies: PathDependencies,
): Promise<PathView> {
  const view = await pathViewOf(transaction, reader, wanted, dependencies)
  await record(transaction, audit, pathRead, {
    ...(view.plan ? { targetId: view.plan.id } : {}),
    studentId: wanted.studentId,
    details: { version: view.plan?.version ?? 0 },
  })
  return view
}
