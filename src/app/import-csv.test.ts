import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { newProvider } from '../../test/harness/people.ts'
import type { Engine } from '../features/imports/public.ts'
import { inventedOids } from '../features/plans/factory.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'
import { importFiles } from './import.ts'
import { importDefinitions } from './import-definitions.ts'
import { referencesNow } from './references-now.ts'

// The files through the engine, as a command brings them.

const { database, owner, url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'yhdessa-csv-'))
const jobs = await startJobs(url, silentLog)
afterAll(async () => {
  await jobs.stop()
  rmSync(folder, { recursive: true })
})
const definitions = importDefinitions({ jobs, referenceFor: referencesNow(database), issuer: 'test' })
const engine: Engine = { database, clock: systemClock, jobs, definitions, fetchers: {} }
const { id: provider } = await newProvider(owner)

async function run(kind: 'students' | 'staff', bytes: string | Uint8Array, whole = false) {
  const path = join(folder, `${kind}.csv`)
  writeFileSync(path, bytes)
  const lines: string[] = []
  const code = await importFiles(
    engine,
    provider,
    { kind, files: [path], whole },
    { say: line => lines.push(line) },
  )
  return { code, report: lines.join('\n') }
}

const heading = 'Oppijanumero;Etunimet;Sukunimi;Ryhmä;Vastuuopettaja;Puhelin;Turvakielto'
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => {
    const { studentOid } = inventedOids(700_000 + from + at)
    return `${studentOid};Keksi;Kuviteltu;R${at % 9};1001;+358 40 ${at};e`
  })
const students = async () =>
  (await owner.query('select count(*)::int as n from student where provider_id = $1', [provider])).rows[0].n

test('staff, then 3 000 students with mistakes, then what was mended', async () => {
  await run('staff', 'Henkilöstönumero;Etunimet;Sukunimi\n1001;Åke;Öhman\n')
  const good = rows(2_998)
  const bad = [';Keksi;Ilman;;;;', '1.2.246.562.24.99999999999;Salainen;Salanimi;;;;']
  const first = await run('students', `\ufeff${[heading, ...good, ...bad].join('\r\n')}\r\n`)
  expect(await students()).toBe(2_998)
  expect(first.report).toContain('/3000/Oppijanumero: Oppijanumero: nothing is told')
  expect(first.report).toContain('/3001/Oppijanumero')
  expect(first.report).not.toContain('Sala')
  await run('students', [heading, ...good, ...rows(2, 5_000)].join('\n'))
  expect(await students()).toBe(3_000)
  const { rows: contacts } = await owner.query(
    'select count(*)::int as n from student_contact where provider_id = $1 and phone is not null',
    [provider],
  )
  expect(contacts[0].n).toBe(3_000)
}, 120_000)

test('a file of older spreadsheets is read by its letters', async () => {
  const text = `Oppijanumero,Etunimet,Sukunimi\n${inventedOids(800_000).studentOid},Åke,Öhman\n`
  await run(
    'students',
    Uint8Array.from(text, letter => letter.charCodeAt(0)),
  )
  const { rows: found } = await owner.query(`select family_name from student where called_name = 'Åke'`)
  expect(found).toEqual([{ family_name: 'Öhman' }])
})

test.each([
  ['Oppijanumero;Etunimet\n1;2\n', 'Columns are missing: Sukunimi'],
  [`${heading};Muuta\n${rows(1)[0]};x\n`, 'not known: H'],
  ['', 'no rows'],
])('%# a file that is none changes nothing', async (text, reason) => {
  const before = await students()
  const { code, report } = await run('students', text, true)
  expect([code, await students()]).toEqual([1, before])
  expect(report).toContain(reason)
  const { rows: marked } = await owner.query('select 1 from student where vanished_at is not null')
  expect(marked).toEqual([])
})

test('with a row refused the engine notes that nobody was marked, and what was only left out is no refusal', async () => {
  const [one, two] = rows(2, 9_000)
  await run('students', [heading, one, two, ''].join('\n'))
  const marked = async () =>
    (await owner.query('select 1 from student where vanished_at is not null')).rows.length
  const half = await run('students', [heading, one, `${two?.split(';')[0]};Keksi`, ''].join('\n'), true)
  expect(half.report).toContain('Row 3 has 2 cells, the headings 7.')
  expect(half.report).toContain('nobody was marked as vanished this time')
  const few = await run('students', [`${heading};Kieli`, `${one};zz`, ''].join('\n'), true)
  expect(few.report).toContain('1 read, 0 written, 1 unchanged, 0 refused')
  expect(few.report).toContain('The file lacks')
  expect(await marked()).toBe(0)
})
