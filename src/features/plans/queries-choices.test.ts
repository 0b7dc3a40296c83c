import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStudents } from '../../../bench/seed-growth.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { explained, fenceFaults, flat, met } from '../../../test/harness/explain.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { instructorsAt, tasksAt, workplacesByName } from './queries-choices.ts'

// How the database reads what is offered while a plan is written, asked as the application's role.
const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())
let provider: Uuid

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  provider = await seedStudents(owner, { students: 1_500, others: 1_500, plans: 0 })
  await owner.query(
    `insert into plan (provider_id, id, hoks_id, eid, study_right_oid, student_oid, student_id, version, findings, errors,
       warnings, checked_on, codes, saved_at, author_kind, source, created_at)
     select r.provider_id, gen_random_uuid(), row_number() over (), gen_random_uuid(), r.oid, 'x', r.student_id, 1, '[]', 0, 0,
       '2026-11-23', '{}', now(), 'system', 'test', now() from study_right r`,
  )
  // Each plan has three periods at workplaces of which one is everybody's.
  await owner.query(
    `insert into learning_period (provider_id, plan_id, pointer, method_code, starts_on, ends_on, interruptions,
       workplace_name, business_id, instructor_contact_id)
     select provider_id, id, '/vocationalUnits/0/learningPeriods/' || n, 'osaamisenhankkimistapa_koulutussopimus',
       '2026-01-07', date '2026-06-01' + n, '[]', case n when 1 then 'Suuri Tehdas Oy' else 'Paja ' || hoks_id % 900 end,
       '1234567-1', gen_random_uuid()
     from plan, generate_series(1, 3) n`,
  )
  await owner.query('vacuum analyze')
  await owner.end()
}, 60_000)

const big = { name: 'suuri tehdas oy', businessId: '1234567-1' }

test.each([
  ['one workplace of thousands of periods', 'suuri', 1],
  ['many workplaces', 'paja 1', 21],
  ['none', 'ö', 0],
])('%s: a step for each, by the index of the provider', async (_what, beginning, count) => {
  let found = 0
  const nodes = await explained(database, provider, async () => {
    found = (await read(database, provider, tx => workplacesByName(tx, beginning, 21))).length
  })
  expect(found).toBe(count)
  expect(fenceFaults(nodes)).toEqual([])
  const readings = nodes.flatMap(flat).filter(node => node['Relation Name'] === 'learning_period')
  expect(readings.map(node => node['Index Name'])).toContain('learning_period_workplace')
  expect(Math.max(...readings.map(met))).toBeLessThanOrEqual(150)
})

test.each([
  ['instructors', () => read(database, provider, tx => instructorsAt(tx, big, 20)), 400],
  ['duties', () => read(database, provider, tx => tasksAt(tx, big, 3)), 20],
])('%s of a large workplace are read from its newest periods', async (_what, work, atMost) => {
  const nodes = await explained(database, provider, work)
  expect(fenceFaults(nodes)).toEqual([])
  const readings = nodes.flatMap(flat).filter(node => node['Relation Name'] === 'learning_period')
  expect(Math.max(...readings.map(met))).toBeLessThanOrEqual(atMost)
})
