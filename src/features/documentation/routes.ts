import { Type } from 'typebox'
import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import type { OpenApi } from '../../platform/http/openapi.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { documentationPage } from './page.ts'

const access = everyone('tells what the interface is, and nothing of anybody')
const audit = notAudited('the interface is public')
const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-language' }

/** `document` is asked at each request, because it also describes these very endpoints. */
export function documentationRoutes(document: () => OpenApi): Endpoint[] {
  return [
    publicEndpoint({
      method: 'GET',
      path: '/api/openapi.json',
      tag: 'documentation',
      summary: 'This interface as OpenAPI 3.1',
      answers: { 200: Type.Object({ openapi: Type.String(), paths: Type.Unknown() }) },
      access,
      audit,
      transaction: 'none',
      handle: () => Promise.resolve({ body: document(), headers }),
    }),
    publicEndpoint({
      method: 'GET',
      path: '/api/docs',
      tag: 'documentation',
      summary: 'This interface as a page to read',
      query: Type.Object({ language: Type.Optional(Type.String({ maxLength: 2 })) }),
      answers: { 200: Type.String({ contentMediaType: 'text/html' }) },
      access,
      audit,
      transaction: 'none',
      handle: ({ query, language }) => {
        const chosen = isLanguage(query.language) ? query.language : language
        const page = documentationPage(document(), chosen)
        return Promise.resolve({
          body: page,
          headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': chosen },
        })
      },
    }),
  ]
}
