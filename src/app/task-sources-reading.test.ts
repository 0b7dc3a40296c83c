import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedWaiting, type Waiting } from '../../bench/seed-my-list.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { explained, flat, met, type PlanNode } from '../../test/harness/explain.ts'
import { gatherTasks } from '../features/tasks/service.ts'
import type { Person } from '../platform/access/actor.ts'
import { openDatabase } from '../platform/db/database.ts'
import { read } from '../platform/db/door.ts'
import { plainDateOf } from '../platform/time/plain-date.ts'
import { taskSources } from './task-sources.ts'

// How the database reads each source of one's own list, asked as the application's role.
const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())
const students = 3_000
const today = plainDateOf('2026-11-23')
let waiting: Waiting

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const plan = { studentOid: '', firstApprovedOn: '2025-09-01', needToAcquireCompetence: true }
  waiting = await seedWaiting(owner, url, plan, students, today)
  await owner.end()
}, 120_000)

/** What one source reads for a person of the role, and how many things it tells. */
async function reading(source: (typeof taskSources)[number], role: 'teacher' | 'guidance') {
  const { provider } = waiting
  const person: Person = { kind: 'person', id: waiting[role], name: '', providerId: provider, roles: [role] }
  let total = 0
  const nodes = await explained(database, provider, () =>
    read(database, provider, async transaction => {
      const [found] = await gatherTasks(transaction, { person, today, language: 'fi' }, [source])
      total = found?.total ?? 0
    }),
  )
  return { nodes: nodes.flatMap(flat), total }
}

/** Tables with rows by student or by plan. */
const large = new Set([
  ...['student', 'study_right', 'plan', 'plan_version', 'learning_period', 'contact', 'delivery', 'approval'],
  ...['recognition', 'invitation', 'proposal', 'help_request', 'sign', 'measure', 'plan_conflict'],
])

const wholly = (nodes: readonly PlanNode[]) =>
  nodes.filter(node => node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? ''))
const readings = (nodes: readonly PlanNode[]) =>
  nodes
    .filter(node => /Scan/.test(node['Node Type']) && (node['Relation Name'] ?? node['Index Name']))
    .map(node => ({ where: node['Relation Name'] ?? node['Index Name'], met: met(node) }))

describe.each(taskSources.map(source => [source.name, source] as const))('%s', (_name, source) => {
  test('a teacher’s list is read from their own students, and from what waits', async () => {
    const { nodes } = await reading(source, 'teacher')
    expect(wholly(nodes)).toEqual([])
    expect(readings(nodes).filter(one => one.met > students / 8)).toEqual([])
  })
})

test('the sources tell of many, for only then the readings prove something', async () => {
  const totals: number[] = []
  for (const source of taskSources) totals.push((await reading(source, 'guidance')).total)
  expect(totals.filter(total => total > 10).length).toBeGreaterThanOrEqual(12)
})
