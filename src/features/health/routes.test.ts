import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { nobody } from '../../platform/access/actor.ts'
import { type Database, openDatabase } from '../../platform/db/database.ts'
import { migrationNames } from '../../platform/db/migrate.ts'
import { createMetrics } from '../../platform/http/metrics.ts'
import { mountEndpoints } from '../../platform/http/mount.ts'
import { createHttpServer } from '../../platform/http/server.ts'
import { silentLog } from '../../platform/log/log.ts'
import { systemClock } from '../../platform/time/clock.ts'
import { healthRoutes } from './routes.ts'

const { database } = await testDatabase()
const nowhere = openDatabase('postgresql://nobody@localhost:1/none')
afterAll(() => nowhere.close())
const needed = await migrationNames()

async function ask(path: string, on: Database = database, neededMigrations = needed) {
  const metrics = createMetrics(on)
  const options = { requestsPerMinute: 1000, bodyLimit: 1000, secure: false, trustProxy: false }
  const app = await createHttpServer({ texts: (_, code) => code, log: silentLog, metrics, ...options })
  mountEndpoints(app, healthRoutes({ database: on, metrics, neededMigrations }), {
    database: on,
    clock: systemClock,
    authenticate: () => Promise.resolve({ actor: nobody, language: 'fi' }),
    checkAnswers: true,
    limit: async () => undefined,
  })
  await app.inject({ url: '/health' })
  const answer = await app.inject({ url: path })
  await app.close()
  return answer
}

describe('health', () => {
  test.each(['/health', '/ready'])('%s says ok while all is well', async path => {
    const answer = await ask(path)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ status: 'ok' })
  })

  test('a lost database makes it unready, not dead', async () => {
    const unready = await ask('/ready', nowhere)
    expect(unready.statusCode).toBe(503)
    expect(unready.headers['retry-after']).toBe('5')
    expect(unready.json()).toMatchObject({ code: 'platform.database-away' })
    expect((await ask('/health', nowhere)).statusCode).toBe(200)
  })

  test('a missing migration makes it unready', async () => {
    const unready = await ask('/ready', database, [...needed, '99999999T9999_later.sql'])
    expect(unready.statusCode).toBe(503)
    expect(unready.headers['retry-after']).toBe('5')
    expect(unready.json()).toMatchObject({ code: 'health.migrations-missing' })
  })

  test('metrics count requests by pattern and connections by state', async () => {
    const metrics = await ask('/metrics')
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/)
    expect(metrics.body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/health",status="200"\} 1/,
    )
    expect(metrics.body).toMatch(/database_connections\{state="awaited"\} 0/)
  })
})
