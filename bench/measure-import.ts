import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { inventedOids } from '../src/features/plans/factory.ts'
import { newId } from '../src/platform/ids.ts'
import { type Imported, importOnce } from './children.ts'
import { type BenchDatabase, startBenchDatabase } from './database.ts'
import { against, type Measured, type Results } from './report.ts'

const few = 2_000
const many = 20_000
const floorRound = 5_000
const rowsAtOnce = 100

/** HOKSes a second from a file to stored plans, against a bare insert of the same bodies; and the memory of it. */
export async function measureImport(plan: Buffer): Promise<Pick<Results, 'import' | 'import-memory'>> {
  const database = await startBenchDatabase()
  const folder = await mkdtemp(fileURLToPath(new URL('../.cache/bench-import-', import.meta.url)))
  try {
    const small = await importInto(database, folder, plan, few)
    await database.owner.query('create table bench_floor (id uuid primary key, body jsonb not null)')
    const floors = [await insertRows(database.owner, plan, 0)]
    const large = await importInto(database, folder, plan, many)
    floors.push(await insertRows(database.owner, plan, floorRound))
    const floor = floors.reduce((sum, rate) => sum + rate, 0) / floors.length
    const memory: Measured = against(large.megabytes, small.megabytes, 'MB')
    return { import: against(many / large.seconds, floor, '/s'), 'import-memory': memory }
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A provider of its own with its students, and a file of their plans. */
async function importInto(
  { owner, url }: BenchDatabase,
  folder: string,
  plan: Buffer,
  count: number,
): Promise<Imported> {
  const [providerId, oid] = [newId(), `1.2.246.562.10.${count}`]
  await owner.query(`insert into provider (id, oid, name_fi, language) values ($1, $2, 'Keksitty', 'fi')`, [
    ...[providerId, oid],
  ])
  await insertStudents(owner, providerId, count)
  const file = join(folder, `hoks-${count}.json`)
  await pipeline(Readable.from(planTexts(plan, count)), createWriteStream(file))
  // Not all tables: one that is analysed while it is empty is planned for as empty.
  await owner.query('analyze student, study_right')
  const imported = await importOnce(url, oid, file)
  const { rows } = await owner.query('select count(*)::int as plans from plan where provider_id = $1', [
    providerId,
  ])
  if (imported.code !== 0 || rows[0]?.plans !== count)
    throw new Error(`The import ended with: ${imported.last}`)
  return imported
}

function* planTexts(plan: Buffer, count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    yield `${number === 0 ? '[' : ',\n'}${JSON.stringify(variant(plan, number))}`
  }
  yield ']'
}

function variant(plan: Buffer, number: number): object {
  const { studentOid, studyRightOid } = inventedOids(number)
  const { id: _id, eid: _eid, ...national } = JSON.parse(plan.toString('utf8')) as Record<string, unknown>
  return { ...national, 'oppija-oid': studentOid, 'opiskeluoikeus-oid': studyRightOid }
}

async function insertStudents(owner: pg.Client, providerId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => {
    const { studentOid, studyRightOid } = inventedOids(number)
    return { id: newId(), studentOid, studyRightOid }
  })
  const json = JSON.stringify(rows)
  await owner.query(
    `insert into student (provider_id, id, student_oid, called_name, family_name, sort_name)
     select $1, id, "studentOid", 'Esimerkki', 'Opiskelija', 'opiskelija esimerkki'
     from jsonb_to_recordset($2) as n (id uuid, "studentOid" text)`,
    [providerId, json],
  )
  const body = {
    type: 'ammatillinenkoulutus',
    startsOn: '2023-08-01',
    states: [{ start: '2023-08-01', state: 'lasna' }],
    attainments: [{ type: 'ammatillinentutkinto' }],
  }
  await owner.query(
    `insert into study_right (provider_id, oid, student_id, body, starts_on, source)
     select $1, "studyRightOid", id, $3::jsonb || jsonb_build_object('oid', "studyRightOid", 'studentOid', "studentOid"),
       '2023-08-01', 'bench'
     from jsonb_to_recordset($2) as n (id uuid, "studentOid" text, "studyRightOid" text)`,
    [providerId, json, JSON.stringify(body)],
  )
}

/** Bodies a second by inserts of a hundred rows each, committed each. */
async function insertRows(owner: pg.Client, plan: Buffer, from: number): Promise<number> {
  const bodies = Array.from({ length: floorRound }, (_, at) => JSON.stringify(variant(plan, from + at)))
  const began = performance.now()
  for (let at = 0; at < bodies.length; at += rowsAtOnce) {
    const batch = bodies.slice(at, at + rowsAtOnce)
    const places = batch.map((_, row) => `($${row * 2 + 1}, $${row * 2 + 2})`).join()
    const values = batch.flatMap(body => [randomUUID(), body])
    await owner.query(`insert into bench_floor (id, body) values ${places}`, values)
  }
  return floorRound / ((performance.now() - began) / 1000)
}
