import { Type } from 'typebox'
import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Metrics } from '../../platform/http/metrics.ts'
import { appliedMigrations } from './queries.ts'

const access = everyone('asked by the machinery that runs the service; counts and times only')
const audit = notAudited('shows nothing of anybody')
const Ok = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false })
const ok = { body: { status: 'ok' } }
const row = { method: 'GET', tag: 'health', access, audit, transaction: 'none' } as const

export interface HealthDependencies {
  readonly database: Database
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  /** File names of the migrations that this version of the code needs. */
  readonly neededMigrations: readonly string[]
}

export function healthRoutes({ database, metrics, neededMigrations }: HealthDependencies): Endpoint[] {
  return [
    publicEndpoint({
      ...row,
      path: '/health',
      summary: 'Whether the process is alive; asks nothing of the database',
      answers: { 200: Ok },
      handle: () => Promise.resolve(ok),
    }),
    publicEndpoint({
      ...row,
      path: '/ready',
      summary: 'Whether requests can be served: the database answers and has every migration',
      answers: { 200: Ok },
      handle: async () => {
        const applied = await read(database, null, appliedMigrations)
        const missing = neededMigrations.some(name => !applied.has(name))
        if (missing) throw new AppError('health.migrations-missing', 503)
        return ok
      },
    }),
    publicEndpoint({
      ...row,
      path: '/metrics',
      summary: 'Counts and times for Prometheus, by route pattern',
      answers: { 200: Type.String({ contentMediaType: 'text/plain' }) },
      handle: async () => ({
        body: await metrics.text(),
        headers: { 'content-type': metrics.contentType },
      }),
    }),
  ]
}
