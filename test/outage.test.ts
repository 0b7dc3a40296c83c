import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { createServer } from '../src/app/server.ts'
import { makeStudent } from '../src/features/plans/factory.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { startJobs } from '../src/platform/jobs/jobs.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { startThrowAway } from './harness/server.ts'
import { testService } from './harness/service.ts'

const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

test('while the database is away the answer is 503 with Retry-After, and the process lives on', async () => {
  const embedded = await startThrowAway()
  const database = openDatabase(embedded.url)
  const jobs = await startJobs(embedded.url, silentLog)
  const { app, close } = await createServer({
    ...{ database, jobs, log: silentLog, demo: true, openId: undefined, publicUrl: 'http://localhost' },
    ...{ requestsPerMinute: 1000, trustProxy: false, checkAnswers: true },
  })
  try {
    expect((await app.inject('/ready')).statusCode).toBe(200)
    await jobs.stop()
    await embedded.stop()
    const language = { 'accept-language': 'sv' }
    for (const url of ['/ready', '/api/personas']) {
      const answer = await app.inject({ url, headers: language })
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 503, 'platform.database-away'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(answer.json().title).toContain('Databasen')
    }
    expect((await app.inject('/health')).statusCode).toBe(200)
  } finally {
    await close()
    await database.close()
  }
})

const service = await testService()

async function startChild(): Promise<{ child: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL('harness/web-child.ts', import.meta.url))
  const child = fork(file, [service.url], {
    execPath: process.execPath,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.add(child)
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve((message as { port: number }).port))
    child.once('exit', () => reject(new Error('The child ended before it listened')))
  })
  return { child, port }
}

/**
 * Saves versions one after another; after so many the server is killed while the next one is under way. Answers the
 * newest version that was confirmed.
 */
async function saveUntilKilled(
  { child, port }: { child: ChildProcess; port: number },
  saves: number,
  send: { hoksId: number; headers: Record<string, string>; body: object },
) {
  const { hoksId, headers, body } = send
  let confirmed = 0
  for (let round = 0; ; round += 1) {
    const day = `2025-03-${String(1 + (round % 28)).padStart(2, '0')}`
    if (round === saves) setTimeout(() => child.kill('SIGKILL'), round % 5)
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/ehoks-virkailija-backend/api/v1/hoks/${hoksId}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, id: hoksId, 'ensikertainen-hyvaksyminen': day }),
      })
      if (answer.status !== 204) throw new Error(`Answered ${answer.status}`)
      confirmed = Number(/v(\d+)/.exec(answer.headers.get('etag') ?? '')?.[1])
    } catch {
      return confirmed
    }
  }
}

test('a server killed in the middle of saving leaves no half-written plan and loses no confirmed one', async () => {
  const provider = await service.provider()
  const headers = await service.keyHeaders(provider)
  const { studentOid, studyRightOid } = await makeStudent(service.database, provider)
  const body = {
    'oppija-oid': studentOid,
    'opiskeluoikeus-oid': studyRightOid,
    'ensikertainen-hyvaksyminen': '2024-08-20',
    'osaamisen-hankkimisen-tarve': true,
  }
  const created = await service.server.app.inject({
    ...{ method: 'POST', url: '/ehoks-virkailija-backend/api/v1/hoks', headers, payload: body },
  })
  const hoksId: number = created.json().meta.id
  for (const saves of [3, 6, 9, 12, 14]) {
    const confirmed = await saveUntilKilled(await startChild(), saves, { hoksId, headers, body })
    expect(confirmed).toBeGreaterThan(saves)
    const { rows } = await service.owner.query(
      `select p.version, count(v.*)::int as versions, max(v.version) as newest,
         (select count(*)::int from audit_event a where a.target_id = p.id::text) as events
       from plan p join plan_version v on v.plan_id = p.id where p.hoks_id = $1 group by p.provider_id, p.id`,
      [hoksId],
    )
    const [{ version, versions, newest, events }] = rows
    expect(version).toBeGreaterThanOrEqual(confirmed)
    expect([versions, newest, events]).toEqual([version, version, version])
  }
})
