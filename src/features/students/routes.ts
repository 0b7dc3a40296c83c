import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { contactErased, eraseContactsOfStudent } from '../contacts/public.ts'
import { studentAccess } from './access.ts'
import { studentErased } from './audit.ts'
import { StudentErasure } from './contract.ts'
import { eraseStudent } from './queries.ts'
import { type ListDependencies, studentListRoutes } from './routes-list.ts'

export function studentRoutes(dependencies: ListDependencies): Endpoint[] {
  return [...studentListRoutes(dependencies), erase()]
}

function erase(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/erase',
    tag: 'students',
    summary:
      "Erase a student's names, birth date, e-mail and phone; the gap stays and is logged, and no register fills it again",
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    body: StudentErasure,
    answers: { 204: null },
    access: whoMay(studentAccess.erase),
    audit: audited(studentErased, contactErased),
    transaction: 'write',
    handle: async ({ params, body, audit, now }, transaction) => {
      if (!(await eraseStudent(transaction, params.studentId, now)))
        throw new AppError('students.not-found', 404)
      await record(transaction, audit, studentErased, { studentId: params.studentId, details: body })
      await eraseContactsOfStudent(transaction, audit, { ...params, ...body })
      return { status: 204 }
    },
  })
}
