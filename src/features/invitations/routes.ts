import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { invitationAccess } from './access.ts'
import {
  invitationConfirmed,
  invitationMade,
  invitationRefused,
  invitationRevoked,
  invitationsListed,
} from './audit.ts'
import {
  InvitationDecision,
  InvitationList,
  InvitationMade,
  NewInvitation,
  RenewedInvitation,
  StudentInvitations,
} from './contract.ts'
import { inviteAgain, makeInvitation, revokeInvitation, type Sending } from './service.ts'
import { decideInvitation } from './service-decide.ts'
import { studentInvitations, waitingFor } from './service-list.ts'

const ofStudent = Type.Object({ studentId: Type.String({ format: 'uuid' }) })
const ofInvitation = Type.Object({ id: Type.String({ format: 'uuid' }) })
const tag = 'invitations'
const mostWaiting = 100

export function invitationRoutes(sending: Sending): Endpoint[] {
  return [listOfStudent(sending), make(sending), again(sending), revoke(), waiting(), decide()]
}

function listOfStudent({ mail }: Sending): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/invitations',
    tag,
    summary: 'Who of a student may be invited to sign in, and who has been',
    params: ofStudent,
    answers: { 200: StudentInvitations },
    access: whoMay(invitationAccess.list),
    audit: audited(invitationsListed),
    transaction: 'read',
    handle: async ({ actor, audit, now, params: { studentId }, today }, transaction) => {
      const found = await studentInvitations(transaction, { actor, now, today }, studentId)
      if (found === undefined) throw new AppError('request.not-found', 404)
      await record(transaction, audit, invitationsListed, { studentId, details: {} })
      return { body: { mail, ...found } }
    },
  })
}

function make(sending: Sending): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/invitations',
    tag,
    summary: 'Invite a student or a guardian to sign in, by mail or by a link that is shown once',
    params: ofStudent,
    body: NewInvitation,
    answers: { 201: InvitationMade },
    access: whoMay(invitationAccess.make),
    audit: audited(invitationMade),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => {
      const made = await makeInvitation(transaction, { audit, today }, { ...body, ...params }, sending)
      return { status: 201, body: made }
    },
  })
}

function again(sending: Sending): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/invitations/{id}/renew',
    tag,
    summary: 'A new link in place of one that was lost or ran out; the one before opens nothing any more',
    params: ofInvitation,
    body: RenewedInvitation,
    answers: { 200: InvitationMade },
    access: whoMay(invitationAccess.make),
    audit: audited(invitationMade),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => ({
      body: await inviteAgain(transaction, { audit, today }, { ...body, ...params }, sending),
    }),
  })
}

function revoke(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/invitations/{id}/revoke',
    tag,
    summary: 'Take an invitation back: its link opens nothing any more',
    params: ofInvitation,
    answers: { 204: null },
    access: whoMay(invitationAccess.make),
    audit: audited(invitationRevoked),
    transaction: 'write',
    handle: async ({ audit, params }, transaction) => {
      await revokeInvitation(transaction, audit, params.id)
      return { status: 204 }
    },
  })
}

function waiting(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/invitations',
    tag,
    summary: 'Who signed in by an invitation and waits until staff say whether it is the one who was invited',
    answers: { 200: InvitationList },
    access: whoMay(invitationAccess.list),
    audit: audited(invitationsListed),
    transaction: 'read',
    handle: async ({ actor, audit, now, today }, transaction) => {
      const items = await waitingFor(transaction, { actor, now, today }, mostWaiting)
      const entries = items.map(item => ({ targetId: item.id, studentId: item.student.id, details: {} }))
      await record(transaction, audit, invitationsListed, entries)
      return { body: { items } }
    },
  })
}

function decide(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/invitations/{id}/decide',
    tag,
    summary: 'Say whether the one who signed in is the one who was invited',
    params: ofInvitation,
    body: InvitationDecision,
    answers: { 204: null },
    access: whoMay(invitationAccess.decide),
    audit: audited(invitationConfirmed, invitationRefused),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => {
      await decideInvitation(transaction, { audit, today }, { ...params, ...body })
      return { status: 204 }
    },
  })
}
