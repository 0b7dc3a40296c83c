import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { openReference } from '../features/qualifications/public.ts'
import { systemClock } from '../platform/time/clock.ts'
import { runImport } from './import.ts'

const { database, owner } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'yhdessa-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(kind: 'eperusteet' | 'koodisto', ...paths: string[]) {
  const lines: string[] = []
  const code = await runImport({ database, clock: systemClock, say: line => lines.push(line) }, kind, paths)
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
    const reports = await owner.query('select report from reference_import order by id')
    expect(reports.rows.map(row => row.report.counts.written)).toEqual([3, 1, 0])
  })

  it('makes names of vanished units stay, and tells the copy in memory that it is old', async () => {
    const reference = openReference(database)
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
    ['broken.json', '{"id": 1,\n "x" }', 'The file is not valid JSON: see line 2, column 6.'],
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
      'latin.json: refused. The file is not encoded as UTF-8.',
    ])
  })
})
