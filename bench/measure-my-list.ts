import { sql } from 'kysely'
import { taskSources } from '../src/app/task-sources.ts'
import type { Plan } from '../src/features/plans/contract.ts'
import { ownTasks } from '../src/features/tasks/service.ts'
import type { Person } from '../src/platform/access/actor.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { read } from '../src/platform/db/door.ts'
import { type PlainDate, plainDateOf } from '../src/platform/time/plain-date.ts'
import { startBenchDatabase } from './database.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'
import { seedWaiting, type Waiting } from './seed-my-list.ts'

const everybody = 20_000
const rounds = 21
const today = plainDateOf('2026-11-23')

/**
 * Milliseconds of the whole list of somebody of guidance, who has all students of a provider: every source, the names, and the
 * order. The floor counts what waits, table by table, and tells of nobody.
 */
export async function measureMyList(plan: Plan, students = everybody): Promise<Measured> {
  const held = await startBenchDatabase()
  try {
    const waiting = await seedWaiting(held.owner, held.url, plan, students, today)
    const database = openDatabase(held.url, { connections: 1 })
    try {
      await demandTasks(database, waiting)
      const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
      for (let round = 0; round < rounds; round++) {
        times.floor.push(await milliseconds(() => bareCounts(database, waiting, today)))
        times.ours.push(await milliseconds(() => wholeList(database, waiting)))
      }
      return against(median(times.ours), median(times.floor), 'ms')
    } finally {
      await database.close()
    }
  } finally {
    await held.stop()
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function wholeList(database: Database, { guidance, provider }: Waiting) {
  const person: Person = { kind: 'person', id: guidance, name: '', providerId: provider, roles: ['guidance'] }
  const reader = { person, today, language: 'fi' } as const
  const how = { sources: taskSources, text: (_language: string, key: string) => key, kind: undefined }
  return read(database, provider, transaction => ownTasks(transaction, reader, how))
}

/** A list without its kinds would be quick for nothing. */
async function demandTasks(database: Database, waiting: Waiting): Promise<void> {
  const { list } = await wholeList(database, waiting)
  console.log(`Waits: ${list.totals.map(({ count, kind }) => `${kind} ${count}`).join(', ')}`)
  const kinds = ['approval', 'proposal', 'help', 'period-ending', 'plan-missing', 'refusal', 'conflict']
  const more = ['recognition', 'invitation', 'measure', 'sign', 'findings']
  const told = new Set<string>(list.totals.map(({ kind }) => kind))
  const missing = [...kinds, ...more].filter(kind => !told.has(kind))
  if (missing.length > 0) throw new Error(`The benchmark has nothing of ${missing.join(', ')}`)
}

/** One count for each of the sources, behind the same fence. */
async function bareCounts(database: Database, { provider }: Waiting, day: PlainDate): Promise<void> {
  const counts = [
    sql`approval where state in ('asked', 'declined')`,
    sql`proposal where state = 'open'`,
    sql`help_request where state in ('open', 'taken')`,
    sql`learning_period where ends_on between ${day}::date - 59 and ${day}::date + 14`,
    sql`study_right r where present_state = 'lasna' and vanished_at is null
      and not exists (select from plan p where p.provider_id = r.provider_id and p.study_right_oid = r.oid)`,
    sql`delivery where state in ('refused', 'differs')`,
    sql`plan_removal where told_done_at is null and confirmed_at is null`,
    sql`plan_conflict where settled_at is null`,
    sql`recognition where state in ('asked', 'with-assessors')`,
    sql`invitation where state = 'waiting' and claimed_at is not null`,
    sql`measure where state = 'agreed' and due_on <= ${day}::date`,
    sql`sign where state = 'open'`,
    sql`plan where errors > 0 or warnings > 0`,
  ]
  await read(database, provider, async transaction => {
    for (const counted of counts) await sql`select count(*) from ${counted}`.execute(transaction)
  })
}
