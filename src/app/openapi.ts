import type { OpenApi } from '../platform/http/openapi.ts'
import { silentLog } from '../platform/log/log.ts'
import { composeAuth } from './auth.ts'
import { allEndpoints } from './features.ts'

// Endpoints are rows: describing them runs nothing, so what they would work with may be missing.
const absent = {} as never

const publicUrl = 'http://localhost'

/** The interface as the running service tells it, without a database or a server. */
export async function interfaceDocument(): Promise<OpenApi> {
  const auth = composeAuth({ database: absent, publicUrl, demo: true, openId: undefined, log: silentLog })
  const endpoints = allEndpoints({
    database: absent,
    jobs: absent,
    metrics: absent,
    auth: auth.endpoints,
    references: absent,
    outside: absent,
    files: absent,
    clock: undefined,
    nationalFake: undefined,
    sendsMail: false,
    publicUrl,
    neededMigrations: [],
  })
  const telling = endpoints.find(endpoint => endpoint.path === '/api/openapi.json')
  const answer = await telling?.handle(absent, absent)
  // Through JSON, as it travels.
  return JSON.parse(JSON.stringify(answer?.body)) as OpenApi
}
