import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { explained, fenceFaults, flat, met } from '../../../test/harness/explain.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { listNotes, listRuns } from './queries.ts'

const { url } = await testDatabase()
const database = openDatabase(url, { connections: 1 })
afterAll(() => database.close())
const provider = newId()
const runs = 3_000
const middle = newId()

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const [at, id] of [provider, newId(), newId(), newId()].entries()) {
    await owner.query(
      `insert into provider (id, oid, name_fi, language) values ($1, $2, 'Keksitty opisto', 'fi')`,
      [id, `1.2.246.562.10.${at}`],
    )
    await owner.query(
      `insert into import_run (provider_id, id, kind, origin, source, state, requested_at)
       select $1, case when n = 1 and $3 then $4 else gen_random_uuid() end,
         (array['koski', 'hoks', 'students'])[1 + n % 3], 'schedule', 'test',
         case when n % 10 = 0 then 'stopped' else 'done' end, now() - n * interval '1 hour'
       from generate_series(1, $2::int) n`,
      [id, runs, id === provider, middle],
    )
  }
  await owner.query(
    `insert into import_note (provider_id, run_id, number, outcome, document, pointer, code)
     select provider_id, id, n, 'refused', 'a', '/0', 'x' from import_run, generate_series(1, 5) n`,
  )
  await owner.query('vacuum analyze')
  await owner.end()
}, 60_000)

const page = 20
const filters = [{}, { kind: 'hoks' }, { after: middle }, { kind: 'koski', after: middle }] as const

test.each(filters)('the list of runs, %j, is read by indexes of the provider', async filter => {
  const nodes = await explained(database, provider, () =>
    read(database, provider, transaction => listRuns(transaction, { ...filter, limit: page })),
  )
  expect(fenceFaults(nodes)).toEqual([])
  // One in three is of a kind, with room for chance.
  expect(Math.max(...nodes.flatMap(flat).map(met))).toBeLessThanOrEqual('kind' in filter ? 6 * page : page)
})

test('the report of a run is read by indexes of the provider', async () => {
  const nodes = await explained(database, provider, () =>
    read(database, provider, transaction => listNotes(transaction, middle, 1, page)),
  )
  expect(fenceFaults(nodes)).toEqual([])
  expect(Math.max(...nodes.flatMap(flat).map(met))).toBe(4)
})
