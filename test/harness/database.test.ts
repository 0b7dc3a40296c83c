import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const { database, owner } = await testDatabase()

test('the application works in its own role, behind the fence', async () => {
  const { rows } = await database.pool.query('select current_user as who')
  expect(rows).toEqual([{ who: 'yhdessa_app' }])
  const { rows: tables } = await database.pool.query(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  )
  expect(tables).toEqual([{ passes: false }])
})

test('each file has a migrated database of its own', async () => {
  const { rows } = await owner.query<{ name: string; migrations: number }>(
    'select current_database() as name, (select count(*) from migration) as migrations',
  )
  expect(rows[0]?.name).toMatch(/^test_[0-9a-f]{12}$/)
  expect(Number(rows[0]?.migrations)).toBeGreaterThan(0)
})
