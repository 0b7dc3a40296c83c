import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { en } from '../features/imports/i18n/en.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { AppError } from '../platform/http/error.ts'
import { newId } from '../platform/ids.ts'
import { systemClock } from '../platform/time/clock.ts'
import { type StoreRecord, storeRecords } from './import-records.ts'
import type { Stored } from './import-run.ts'

const { database } = await testDatabase()
const run = {
  ...{ database, clock: systemClock, tenant: newId(), source: 'import' },
  jobs: { send: () => Promise.resolve() },
  reference: () => Promise.reject(new Error('not asked')),
}

const runs =
  (statement: ReturnType<typeof sql>): StoreRecord =>
  async (transaction: WriteTransaction) => {
    await statement.execute(transaction)
    return { read: 1, written: 1 }
  }
const good = runs(sql`select 1`)

/** What the report says, and how the run ended. */
async function outcomeOf(stores: readonly StoreRecord[]): Promise<{ report: Stored[]; thrown: unknown }> {
  const report: Stored[] = []
  const records = stores.map((store, at) => ({ pointer: `/${at}`, store }))
  const ended = storeRecords(run, records, async (_transaction, stored) => {
    report.push(stored)
  })
  const thrown = await ended.catch((error: unknown) => error)
  return { report, thrown }
}

test.each([
  [
    '22P02',
    runs(sql`select ${'secret-value'}::text::uuid`),
    { code: 'not-storable', params: { state: '22P02' } },
  ],
  ['22003', runs(sql`select 9000000000::integer`), { code: 'not-storable', params: { state: '22003' } }],
  [
    '23502',
    runs(sql`insert into person (id, name) values (gen_random_uuid(), null)`),
    { code: 'not-storable', params: { state: '23502' } },
  ],
  [
    'a rule of ours',
    () => Promise.reject(new AppError('plans.exists', 409)),
    { code: 'not-saved', params: { reason: 'plans.exists' } },
  ],
])('what is the fault of one record (%s) refuses that one and no other', async (_what, bad, refusal) => {
  const { report, thrown } = await outcomeOf([good, bad, good])
  expect(thrown).toBeUndefined()
  expect(report).toMatchObject([{ counts: { read: 2, written: 2 } }])
  expect(report[0]?.refused).toEqual([{ pointer: '/1', ...refusal }])
  expect(en.refusals).toHaveProperty(refusal.code)
})

test.each([
  ['a fault of ours', () => Promise.reject(new TypeError('oops')), 'oops'],
  ['a statement that is wrong', runs(sql`select no_such_column`), 'no_such_column'],
])('%s ends the run, and the report of what was stored is kept', async (_what, bad, words) => {
  const { report, thrown } = await outcomeOf([good, bad, good])
  expect(String(thrown)).toContain(words)
  expect(report).toMatchObject([
    { counts: { read: 1, written: 1 }, refused: [{ pointer: '/1', code: 'stopped' }] },
  ])
})
