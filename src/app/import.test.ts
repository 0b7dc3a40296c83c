import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import type { ImportKind } from '../features/imports/contract.ts'
import type { Engine } from '../features/imports/public.ts'
import { ensureProvider } from '../features/providers/public.ts'
import { openReference } from '../features/qualifications/public.ts'
import { installation } from '../platform/access/installation.ts'
import { write } from '../platform/db/door.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'
import { importFiles } from './import.ts'
import { importDefinitions } from './import-definitions.ts'
import { referencesNow } from './references-now.ts'

const { database, owner, url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'yhdessa-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const jobs = await startJobs(url, silentLog)
afterAll(() => jobs.stop())
const reference = openReference(database)
const definitions = importDefinitions({ jobs, referenceFor: referencesNow(database), issuer: 'test' })
const engine: Engine = { database, clock: systemClock, jobs, definitions, fetchers: {} }
const tenant = await write(database, null, transaction =>
  ensureProvider(transaction, { oid: '1.2.246.562.99.11111111111', names: { fi: 'Koe' }, language: 'fi' }),
)

async function run(kind: ImportKind, ...files: string[]) {
  const lines: string[] = []
  const ofProvider = kind === 'koski' || kind === 'hoks'
  const order = { kind, files, whole: false }
  const terminal = { say: (line: string) => lines.push(line) }
  const code = await importFiles(engine, ofProvider ? tenant : installation, order, terminal)
  return { code, lines }
}

const unit = (id: number) => ({
  id,
  koodiUri: `tutkinnonosat_${id}`,
  nimi: { fi: `Osa ${id}` },
  tyyppi: 'normaali',
})
const qualification = (units: unknown[], more: object = {}) => ({
  id: 5,
  diaarinumero: 'OPH-5-2026',
  tila: 'valmis',
  nimi: { fi: 'Keksitty' },
  suoritustavat: [],
  tutkinnonOsat: units,
  ...more,
})
const code = (value: string) => ({ koodiUri: `tapa_${value}`, koodiArvo: value, versio: 1, metadata: [] })

describe('importing reference data', () => {
  it('writes what changed, marks what vanished, leaves out a bad record, keeps reports', async () => {
    const first = await run('eperusteet', file('a.json', qualification([unit(1), unit(2), { id: 3 }])))
    expect(first).toEqual({
      code: 0,
      lines: [
        'a.json: 3 read, 3 written, 0 unchanged, 1 refused',
        '  refused /tutkinnonOsat/2: The record has no code.',
      ],
    })
    const second = await run('eperusteet', file('a.json', qualification([unit(2), unit(4)])))
    expect(second.lines).toEqual([
      'a.json: 3 read, 1 written, 2 unchanged, 1 no longer in the file, 0 refused',
    ])
    const again = await run('eperusteet', file('a.json', qualification([unit(2), unit(4)])))
    expect(again.lines).toEqual(['a.json: 3 read, 0 written, 3 unchanged, 0 refused'])
    const reports = await owner.query('select state, counts from import_run order by id')
    expect(reports.rows.map(row => row.counts.written)).toEqual([3, 1, 0])
  })

  it('makes names of vanished units stay, and tells the copy in memory that it is old', async () => {
    const before = await reference.current()
    expect(before.namesOf('tutkinnonosat_1')?.fi).toBe('Osa 1')
    expect(before.forPlan('OPH-5-2026').qualification?.unit('tutkinnonosat_1')).toBeUndefined()
    await run('koodisto', file('tapa.json', [code('a'), code('b')]))
    expect(before.hasCode('tapa_a', 1)).toBe('unloaded')
    const after = await reference.refresh()
    expect([after.hasCode('tapa_a', 1), after.hasCode('tapa_z', 1)]).toEqual(['known', 'unknown'])
    expect(await reference.refresh()).toBe(after)
  })

  it.each([
    ['list.json', [], 'The file holds a list. Give one file for each qualification.'],
    ['broken.json', '{"id": 1,\n "x" }', '/x: The file is not valid JSON: see line 2, column 6.'],
    [
      'draft.json',
      qualification([], { tila: 'luonnos' }),
      '/tila: The qualification is not published: its state is luonnos.',
    ],
  ])('refuses %s before it changes anything', async (name, content, sentence) => {
    const revision = () => owner.query('select revision from reference_revision')
    const before = (await revision()).rows
    const good = file('good.json', qualification([unit(9)], { id: 6, diaarinumero: `OPH-${name}` }))
    const { code: exit, lines } = await run('eperusteet', good, file(name, content))
    expect(exit).toBe(1)
    expect(lines[0]).toBe(`${name}: refused. ${sentence}`)
    expect((await revision()).rows).toEqual(before)
  })

  it('refuses a file that is not there, and one that is not text', async () => {
    const { lines } = await run('koodisto', join(folder, 'none.json'))
    expect(lines).toEqual(['none.json: refused. The file cannot be read (ENOENT).'])
    const path = join(folder, 'latin.json')
    writeFileSync(path, Buffer.from([0x22, 0xe4, 0x22]))
    expect((await run('koodisto', path)).lines).toEqual([
      'latin.json: refused. The file is not encoded as UTF-8: see line 1, column 2.',
    ])
  })
})

const oids = { student: '1.2.246.562.98.92170778846', right: '1.2.246.562.15.41024330544' }
const student = (more: object = {}) => ({
  henkilö: { oid: oids.student, etunimet: 'Aku Keksitty', sukunimi: 'Koe' },
  opiskeluoikeudet: [
    {
      oid: oids.right,
      alkamispäivä: '2026-08-01',
      tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
      tila: { opiskeluoikeusjaksot: [{ alku: '2026-08-01', tila: { koodiarvo: 'lasna' } }] },
      suoritukset: [
        { tyyppi: { koodiarvo: 'ammatillinentutkinto' }, suorituskieli: { koodiarvo: 'SV' }, ryhmä: 'RYH26' },
      ],
      ...more,
    },
  ],
})
const hoks = (more: object = {}) => ({
  'oppija-oid': oids.student,
  'opiskeluoikeus-oid': oids.right,
  'ensikertainen-hyvaksyminen': '2026-09-01',
  'osaamisen-hankkimisen-tarve': true,
  ...more,
})

describe('importing students, study rights and plans', () => {
  it('keeps a plan whose study right is not known, and says so in its findings', async () => {
    expect((await run('hoks', file('h.json', hoks()))).lines).toEqual([
      'h.json: 1 read, 1 written, 0 unchanged, 0 refused',
    ])
    const { rows } = await owner.query('select findings from plan')
    expect(rows[0].findings).toMatchObject([{ code: 'study-right-unknown', severity: 'warning' }])
  })

  it('stores a student and study rights; the same again changes nothing', async () => {
    const records = [student(), { henkilö: { oid: 'x' }, opiskeluoikeudet: [] }, student({ oid: '1.2' })]
    const first = await run('koski', file('k.json', records))
    expect(first.lines).toEqual([
      'k.json: 3 read, 2 written, 1 unchanged, 2 refused',
      '  refused /1/henkilö/oid: The oid of the student is missing or wrong.',
      '  refused /2/opiskeluoikeudet/0: The oid of the study right is missing or wrong.',
    ])
    const again = await run('koski', file('k.json', student()))
    expect(again.lines).toEqual(['k.json: 2 read, 0 written, 2 unchanged, 0 refused'])
    const { rows } = await owner.query('select called_name, group_code, language from student')
    expect(rows).toEqual([{ called_name: 'Aku', group_code: 'RYH26', language: 'sv' }])
  })

  it('stores a plan that breaks a rule, keeps what is unknown, refuses faults of form', async () => {
    const early = { alku: '2026-05-01', loppu: '2026-05-31', kuvaus: 'x', nimi: 'y' }
    const plans = [
      hoks({ 'uusi-kentta': 1, 'opiskeluvalmiuksia-tukevat-opinnot': [early] }),
      hoks({ 'osaamisen-hankkimisen-tarve': 'kyllä' }),
    ]
    const { code: exit, lines } = await run('hoks', file('h.json', plans))
    expect(exit).toBe(0)
    expect(lines[0]).toBe('h.json: 1 read, 1 written, 0 unchanged, 1 refused')
    expect(lines[1]).toMatch('  refused /1/osaamisen-hankkimisen-tarve: ')
    expect(lines[2]).toBe('  kept /0/uusi-kentta: a key that this version does not know')
    const { rows } = await owner.query(
      'select version, unknown_members from plan_version order by version desc limit 1',
    )
    expect(rows).toEqual([{ version: 2, unknown_members: [{ pointer: '/uusi-kentta', value: 1 }] }])
    const runs = await owner.query(
      `select count(*)::int as runs from import_run where kind in ('koski', 'hoks')`,
    )
    expect(runs.rows).toEqual([{ runs: 4 }])
  })

  it('refuses ids that no plan can have, and brings in those after it', async () => {
    const right = (oid: string, more: object) => hoks({ 'opiskeluoikeus-oid': oid, ...more })
    const plans = [
      right('1.2.246.562.15.40000000014', { id: 9_000_000_000, eid: 'ei-uuid' }),
      right('1.2.246.562.15.40000000022', { id: 77 }),
      right('1.2.246.562.15.400000000310', { id: 77 }),
      right('1.2.246.562.15.40000000048', { id: 78 }),
    ]
    const { code: exit, lines } = await run('hoks', file('ids.json', plans))
    expect(exit).toBe(0)
    expect(lines).toEqual([
      'ids.json: 2 read, 2 written, 0 unchanged, 3 refused',
      '  refused /0/id: The id of the HOKS is not a whole number from 1 to 2147483647.',
      '  refused /0/eid: The eid of the HOKS is not a UUID.',
      '  refused /2: The record could not be saved: plans.exists.',
    ])
  })

  it.each([
    ['koski', { oppija: 1 }, 'The file holds no student or study right as Koski gives them.'],
    ['hoks', student(), 'The file is neither a HOKS nor a list of them.'],
  ] as const)('refuses a file that is no %s', async (kind, content, sentence) => {
    const { code: exit, lines } = await run(kind, file('other.json', content))
    expect([exit, lines]).toEqual([1, [`other.json: refused. ${sentence}`]])
  })
})

const shared = new URL('../../../shared/data/composed/', import.meta.url)

describe.skipIf(!existsSync(shared))('the composed files (skipped where ../shared is absent)', () => {
  it.each(['ordinary', 'apprentice'])('%s joins', async name => {
    const path = (end: string) => fileURLToPath(new URL(`${name}-${end}.json`, shared))
    expect((await run('koski', path('koski'))).lines[0]).toMatch('2 written, 0 unchanged, 0 refused')
    expect((await run('hoks', path('hoks'))).lines[0]).toMatch('1 written, 0 unchanged, 0 refused')
  })
})
