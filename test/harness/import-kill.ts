import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterAll, expect } from 'vitest'
import type { Uuid } from '../../src/platform/ids.ts'
import type { ChildEnd, ChildOrder, ChildTask, Death } from './import-child.ts'

const childFile = fileURLToPath(new URL('./import-child.ts', import.meta.url))
const compileCache = fileURLToPath(new URL('../../.cache/compile', import.meta.url))

/**
 * From when on an import is killed, and how far it may get at the most: all of it together is less than the whole. Between
 * two transactions is where what belongs together would be torn: so one of them is always there.
 */
const kills: readonly (Pick<Death, 'from' | 'at'> & { readonly moments: readonly Death['moment'][] })[] = [
  { from: 'start', at: 1, moments: ['before', 'sent'] },
  { from: 'batch', at: 0.3, moments: ['before', 'sent'] },
  { from: 'batch', at: 0.3, moments: ['committed'] },
]

export interface Place {
  readonly state: string
  readonly position: number
}

/** Kills imports, and tells what they leave behind. */
export function importKiller({ owner, url }: { readonly owner: pg.Pool; readonly url: string }) {
  const children = new Set<ChildProcess>()
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })

  /** Runs an import in a process of its own; undefined when it died before its end. */
  async function start(task: Omit<ChildTask, 'url'>): Promise<ChildEnd | undefined> {
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
    const child = fork(childFile, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    children.add(child)
    let end: ChildEnd | undefined
    child.on('message', message => {
      end = message as ChildEnd
    })
    child.send({ url, ...task })
    await once(child, 'exit')
    children.delete(child)
    return end
  }

  /** Brings in undisturbed. */
  async function calmly(providerId: Uuid, order: ChildOrder): Promise<ChildEnd> {
    const end = await start({ providerId, order })
    expect(end?.outcome, end?.lines.join('\n')).toMatch(/^(done|code 0)$/)
    return end as ChildEnd
  }

  /** Kills at random places and gives it again each time, until it may end. Answers the places where it was left. */
  async function killing(
    providerId: Uuid,
    order: ChildOrder,
    messages: ChildEnd['messages'],
  ): Promise<Place[]> {
    const places: Place[] = []
    for (const { at: share, from, moments } of kills) {
      const at = 1 + Math.floor(Math.random() * messages[from] * share)
      const moment = moments[Math.floor(Math.random() * moments.length)] ?? 'before'
      const death: Death = { from, at, moment }
      const end = await start({ providerId, order, death })
      const told = JSON.stringify({ death, messages, places })
      expect(end, `it was to die: ${told}`).toBeUndefined()
      places.push(await afterDeath(owner, providerId))
    }
    await calmly(providerId, order)
    return places
  }

  return { calmly, killing }
}

/** Waits until the database has noticed, and lets the time pass after which the run's worker is taken for dead. */
async function afterDeath(owner: pg.Pool, providerId: Uuid): Promise<Place> {
  for (;;) {
    const { rows } = await owner.query(
      `select pid from pg_stat_activity where datname = current_database() and application_name like 'yhdessa%'`,
    )
    if (rows.length === 0) break
    await setTimeout(10)
  }
  await owner.query(
    `update import_run set heartbeat_at = heartbeat_at - interval '1 hour' where provider_id = $1`,
    [providerId],
  )
  const { rows } = await owner.query<Place>(
    'select state, position from import_run where provider_id = $1 order by id desc limit 1',
    [providerId],
  )
  return rows[0] ?? { state: 'none', position: 0 }
}

type Row = Readonly<Record<string, unknown>>

// How often it was tried, and from where: that is what differs between a run that was killed and one that was not.
const ofTries = new Set(['attempts', 'storing_from'])
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g

/**
 * Every row of a provider in every table, and what its jobs say, as sorted texts: times without what they are, and ids as
 * whose they are where that is known.
 */
export async function everythingOf(owner: pg.Pool, providerId: Uuid): Promise<Record<string, string[]>> {
  const tables = await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t
       using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'provider_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const rowsOf = async (name: string) =>
    (
      await owner.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t where provider_id = $1`, [
        providerId,
      ])
    ).rows.map(({ row }) => row)
  const all = new Map<string, Row[]>()
  for (const { name } of tables.rows) all.set(name, await rowsOf(name))
  const names = new Map([[providerId as string, 'provider']])
  const call = (table: string, key: string) => {
    for (const row of all.get(table) ?? []) names.set(String(row.id), `${table} ${row[key]}`)
  }
  call('student', 'student_oid')
  call('plan', 'study_right_oid')
  call('staff_member', 'staff_number')
  const told = (row: Row): string =>
    JSON.stringify(row, (key, value) => (ofTries.has(key) ? undefined : value))
      .replace(uuid, id => names.get(id) ?? 'id')
      .replace(instant, 'then')
  const sorted = (rows: readonly Row[]) => rows.map(told).sort()
  return {
    ...Object.fromEntries([...all].map(([name, rows]) => [name, sorted(rows)])),
    jobs: sorted(await jobsOf(owner, providerId)),
  }
}

/** A job for each plan: how many are told of together is no matter. */
async function jobsOf(owner: pg.Pool, providerId: Uuid): Promise<readonly Row[]> {
  const { rows } = await owner.query<{ name: string; data: Row }>(
    `select name, data from pgboss.job where data->>'providerId' = $1`,
    [providerId],
  )
  return rows.flatMap(({ data, name }): Row[] =>
    Array.isArray(data.planIds) ? data.planIds.map(planId => ({ name, planId })) : [{ name, data }],
  )
}

/** What one has and the other has not, some of each table. */
export function differences(expected: Record<string, string[]>, found: Record<string, string[]>) {
  const shown = 3
  return Object.keys({ ...expected, ...found }).flatMap(table => {
    const [lost, more] = [without(expected[table], found[table]), without(found[table], expected[table])]
    return lost.length + more.length === 0
      ? []
      : [
          {
            table,
            lost: [lost.length, ...lost.slice(0, shown)],
            more: [more.length, ...more.slice(0, shown)],
          },
        ]
  })
}

/** Of two sorted lists, with as many of each as there are. */
function without(list: readonly string[] = [], others: readonly string[] = []): string[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return list.filter(one => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
