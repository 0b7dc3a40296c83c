import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type Auth, type AuthOptions, composeAuth } from '../../src/app/auth.ts'
import { textOf } from '../../src/app/texts.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Endpoint } from '../../src/platform/http/endpoint.ts'
import { createMetrics } from '../../src/platform/http/metrics.ts'
import { mountEndpoints } from '../../src/platform/http/mount.ts'
import { createHttpServer } from '../../src/platform/http/server.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { type Clock, systemClock } from '../../src/platform/time/clock.ts'

export interface TestAppOptions {
  /** Endpoints beside those of signing in. */
  readonly endpoints?: (database: Database) => readonly Endpoint[]
  readonly auth?: Partial<AuthOptions>
  readonly clock?: Clock
}

export const testOrigin = 'http://yhdessa.test'

/** A server without a port, for `inject`: signing in, the endpoints under test, answers checked against contracts. */
export async function testApp(
  database: Database,
  options: TestAppOptions = {},
): Promise<FastifyInstance & { readonly auth: Auth }> {
  const clock = options.clock ?? systemClock
  const auth = composeAuth({
    database,
    publicUrl: testOrigin,
    demo: true,
    openId: undefined,
    log: silentLog,
    now: () => clock.now(),
    ...options.auth,
  })
  const app = await createHttpServer({
    texts: textOf,
    log: silentLog,
    metrics: createMetrics(database),
    requestsPerMinute: 100_000,
    bodyLimit: 1_000_000,
    secure: false,
    trustProxy: false,
  })
  const endpoints = [...auth.endpoints, ...(options.endpoints?.(database) ?? [])]
  mountEndpoints(app, endpoints, {
    database,
    clock,
    authenticate: auth.authenticate,
    checkAnswers: true,
    limit: async () => undefined,
  })
  await auth.mount(app)
  await app.ready()
  afterAll(() => app.close())
  return Object.assign(app, { auth })
}
