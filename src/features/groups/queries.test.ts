import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStudents } from '../../../bench/seed-growth.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { explained, fenceFaults, flat, met } from '../../../test/harness/explain.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type GroupQuery, listGroups } from './queries.ts'

const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())
const personId = newId()
const students = 3_000
let provider: Uuid

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  provider = await seedStudents(owner, { students, others: 9_000, plans: 0 })
  await owner.query(
    `insert into staff_member (provider_id, id, staff_number, person_id, changed_at)
     select id, case when id = $1 and n = 1 then $2 else gen_random_uuid() end, n::text,
       case when id = $1 and n = 1 then $2 end, now() from provider, generate_series(1, 100) n where oid is not null`,
    [provider, personId],
  )
  await owner.query(
    `insert into student_group (provider_id, code, teacher_id, changed_at)
     select provider_id, group_code, case when group_code in ('R1', 'R2') and provider_id = $1 then $2::uuid end, now()
     from student group by provider_id, group_code`,
    [provider, personId],
  )
  await owner.query('vacuum analyze')
  await owner.end()
}, 60_000)

const page = 20
const queries: readonly [Partial<GroupQuery>, number][] = [
  [{}, page],
  [{ after: 'R5' }, page],
  [{ ended: true }, page],
  [{ mine: true }, 2],
]

test.each(queries)('the list of groups, %j, is read by indexes of the provider', async (query, count) => {
  let found = 0
  const nodes = await explained(database, provider, async () => {
    const actor = {
      kind: 'person',
      id: personId,
      name: '',
      providerId: provider,
      roles: ['teacher'],
    } as const
    const all = { mine: false, ended: false, after: undefined, limit: page, ...query }
    const rows = await read(database, provider, transaction =>
      listGroups(transaction, actor, plainDateOf('2026-11-23'), all),
    )
    found = rows.length
  })
  expect(found).toBe(count)
  expect(fenceFaults(nodes)).toEqual([])
  // A group has twenty students: those of other groups are not met.
  const ofStudents = nodes.flatMap(flat).filter(node => node['Relation Name'] === 'student')
  expect(ofStudents.length).toBeGreaterThan(0)
  expect(Math.max(...ofStudents.map(met))).toBeLessThanOrEqual(page * 20)
})
