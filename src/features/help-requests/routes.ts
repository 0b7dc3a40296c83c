import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { type AuditEvent, audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { helpAccess } from './access.ts'
import { helpAnswered, helpAsked, helpListed, helpTaken, helpWithdrawn } from './audit.ts'
import { HelpAnswer, HelpRequestList, NewHelpRequest } from './contract.ts'
import { askForHelp, requestsOf, stepOn } from './service.ts'

const tag = 'help-requests'
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function helpRequestRoutes(): Endpoint[] {
  return [listRoute, askRoute, answerRoute, takeRoute, withdrawRoute]
}

const listRoute = endpoint({
  method: 'GET',
  path: '/api/students/{studentId}/help-requests',
  tag,
  summary: 'What support a student has asked for: of you, or your own',
  params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
  answers: { 200: HelpRequestList },
  access: whoMay(helpAccess.read),
  audit: audited(helpListed),
  transaction: 'read',
  handle: async ({ actor, audit, params: { studentId }, today }, transaction) => {
    // Whoever could have been asked gets the rows that are for them: a teacher of somebody else none. Another student does not.
    helpAccess.read.demand(actor, { studentId, readBy: 'guidance', teacherPersonId: actor.id ?? null })
    const body = await requestsOf({ audit, today, transaction }, studentId)
    if (body.items.length > 0) await record(transaction, audit, helpListed, { studentId, details: {} })
    return { body }
  },
})

const askRoute = endpoint({
  method: 'POST',
  path: '/api/help-requests',
  tag,
  summary: 'Ask your teacher or the guidance staff for support; the answer tells by when you are answered',
  body: NewHelpRequest,
  answers: { 201: Type.Object({ id: Type.String(), answerBy: Type.String({ format: 'date' }) }) },
  access: whoMay(helpAccess.ask),
  audit: audited(helpAsked),
  transaction: 'write',
  handle: async ({ audit, body, today }, transaction) => ({
    status: 201,
    body: await askForHelp({ transaction, audit, today }, body),
  }),
})

const answerRoute = endpoint({
  method: 'POST',
  path: '/api/help-requests/{id}/answer',
  tag,
  summary: 'Answer a student who asked you for support',
  params,
  body: HelpAnswer,
  answers: { 204: null },
  access: whoMay(helpAccess.answer),
  audit: audited(helpAnswered),
  transaction: 'write',
  handle: async ({ audit, body, params: { id }, today }, transaction) => {
    await stepOn({ transaction, audit, today }, id, 'answer', body.answer)
    return { status: 204 }
  },
})

const takeRoute = simple('take', 'Tell that you take care of it', helpAccess.take, helpTaken)
const withdrawRoute = simple('withdraw', 'Take back what you asked for', helpAccess.withdraw, helpWithdrawn)

function simple(
  step: 'take' | 'withdraw',
  summary: string,
  action: (typeof helpAccess)['take'],
  event: AuditEvent,
): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/api/help-requests/{id}/${step}`,
    tag,
    summary,
    params,
    answers: { 204: null },
    access: whoMay(action),
    audit: audited(event),
    transaction: 'write',
    handle: async ({ audit, params: { id }, today }, transaction) => {
      await stepOn({ transaction, audit, today }, id, step)
      return { status: 204 }
    },
  })
}
