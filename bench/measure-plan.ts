import type { Plan } from '../src/features/plans/contract.ts'
import { type LoadGenerator, type Server, startLoadGenerator, startServer, stopChildren } from './children.ts'
import { canReadCpu, cpuOf } from './cpu.ts'
import { type BenchDatabase, startBenchDatabase } from './database.ts'
import { median, type Outcome, type Sender } from './load-job.ts'
import { against, type Measured, type Name, type Results } from './report.ts'
import { type Seeded, seed } from './seed.ts'

const connections = 16
const rounds = { full: 5, paced: 11 }
/** Seconds of each run: one of the floor and one of ours in every round. */
const seconds = { warm: 2, full: 3, paced: 3 }
const fixedRate = 300

interface Bench {
  readonly database: BenchDatabase
  readonly load: LoadGenerator
  readonly floor: Server
  readonly ours: Server
  readonly seeded: Seeded
}

/** Runs those of the plan's measurements that are asked for, on one database and one pair of servers. */
export async function measurePlan(wanted: ReadonlySet<Name>, plan: Plan): Promise<Results> {
  const database = await startBenchDatabase()
  try {
    await database.owner.query('create table bench_floor (id uuid primary key, body jsonb not null)')
    const seeded = await seed(database.url, database.owner, plan, connections)
    const bench: Bench = {
      database,
      seeded,
      load: await startLoadGenerator(),
      floor: await startServer('./floor-server.ts', database.url),
      ours: await startServer('./our-server.ts', database.url),
    }
    return {
      ...(wanted.has('plan-get') || wanted.has('plan-get-cpu') ? await measureGet(bench) : {}),
      ...(wanted.has('plan-get-p99') ? { 'plan-get-p99': await measurePaced(bench) } : {}),
      ...(wanted.has('plan-put') ? { 'plan-put': await measurePut(bench) } : {}),
    }
  } finally {
    await stopChildren()
    await database.stop()
  }
}

const floorGet = ({ seeded }: Bench): Sender[] =>
  seeded.planIds.map(id => ({ method: 'GET', path: `/plans/${id}`, headers: {} }))

const ourGet = ({ seeded }: Bench): Sender[] =>
  seeded.planIds.map(id => ({
    method: 'GET',
    path: `/api/plans/${id}`,
    headers: { cookie: seeded.cookie, accept: 'application/json' },
  }))

interface Run extends Outcome {
  /** CPU milliseconds of a request, server and database. */
  readonly cpu: number
}

async function run(
  bench: Bench,
  server: Server,
  senders: readonly Sender[],
  about: { seconds: number; rate?: number },
): Promise<Run> {
  const before = canReadCpu ? cpuOf(server.pid, bench.database.pid) : 0
  const outcome = await bench.load.run({ port: server.port, senders, ...about })
  const spent = canReadCpu ? cpuOf(server.pid, bench.database.pid) - before : Number.NaN
  return { ...outcome, cpu: spent / outcome.requests }
}

/** Floor and ours by turns, so that what else the machine does falls on both. */
async function byTurns(
  rounds: number,
  floor: () => Promise<Run>,
  ours: () => Promise<Run>,
): Promise<{ floor: Run[]; ours: Run[] }> {
  const runs: { floor: Run[]; ours: Run[] } = { floor: [], ours: [] }
  for (let round = 0; round < rounds; round++) {
    runs.floor.push(await floor())
    runs.ours.push(await ours())
  }
  return runs
}

type Figure = (run: Run) => number
const rate: Figure = ({ requests, seconds }) => requests / seconds

function compared(runs: { floor: Run[]; ours: Run[] }, figure: Figure, unit: string): Measured {
  return against(median(runs.ours.map(figure)), median(runs.floor.map(figure)), unit)
}

async function measureGet(bench: Bench): Promise<Results> {
  const [floor, ours] = [floorGet(bench), ourGet(bench)]
  await run(bench, bench.floor, floor, { seconds: seconds.warm })
  await run(bench, bench.ours, ours, { seconds: seconds.warm })
  const runs = await byTurns(
    rounds.full,
    () => run(bench, bench.floor, floor, { seconds: seconds.full }),
    () => run(bench, bench.ours, ours, { seconds: seconds.full }),
  )
  const cpu = canReadCpu ? { 'plan-get-cpu': compared(runs, ({ cpu }) => cpu, 'ms') } : {}
  return { 'plan-get': compared(runs, rate, 'requests/s'), ...cpu }
}

async function measurePaced(bench: Bench): Promise<Measured> {
  const [floor, ours] = [floorGet(bench), ourGet(bench)]
  const about = { seconds: seconds.paced, rate: fixedRate }
  await run(bench, bench.floor, floor, { ...about, seconds: seconds.warm })
  await run(bench, bench.ours, ours, { ...about, seconds: seconds.warm })
  const runs = await byTurns(
    rounds.paced,
    () => run(bench, bench.floor, floor, about),
    () => run(bench, bench.ours, ours, about),
  )
  return compared(runs, ({ p99 }) => p99, 'ms')
}

async function measurePut(bench: Bench): Promise<Measured> {
  const edits = await Promise.all(bench.seeded.planIds.map(id => editsOf(bench, id)))
  const floor: Sender[] = edits.map(({ bodies }) => ({ method: 'PUT', path: '/plans', headers: {}, bodies }))
  let ours = edits
  const runFloor = () => run(bench, bench.floor, floor, { seconds: seconds.full })
  const runOurs = async () => {
    const outcome = await run(bench, bench.ours, ours, { seconds: seconds.full })
    // Each connection goes on from the version where it stopped.
    ours = ours.map((sender, at) => ({ ...sender, version: outcome.versions[at] ?? 1 }))
    return outcome
  }
  await runFloor()
  await runOurs()
  return compared(await byTurns(rounds.full, runFloor, runOurs), rate, 'saves/s')
}

/** Edits of one plan by turns: hours, a text and an end of a learning period differ, so projections change too. */
async function editsOf(
  { ours, seeded }: Bench,
  id: string,
): Promise<Sender & { readonly bodies: readonly string[] }> {
  const path = `/api/plans/${id}`
  const answer = await fetch(`http://127.0.0.1:${ours.port}${path}`, { headers: { cookie: seeded.cookie } })
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`)
  const { version, plan } = (await answer.json()) as { version: number; plan: Plan }
  const bodies = [1, 2].map(turn => JSON.stringify({ plan: edited(plan, turn), reason: `Muutos ${turn}` }))
  const headers = { cookie: seeded.cookie, 'x-csrf-token': seeded.csrfToken, accept: 'application/json' }
  return { method: 'PUT', path, headers, bodies, version }
}

function edited(plan: Plan, turn: number): Plan {
  const [first, ...others] = plan.vocationalUnits ?? []
  if (first === undefined) return plan
  const [period, ...periods] = first.learningPeriods ?? []
  const learningPeriods =
    period === undefined ? [] : [{ ...period, end: later(period.end, turn) }, ...periods]
  const unit = { ...first, teachingHours: 100 + turn, deviation: `Muutettu ${turn}`, learningPeriods }
  return { ...plan, vocationalUnits: [unit, ...others] }
}

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
