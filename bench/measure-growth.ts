import type { Plan } from '../src/features/plans/contract.ts'
import type { Uuid } from '../src/platform/ids.ts'
import { type LoadGenerator, type Server, startLoadGenerator, startServer, stopChildren } from './children.ts'
import { type BenchDatabase, startBenchDatabase } from './database.ts'
import { median, type Sender } from './load-job.ts'
import { against, type Measured, type Name, type Results } from './report.ts'
import { signIn } from './seed.ts'
import { type Growth, seedStudents } from './seed-growth.ts'
import { seedPlans } from './seed-growth-plans.ts'

const small: Growth = { students: 1_000, others: 0, plans: 1_000 }
const large: Growth = { students: 100_000, others: 400_000, plans: 200_000 }
const connections = 4
const rounds = 7
const seconds = { warm: 4, run: 3 }
/** So few requests a second that one seldom waits for another: the answer's own time is compared. */
const rate = { search: 40, get: 100 }

/** A provider in a database of its own, with the service on it. */
interface Side {
  readonly database: BenchDatabase
  readonly server: Server
  readonly provider: Uuid
  readonly cookie: string
}

/** The same requests of a service that holds much and of one that holds little, by turns. */
export async function measureGrowth(wanted: ReadonlySet<Name>, plan: Plan): Promise<Results> {
  const databases: BenchDatabase[] = []
  const start = async (growth: Growth): Promise<Side> => {
    const database = await startBenchDatabase()
    databases.push(database)
    const provider = await seedStudents(database.owner, growth)
    if (wanted.has('get-growth')) await seedPlans(database.owner, database.url, provider, plan, growth.plans)
    const { cookie } = await signIn(database.owner, provider)
    return { database, provider, cookie, server: await startServer('./our-server.ts', database.url) }
  }
  try {
    const sides = { little: await start(small), much: await start(large) }
    const load = await startLoadGenerator()
    const results: Results = {}
    if (wanted.has('search-growth'))
      results['search-growth'] = await compare(load, sides, searchPaths, rate.search)
    if (wanted.has('get-growth')) results['get-growth'] = await compare(load, sides, planPaths, rate.get)
    return results
  } finally {
    await stopChildren()
    for (const database of databases) await database.stop()
  }
}

async function compare(
  load: LoadGenerator,
  sides: { readonly little: Side; readonly much: Side },
  pathsOf: (side: Side) => Promise<readonly string[]>,
  requestsPerSecond: number,
): Promise<Measured> {
  const senders = {
    little: sendersOf(sides.little, await pathsOf(sides.little)),
    much: sendersOf(sides.much, await pathsOf(sides.much)),
  }
  const p95 = async (side: 'little' | 'much', during: number): Promise<number> => {
    const job = {
      port: sides[side].server.port,
      senders: senders[side],
      seconds: during,
      rate: requestsPerSecond,
    }
    return (await load.run(job)).p95
  }
  await p95('little', seconds.warm)
  await p95('much', seconds.warm)
  const times: { little: number[]; much: number[] } = { little: [], much: [] }
  for (let round = 0; round < rounds; round++) {
    times.little.push(await p95('little', seconds.run))
    times.much.push(await p95('much', seconds.run))
  }
  return against(median(times.much), median(times.little), 'ms')
}

/** Each connection begins at another of the paths. */
function sendersOf({ cookie }: Side, paths: readonly string[]): Sender[] {
  return Array.from({ length: connections }, (_, at) => {
    const from = Math.floor((at * paths.length) / connections)
    const turned = [...paths.slice(from), ...paths.slice(0, from)]
    return { method: 'GET', path: '/', paths: turned, headers: { cookie, accept: 'application/json' } }
  })
}

/** As people type: the family name letter by letter, then the given name's beginning; some begin with the given name. */
async function searchPaths({ database, provider }: Side): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ called: string; family: string; number: string }>(
    `select called_name as called, family_name as family, student_oid as number from student
     where provider_id = $1 order by md5(id::text) limit 40`,
    [provider],
  )
  const typed = rows.flatMap(({ called, family, number }, at) => {
    const whole = at % 3 === 0 ? `${called} ${family}` : `${family} ${called}`
    const letters = Array.from({ length: Math.min(whole.length, 14) }, (_, end) => whole.slice(0, end + 1))
    const parts = [`${called.slice(0, 3)} ${family.slice(0, 3)}`, number.slice(number.lastIndexOf('.') + 1)]
    return [...letters.filter(text => !text.endsWith(' ')), ...parts]
  })
  return typed.map(text => `/api/students?${new URLSearchParams({ text, limit: '25' })}`)
}

async function planPaths({ database, provider }: Side): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from plan where provider_id = $1 order by md5(id::text) limit 5000',
    [provider],
  )
  return rows.map(({ id }) => `/api/plans/${id}`)
}
