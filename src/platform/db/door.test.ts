import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { newId } from '../ids.ts'
import { compiler, read, readOnce, type Tenant, write } from './door.ts'

const { database, owner } = await testDatabase()
const [one, other] = [newId(), newId()]
for (const [id, oid] of [
  [one, '1.2.246.562.10.1'],
  [other, '1.2.246.562.10.2'],
]) {
  await owner.query(`insert into provider (id, oid, name_fi, language) values ($1, $2, 'Keksitty', 'fi')`, [
    id,
    oid,
  ])
}

const student = (providerId: string, oid: string) => ({
  provider_id: providerId,
  id: newId(),
  student_oid: oid,
})
const add = (tenant: Tenant, providerId: string, oid: string) =>
  write(database, tenant, tx => tx.insertInto('student').values(student(providerId, oid)).execute())
const oids = (tenant: Tenant) =>
  read(database, tenant, tx =>
    tx.selectFrom('student').select('student_oid').orderBy('student_oid').execute(),
  )

test('shows the rows of one provider and of no other', async () => {
  await add(one, one, 'a')
  await add(other, other, 'b')
  expect(await oids(one)).toEqual([{ student_oid: 'a' }])
  expect(await oids(other)).toEqual([{ student_oid: 'b' }])
  expect(await oids(null)).toEqual([])
})

test("refuses to write another provider's row", async () => {
  await expect(add(one, other, 'c')).rejects.toThrow(/row-level security/)
})

test('does not open to what is no UUID', async () => {
  await expect(read(database, "x'; drop table plan; --" as never, async () => 1)).rejects.toThrow(RangeError)
})

test('a failure stores nothing, and the connection is good for the next', async () => {
  for (let round = 0; round < 30; round += 1) {
    const failing = write(database, one, async tx => {
      await tx
        .insertInto('student')
        .values(student(one, `half ${round}`))
        .execute()
      await sql`select 1 / 0`.execute(tx)
    })
    await expect(failing).rejects.toThrow(/division by zero/)
  }
  expect(await oids(one)).toEqual([{ student_oid: 'a' }])
})

test('a statement that cannot be prepared fails alone', async () => {
  for (let round = 0; round < 3; round += 1) {
    await expect(read(database, one, tx => sql`select nothing from nowhere`.execute(tx))).rejects.toThrow(
      /nowhere/,
    )
    expect(await oids(one)).toHaveLength(1)
  }
})

test('a transaction that was kept is of no use after its end', async () => {
  let kept: Parameters<Parameters<typeof write>[2]>[0] | undefined
  await write(database, one, async tx => {
    kept = tx
  })
  await expect(kept?.selectFrom('student').selectAll().execute()).rejects.toThrow('has ended')
})

test('what was issued and not awaited does not leave after the end', async () => {
  let late: Promise<unknown> | undefined
  const failing = write(database, one, async tx => {
    late = tx.insertInto('student').values(student(one, 'late')).execute()
    late.catch(() => undefined)
    throw new Error('enough')
  })
  await expect(failing).rejects.toThrow('enough')
  await expect(late).rejects.toThrow()
  expect(await oids(one)).toEqual([{ student_oid: 'a' }])
})

const awkward = [
  "O'Brien",
  '\\',
  "\\'; drop table plan; --",
  '$1',
  '{"a":1}',
  'å\u0000'.slice(0, 1),
  '\n',
  'null',
  '',
]

test.each(awkward)('a parameter arrives as it was: %j', async value => {
  const [row] = await readOnce<{ text: string }>(
    database,
    one,
    sql`select ${value}::text as text`.compile(compiler),
  )
  expect(row?.text).toBe(value)
  const inside = await read(database, one, tx =>
    sql<{ list: string[] }>`select ${[value, 'x']}::text[] as list`.execute(tx),
  )
  expect(inside.rows[0]?.list).toEqual([value, 'x'])
})

test('other kinds of parameters arrive as they were', async () => {
  const at = new Date('2026-11-22T10:00:00.123Z')
  const bytes = Buffer.from([0, 1, 255, 39, 92])
  const { rows } = await read(database, one, tx =>
    sql`select ${at}::timestamptz as at, ${bytes}::bytea as bytes, ${true}::boolean as yes, ${null}::text as nothing,
      ${-1.5}::numeric::float8 as number, ${[]}::text[] as empty`.execute(tx),
  )
  expect(rows).toEqual([{ at, bytes, yes: true, nothing: null, number: -1.5, empty: [] }])
})

test('statements of one turn answer each its own', async () => {
  const answers = await read(database, one, tx =>
    Promise.all([1, 2, 3].map(n => sql<{ n: number }>`select ${n}::int as n`.execute(tx))),
  )
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
})

test('more statements than a connection keeps are prepared anew', async () => {
  await read(database, one, async tx => {
    for (let n = 0; n < 1_100; n += 1) {
      const { rows } = await sql<{ n: number }>`select ${n}::int as n, ${sql.lit(n)} as other`.execute(tx)
      expect(rows[0]?.n).toBe(n)
    }
  })
})
