import { afterAll, expect, test } from 'vitest'
import { worldOf } from '../../fakes/main.ts'
import { startFakes } from '../../fakes/server.ts'
import { type Client, testService } from '../../test/harness/service.ts'
import type { ImportKind, RowCounts, RunState } from '../features/imports/contract.ts'
import { workOn } from '../features/imports/public.ts'
import { type Register, type RegisterList, registers } from '../features/registers/contract.ts'
import { registersWorker } from '../features/registers/jobs.ts'
import { natures } from '../features/registers/rules.ts'
import { fetchedCodeSets } from '../features/registers/rules-code-sets.ts'
import { installation } from '../platform/access/installation.ts'
import { uuidOf } from '../platform/ids.ts'
import { serverEngine } from './import-engine.ts'

const service = await testService({ secretKey: 'k'.repeat(32), pollMilliseconds: 1 })
const { database, jobs, owner, server } = service
const fakes = await startFakes(worldOf(undefined))
afterAll(() => fakes.close())

const provider = await service.provider()
await owner.query('update provider set oid = $2 where id = $1', [provider, '1.2.246.562.99.81085649296'])
const administrator = await service.signIn(provider, ['administrator'])
await owner.query(
  `insert into assignment (person_id, provider_id, role) select person_id, $1, 'administrator' from session`,
  [installation],
)

const ending = new AbortController().signal
const engine = serverEngine(database, server, jobs, { issuer: 'demo', ending })

async function setUp(client: Client, register: Register): Promise<void> {
  const own = natures[register].needsCredentials ? { username: 'kone', secret: 'sana' } : {}
  const change = {
    address: fakes.addresses[register],
    schedule: 'hourly',
    hour: 3,
    weekday: 1,
    version: 0,
    ...own,
  }
  const answer = await client('PUT', `/api/registers/${register}`, change)
  expect(answer.statusCode, answer.body).toBe(200)
}

interface Run {
  readonly id: string
  readonly provider_id: string
  readonly kind: ImportKind
  readonly state: RunState
  readonly counts: RowCounts
  readonly failure: { readonly code: string } | null
}

// Study rights come before the HOKSes that are asked for by them.
const order: readonly ImportKind[] = ['koodisto', 'eperusteet', 'organisaatio', 'koski', 'hoks']

/** The hour has come: the clock of the schedule asks for runs, and the engine works on each. */
async function refresh(): Promise<Run[]> {
  await owner.query(`update register_setting set next_due_at = now() - interval '1 minute'`)
  const providerIds = () => Promise.resolve([provider])
  await registersWorker({ database, jobs, providerIds, now: () => new Date() }).run({})
  const { rows } = await owner.query<Run>("select * from import_run where state = 'waiting'")
  const waiting = order.flatMap(kind => rows.filter(run => run.kind === kind))
  for (const { id, provider_id } of waiting) {
    await workOn(engine, { providerId: uuidOf(provider_id), runId: id })
  }
  const ids = waiting.map(run => run.id)
  const ended = await owner.query<Run>('select * from import_run where id = any($1)', [ids])
  return order.flatMap(kind => ended.rows.filter(run => run.kind === kind))
}

const brief = (runs: readonly Run[]) =>
  runs.map(({ counts, failure, kind, state }) => [
    kind,
    state,
    failure?.code ?? counts.refused,
    counts.vanished,
  ])

const countOf = async (table: string): Promise<number> =>
  (await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? -1

// Of the code sets that are asked for the invented Koodisto has few.
const missing = fetchedCodeSets.length - worldOf(undefined).codeSets.size
const whole = order.map(kind => [kind, 'done', kind === 'koodisto' ? missing : 0, 0])

test('an empty system is filled and kept fresh by the schedule alone', async () => {
  for (const register of registers) await setUp(administrator, register)
  const first = await refresh()
  expect(brief(first)).toEqual(whole)
  expect(first.every(run => run.counts.written > 0)).toBe(true)
  expect([await countOf('qualification'), await countOf('organisation')]).toEqual([1, 9])
  const [students, plans] = [await countOf('student'), await countOf('plan')]
  // One HOKS of the demo is of a study right that Koski does not know, so nobody asks for it.
  expect([students, plans]).toEqual([19, 17])
  expect(await countOf('import_part')).toBe(0)

  const second = await refresh()
  expect(second.map(run => [run.kind, run.state, run.counts.written, run.counts.vanished])).toEqual(
    order.map(kind => [kind, 'done', 0, 0]),
  )
  expect([await countOf('student'), await countOf('plan')]).toEqual([students, plans])

  // What is said where: nobody's password, and no word of a person in the log or the reports.
  const notes = await owner.query('select * from import_note')
  const written = JSON.stringify([service.log, notes.rows])
  expect(written).not.toMatch(/sana"|Kuviteltu|1\.2\.246\.562\.(15|98)\./)
})

test('a service that is away stops its run, and the next hour asks it again', async () => {
  fakes.behave({ service: 'koski', mode: 'refuse', times: 1 })
  fakes.behave({ service: 'koodisto', mode: 'garbage', path: '/withrelations/opintojenrahoitus/' })
  const ended = await refresh()
  expect(brief(ended)).toEqual([
    ['koodisto', 'done', missing + 1, 0],
    ['eperusteet', 'done', 0, 0],
    ['organisaatio', 'done', 0, 0],
    ['koski', 'stopped', 'service-unauthorized', 0],
    ['hoks', 'done', 0, 0],
  ])
  const { items } = (await administrator('GET', '/api/registers')).json<RegisterList>()
  expect(items.find(one => one.register === 'koski')?.lastRun).toMatchObject({
    state: 'stopped',
    failure: expect.stringContaining('ei hyväksy tunnuksia'),
  })
  fakes.behave({ service: 'koodisto', mode: 'normal' })
  expect(brief(await refresh())).toEqual(whole)
})

test('a run that a service stopped in the middle is gone on with from there', async () => {
  fakes.behave({ service: 'koodisto', mode: 'refuse', path: '/withrelations/opintojenrahoitus/' })
  const [stopped] = await refresh()
  expect([stopped?.kind, stopped?.state, stopped?.failure?.code]).toEqual([
    'koodisto',
    'stopped',
    'service-unauthorized',
  ])
  fakes.behave({ service: 'koodisto', mode: 'normal' })
  const before = fakes.asked.length
  const resumed = await administrator('POST', `/api/imports/${stopped?.id}/resume`)
  expect(resumed.statusCode, resumed.body).toBe(200)
  await workOn(engine, { providerId: installation, runId: stopped?.id ?? '' })
  const { rows } = await owner.query<Run>('select * from import_run where id = $1', [stopped?.id])
  expect(brief(rows)).toEqual([['koodisto', 'done', missing, 0]])
  const asked = fakes.asked.slice(before).filter(path => path.includes('/withrelations/'))
  expect(asked[0]).toContain('/opintojenrahoitus/')
  expect(asked.some(path => path.includes('ammatillisenoppiaineet'))).toBe(false)
})
