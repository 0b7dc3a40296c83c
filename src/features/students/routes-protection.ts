import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { studentAccess } from './access.ts'
import { studentRead, studentRevealed } from './audit.ts'
import { RevealRequest, StudentCard } from './contract-student.ts'
import { findProtection, saveReveal } from './queries-protection.ts'
import type { QualificationNames } from './rules-search-row.ts'
import { studentCard } from './service-student.ts'

const params = Type.Object({ studentId: Type.String({ format: 'uuid' }) })

export function studentProtectionRoutes(dependencies: {
  readonly qualificationNames: QualificationNames
}): Endpoint[] {
  return [readStudent(dependencies), reveal()]
}

function readStudent(dependencies: { readonly qualificationNames: QualificationNames }): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}',
    tag: 'students',
    summary:
      'A student with group, teacher, study rights, contact data and guardians; masked by a turvakielto',
    params,
    answers: { 200: StudentCard },
    access: whoMay(studentAccess.read),
    audit: audited(studentRead),
    transaction: 'read',
    handle: async ({ params: { studentId }, actor, audit, today }, transaction) => {
      const card = await studentCard(transaction, { ...dependencies, actor, today }, studentId)
      if (card === undefined) throw new AppError('students.not-found', 404)
      const details = { masked: card.protection === 'masked', guardians: card.guardians.length }
      await record(transaction, audit, studentRead, { studentId, details })
      return { body: card }
    },
  })
}

function reveal(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/reveal',
    tag: 'students',
    summary:
      'Look behind a turvakielto, with the reason: the student is shown to this person until the end of the day',
    params,
    body: RevealRequest,
    answers: { 204: null },
    access: whoMay(studentAccess.reveal),
    audit: audited(studentRevealed),
    transaction: 'write',
    handle: async ({ params: { studentId }, body, actor, audit, now, today }, transaction) => {
      const found = await findProtection(transaction, actor, today, studentId)
      if (found === undefined || actor.kind !== 'person') throw new AppError('students.not-found', 404)
      studentAccess.reveal.demand(actor, { studentId })
      if (!found.protected) return { status: 204 }
      const { id: personId, providerId } = actor
      await saveReveal(transaction, { providerId, studentId, personId, today, now })
      await record(transaction, audit, studentRevealed, { studentId, details: body })
      return { status: 204 }
    },
  })
}
