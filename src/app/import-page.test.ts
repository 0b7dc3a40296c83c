import { expect, it } from 'vitest'
import { testService } from '../../test/harness/service.ts'
import { importWorkers } from '../features/imports/public.ts'
import { inventedOids } from '../features/plans/factory.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { serverEngine } from './import-engine.ts'

const service = await testService()
const provider = await service.provider()
const administrator = await service.signIn(provider, ['administrator'])

const hoks = (number: number, more: object = {}) => {
  const { studentOid, studyRightOid } = inventedOids(number)
  return {
    'oppija-oid': studentOid,
    'opiskeluoikeus-oid': studyRightOid,
    'ensikertainen-hyvaksyminen': '2025-08-20',
    'osaamisen-hankkimisen-tarve': true,
    ...more,
  }
}

async function upload(bytes: Buffer, pieces: number): Promise<string> {
  const { id } = (await administrator('POST', '/api/imports', { kind: 'hoks', source: 'h.json' })).json()
  const size = Math.ceil(bytes.length / pieces)
  for (let part = 0; part < pieces; part += 1) {
    await administrator(
      'PUT',
      `/api/imports/${id}/documents/1/parts/${part + 1}?name=h.json`,
      bytes.subarray(part * size, (part + 1) * size),
      { 'content-type': 'application/octet-stream' },
    )
  }
  expect((await administrator('POST', `/api/imports/${id}/start`)).json().state).toBe('waiting')
  return id
}

it('a file sent in parts is run by the worker, and its report told in the language of the reader', async () => {
  const jobs = await startJobs(service.url, silentLog)
  const around = { issuer: 'test', ending: new AbortController().signal }
  const engine = serverEngine(service.database, service.server, jobs, around)
  const [worker] = importWorkers(engine, async () => [provider])
  const list = [hoks(1), hoks(2, { 'osaamisen-hankkimisen-tarve': 'ehkä' }), hoks(3), hoks(4, { åäö: 1 })]
  const good = await upload(Buffer.from(JSON.stringify(list)), 7)
  const broken = await upload(Buffer.from(JSON.stringify([hoks(5), hoks(6)]).slice(0, -20)), 2)
  await worker?.run({ providerId: provider, runId: good })
  await worker?.run({ providerId: provider, runId: broken })
  const done = (await administrator('GET', `/api/imports/${good}`)).json()
  expect(done).toMatchObject({ state: 'done', total: 4, position: 4, permittedActions: [] })
  expect(done.counts).toEqual({ read: 3, written: 3, unchanged: 0, vanished: 0, refused: 1 })
  const notes = (await administrator('GET', `/api/imports/${good}/notes`)).json()
  expect(notes.items).toMatchObject([
    { outcome: 'refused', pointer: '/1/osaamisen-hankkimisen-tarve', document: 'h.json' },
    { outcome: 'kept', pointer: '/3/åäö' },
  ])
  for (const { text } of notes.items) expect(text).toMatch(/[a-zäö]{4,}\.?$/)
  const refused = (await administrator('GET', `/api/imports/${broken}`)).json()
  expect(refused).toMatchObject({ state: 'refused', failure: { document: 'h.json', pointer: '/1' } })
  expect(refused.failure.text).toContain('rivillä 1')
  const { rows } = await service.owner.query(
    'select (select count(*) from plan)::int as plans, (select count(*) from import_part)::int as parts',
  )
  expect(rows).toEqual([{ plans: 3, parts: 0 }])
  // The whole list again changes nothing.
  const again = await upload(Buffer.from(JSON.stringify(list)), 1)
  await worker?.run({ providerId: provider, runId: again })
  const counts = (await administrator('GET', `/api/imports/${again}`)).json().counts
  expect(counts).toEqual({ read: 3, written: 0, unchanged: 3, vanished: 0, refused: 1 })
  expect((await service.owner.query('select count(*)::int as versions from plan_version')).rows).toEqual([
    { versions: 3 },
  ])
  await jobs.stop()
})
