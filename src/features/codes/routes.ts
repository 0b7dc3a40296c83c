import { Type } from 'typebox'
import { signedIn } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { CodePage } from './contract.ts'
import { findCodeSet } from './queries-sets.ts'
import { codeKey } from './rules.ts'
import { knownSets } from './rules-known.ts'
import { pageOf } from './rules-page.ts'

export function codeRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/codes/{set}',
      tag: 'codes',
      summary: 'Codes of a national code set with their names, versions and validity, in order of their uris',
      params: Type.Object({ set: Type.String({ minLength: 1, maxLength: 100 }) }),
      query: Type.Object({
        after: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      }),
      answers: { 200: CodePage },
      access: signedIn('National code sets are public'),
      audit: notAudited("National code sets are no one's data"),
      transaction: 'read',
      handle: async ({ params, query }, transaction) => {
        const uri = codeKey(params.set)
        const own = knownSets.find(set => codeKey(set.uri) === uri)
        const { limit = 200, ...place } = query
        const page = pageOf(await findCodeSet(transaction, uri), own, { ...place, limit })
        if (!page) throw new AppError('codes.not-found', 404)
        return { body: page }
      },
    }),
  ]
}
