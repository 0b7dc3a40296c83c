import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { invitationAccess } from './access.ts'
import { signInEnded } from './audit.ts'
import { WrongPerson } from './contract.ts'
import { endWrongSignIn } from './service-end.ts'

export interface EndRouteDependencies {
  readonly database: Database
  readonly sessions: Pick<Sessions, 'forgetAll'>
}

export function wrongSignInRoutes({ database, sessions }: EndRouteDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/api/students/{studentId}/wrong-sign-in',
      tag: 'invitations',
      summary:
        'Say that whoever signs in as the student or the guardian is not the right one; link, role and sessions end',
      params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
      body: WrongPerson,
      answers: { 204: null },
      access: whoMay(invitationAccess.end),
      audit: audited(signInEnded),
      transaction: 'none',
      handle: async ({ actor, audit, body, params, today }) => {
        const place = { ...body, ...params }
        await write(database, actor.providerId, transaction =>
          endWrongSignIn(transaction, { audit, today }, place),
        )
        // Only after the commit: what is forgotten before it would be remembered again.
        sessions.forgetAll()
        return { status: 204 }
      },
    }),
  ]
}
