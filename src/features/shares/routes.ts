import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PathDependencies } from '../paths/public.ts'
import { shareAccess } from './access.ts'
import { shareMade, shareRevoked, sharesListed } from './audit.ts'
import { NewShare, ShareList, ShareMade } from './contract.ts'
import { findShare, revokeShare } from './queries.ts'
import { makeShare, ownShares } from './service.ts'

export interface ShareDependencies {
  readonly dependencies: PathDependencies
  readonly publicUrl: string
}

const tag = 'shares'

export function shareRoutes(around: ShareDependencies): Endpoint[] {
  return [list(), make(around), revoke()]
}

/** @throws AppError for whoever is no student: what is shared is the student's own decision. */
function studentOf(actor: Actor): string {
  const studentId = actor.kind === 'person' ? actor.studentId : undefined
  if (studentId === undefined) throw new AppError('access.forbidden', 403)
  shareAccess.own.demand(actor, { studentId })
  return studentId
}

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/shares',
    tag,
    summary: 'What you have shared of your path, until when, and when it was opened',
    answers: { 200: ShareList },
    access: whoMay(shareAccess.own),
    audit: audited(sharesListed),
    transaction: 'read',
    handle: async ({ actor, audit, today }, transaction) => {
      const studentId = studentOf(actor)
      await record(transaction, audit, sharesListed, { studentId, details: {} })
      return { body: await ownShares(transaction, studentId, today) }
    },
  })
}

function make(around: ShareDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shares',
    tag,
    summary: 'Share parts of your path with somebody until a day, by a link that is shown once',
    body: NewShare,
    answers: { 201: ShareMade },
    access: whoMay(shareAccess.own),
    audit: audited(shareMade),
    transaction: 'write',
    handle: async ({ actor, audit, body, language, today }, transaction) => {
      const moment = { providerId: actor.providerId, today, language }
      const wanted = { ...body, studentId: studentOf(actor) }
      return { status: 201, body: await makeShare(transaction, audit, moment, wanted, around) }
    },
  })
}

function revoke(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/shares/{id}/revoke',
    tag,
    summary: 'Take a shared link back: it opens nothing any more',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    answers: { 204: null },
    access: whoMay(shareAccess.own),
    audit: audited(shareRevoked),
    transaction: 'write',
    handle: async ({ actor, audit, now, params: { id } }, transaction) => {
      const studentId = studentOf(actor)
      const share = await findShare(transaction, id)
      // Another student's link is not known to exist.
      if (share?.studentId !== studentId) throw new AppError('request.not-found', 404)
      if (await revokeShare(transaction, id, now))
        await record(transaction, audit, shareRevoked, { targetId: id, studentId, details: {} })
      return { status: 204 }
    },
  })
}
