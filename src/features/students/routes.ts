import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { contactErased } from '../contacts/public.ts'
import { evidenceErased } from '../evidence/public-erase.ts'
import { guardiansErased } from '../guardians/public.ts'
import { recognitionsErased } from '../recognitions/public-erase.ts'
import { studentAccess } from './access.ts'
import { studentErased } from './audit.ts'
import { StudentErasure } from './contract.ts'
import { type ListDependencies, studentListRoutes } from './routes-list.ts'
import { studentProtectionRoutes } from './routes-protection.ts'
import { studentRegisterRoutes } from './routes-register.ts'
import { eraseWholly } from './service-erase.ts'

export function studentRoutes(dependencies: ListDependencies): Endpoint[] {
  return [
    ...studentListRoutes(dependencies),
    ...studentProtectionRoutes(dependencies),
    ...studentRegisterRoutes(),
    erase(),
  ]
}

function erase(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/erase',
    tag: 'students',
    summary:
      "Erase a student's names, birth date and contact data, and the guardians'; the gap stays and is logged, and no register fills it again",
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    body: StudentErasure,
    answers: { 204: null },
    access: whoMay(studentAccess.erase),
    audit: audited(studentErased, guardiansErased, evidenceErased, recognitionsErased, contactErased),
    transaction: 'write',
    handle: async ({ params, body, audit }, transaction) => {
      await eraseWholly(transaction, audit, { ...params, ...body })
      return { status: 204 }
    },
  })
}
