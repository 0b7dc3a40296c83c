import { randomBytes } from 'node:crypto'
import { signedIn } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { DraftKey } from './contract.ts'
import { draftKeyOf } from './queries.ts'

export function draftRoutes(): Endpoint[] {
  return [readKey()]
}

function readKey(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/drafts/key',
    tag: 'drafts',
    summary: 'The key with which your browsers encrypt what you have not saved yet',
    answers: { 200: DraftKey },
    access: signedIn('Everyone may keep drafts of their own'),
    audit: notAudited('It gives people their own key, and shows nobody’s data'),
    transaction: 'write',
    handle: async ({ actor, now }, transaction) => {
      const key =
        actor.kind === 'person' ? await draftKeyOf(transaction, actor.id, randomBytes(32)) : undefined
      if (key === undefined) throw new AppError('access.forbidden', 403)
      return { body: { key: key.toString('base64url'), now: now.toISOString() } }
    },
  })
}
