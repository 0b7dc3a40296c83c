import { Type } from 'typebox'
import { signedIn, whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { studentAccess } from './access.ts'
import { studentProtected, studentRead, studentRevealed, studentUnprotected } from './audit.ts'
import { ProtectionChange, RevealRequest, StudentCard } from './contract-student.ts'
import { findProtection, protectionVersion, saveReveal } from './queries-protection.ts'
import type { QualificationNames } from './rules-search-row.ts'
import { changeProtection } from './service-protection.ts'
import { studentCard } from './service-student.ts'

const params = Type.Object({ studentId: Type.String({ format: 'uuid' }) })

export function studentProtectionRoutes(dependencies: {
  readonly qualificationNames: QualificationNames
}): Endpoint[] {
  return [readStudent(dependencies), reveal(), protect(), version()]
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

function protect(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/protection',
    tag: 'students',
    summary:
      'Set a turvakielto by hand, or lift it, with the reason; it holds at once, and no register lifts it',
    params,
    body: ProtectionChange,
    answers: { 204: null },
    access: whoMay(studentAccess.protect),
    audit: audited(studentProtected, studentUnprotected),
    transaction: 'write',
    handle: async ({ params: { studentId }, body, actor, audit }, transaction) => {
      const action = body.protected ? studentAccess.protect : studentAccess.unprotect
      action.demand(actor, { studentId })
      await changeProtection(transaction, audit, studentId, body)
      return { status: 204 }
    },
  })
}

function version(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/protection',
    tag: 'students',
    summary:
      'How often a turvakielto has begun or ended here: when it differs, an open page reads everything anew',
    answers: { 200: Type.Object({ version: Type.Integer() }) },
    access: signedIn('Every open page asks it, and it tells of nobody'),
    audit: notAudited('A number that tells of nobody'),
    transaction: 'read',
    handle: async ({ actor }, transaction) => ({
      body: { version: await protectionVersion(transaction, actor.providerId) },
    }),
  })
}
