import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStudents } from '../../../bench/seed-growth.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { explained as explain, fenceFaults, flat, met } from '../../../test/harness/explain.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { StudentFilters } from './contract-list.ts'
import { choicesOfList } from './queries-list-choices.ts'
import { fewAtMost } from './rules-search.ts'
import { findStudents } from './service-list.ts'

// How the database reads each list that the page offers, asked as the application's role: the owner passes the fence, and
// its plans prove nothing.
const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())
const students = 3_000
const personId = newId()
let provider: Uuid

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  provider = await seedStudents(owner, { students, others: 9_000, plans: 0 })
  await owner.query(
    `insert into staff_member (provider_id, id, staff_number, person_id, changed_at) values ($1, $2, '1', $2, now())`,
    [provider, personId],
  )
  await owner.query(
    `update student set teacher_id = $2 where provider_id = $1 and group_code in ('R1', 'R2')`,
    [provider, personId],
  )
  await owner.query('vacuum analyze')
  await owner.end()
}, 60_000)

const explained = (work: () => Promise<unknown>) => explain(database, provider, work)

const page = 20
const find = (
  filters: StudentFilters,
  sort: 'name' | 'group',
  more: { backwards?: boolean; language?: 'fi' | 'sv' } = {},
) =>
  read(database, provider, transaction =>
    findStudents(
      transaction,
      { kind: 'person', id: personId, name: '', providerId: provider, roles: ['teacher'] },
      {
        filters,
        sort,
        personId,
        backwards: false,
        language: 'fi',
        today: plainDateOf('2026-11-23'),
        after: undefined,
        limit: page,
        ...more,
      },
    ),
  )

const texts: readonly StudentFilters[] = [{}, { text: 'v' }, { text: 'mat' }, { text: 'matti korho' }]
const narrowings: readonly StudentFilters[] = [
  {},
  { group: 'R7' },
  { mine: true },
  { mine: true, group: 'R1' },
  { qualification: 'OPH-100-2025' },
  { qualification: 'OPH-159-2025' },
  { rightState: 'lasna' },
  { rightState: 'eronnut' },
  ...(['none', 'errors', 'warnings', 'fine'] as const).map(planState => ({ planState })),
  { qualification: 'OPH-159-2025', rightState: 'eronnut', planState: 'none' },
  { mine: true, planState: 'none' },
]
const combinations = texts.flatMap(text => narrowings.map(narrowing => ({ ...text, ...narrowing })))

test.each(combinations)('%j is read by indexes of the provider', async filters => {
  for (const sort of filters.text === undefined ? (['name', 'group'] as const) : (['name'] as const)) {
    const nodes = await explained(() => find(filters, sort))
    expect(nodes.length).toBeGreaterThan(0)
    expect(fenceFaults(nodes)).toEqual([])
  }
})

/** How many rows of students or keys a page of 20 meets, and by which index. */
test.each<[StudentFilters, 'name' | 'group', string, number]>([
  [{}, 'name', 'student_name_fi', 60],
  [{}, 'group', 'student_group_fi', 60],
  [{ group: 'R7' }, 'name', 'student_group_fi', 60],
  [{ mine: true }, 'name', 'student_teacher_fi', 60],
  [{ rightState: 'lasna' }, 'name', 'student_name_fi', 100],
  [{ text: 'v' }, 'name', 'student_key_pkey', 100],
  [{ text: 'mat' }, 'name', 'student_key_pkey', 100],
  // Counting, up to the bound, is part of it.
  [{ text: 'v', rightState: 'lasna' }, 'name', 'student_key_pkey', fewAtMost + 1],
])('%j by %s: %s, at most %i rows', async (filters, sort, index, atMost) => {
  const nodes = (await explained(() => find(filters, sort))).flatMap(flat)
  const driver = nodes.filter(node => node['Index Name'] === index && node['Actual Loops'] === 1)
  expect(driver.length).toBeGreaterThan(0)
  const conditions = driver.map(node => node['Index Cond'] ?? '').join()
  if (filters.text !== undefined && filters.rightState === undefined)
    expect(conditions).toMatch(/key >= .*key < /)
  const ofStudents = nodes.filter(node => node['Relation Name'] === 'student' && node['Actual Loops'] === 1)
  expect(Math.max(...[...driver, ...ofStudents].map(met))).toBeLessThanOrEqual(
    Math.max(atMost, filters.rightState && filters.text ? 1001 : 0),
  )
})

test.each([
  [{ backwards: true }, 'student_name_fi'],
  [{ language: 'sv' as const }, 'student_name_sv'],
])('%j is read from %s', async (more, index) => {
  const nodes = (await explained(() => find({}, 'name', more))).flatMap(flat)
  expect(nodes.map(node => node['Index Name'])).toContain(index)
  expect(Math.max(...nodes.map(met))).toBeLessThanOrEqual(2 * page)
})

test('what the list can be narrowed by is gathered from indexes', async () => {
  const nodes = await explained(() =>
    read(database, provider, transaction => choicesOfList(transaction, personId)),
  )
  expect(nodes.length).toBeGreaterThan(0)
  expect(fenceFaults(nodes)).toEqual([])
})

test('a reading that the fence makes slow is noticed', async () => {
  const nodes = await explained(() =>
    read(database, provider, transaction =>
      transaction.selectFrom('student').select('id').where('called_name', 'ilike', '%mat%').execute(),
    ),
  )
  expect(Math.max(...nodes.flatMap(flat).map(met))).toBeGreaterThanOrEqual(students)
})
