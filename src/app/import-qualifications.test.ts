import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import type { ImportContext, InputDocument } from '../features/imports/contract-definition.ts'
import { installation } from '../platform/access/installation.ts'
import { write } from '../platform/db/door.ts'
import { newId } from '../platform/ids.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { qualificationDefinition } from './import-qualifications.ts'

const { database, owner } = await testDatabase()

const file = (more: object = {}) => ({
  id: 900,
  diaarinumero: 'OPH-900-2026',
  tila: 'valmis',
  nimi: { fi: 'Keksitty tutkinto' },
  muokkaaja: '1.2.246.562.24.00000000001',
  suoritustavat: [
    {
      suoritustapakoodi: 'reformi',
      rakenne: {
        rooli: 'määritelty',
        kuvaus: { fi: '<p>Näin tutkinto muodostuu.</p>' },
        osat: [{ _tutkinnonOsaViite: '1' }],
      },
      tutkinnonOsaViitteet: [{ id: 1, _tutkinnonOsa: '2', laajuus: 15 }],
    },
  ],
  tutkinnonOsat: [
    {
      id: 2,
      koodiUri: 'tutkinnonosat_900',
      nimi: { fi: 'Osa' },
      ammattitaitovaatimukset: { fi: '<p onclick="x()">Osaa <b>työn</b>.</p><script>alert(1)</script>' },
    },
  ],
  ...more,
})

const document = (json: unknown, name = 'a.json'): InputDocument => ({
  ...{ name, number: 1 },
  async *bytes() {
    const bytes = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
    yield bytes.subarray(0, 50)
    yield bytes.subarray(50)
  },
})

const now = new Date('2026-11-23T10:00:00Z')
const context: ImportContext = {
  runId: newId(),
  providerId: installation,
  audit: { actor: { kind: 'system', source: 'import', providerId: installation }, now },
  source: 'import',
  today: '2026-11-23' as PlainDate,
  options: {},
}

async function run(...documents: InputDocument[]) {
  const definition = qualificationDefinition()
  const examined = await definition.examine(documents, context)
  if (!examined.ok) return examined
  const refused = []
  const sum = { read: 0, written: 0 }
  for await (const record of definition.records(documents, 0, context)) {
    refused.push(...(record.refused ?? []))
    if (!record.ok) continue
    const rows = await write(database, installation, transaction =>
      definition.store(transaction, [record], context),
    )
    sum.read += rows.read
    sum.written += rows.written
  }
  return { ...examined, ...sum, refused }
}

describe('qualifications', () => {
  test('are stored with texts that hold no HTML and nobody’s id, and once', async () => {
    expect(await run(document(file()))).toMatchObject({ ok: true, total: 1, read: 2, written: 2 })
    expect(await run(document(file()))).toMatchObject({ read: 2, written: 0 })
    const { rows } = await owner.query(
      "select key, body from qualification_text where diary_number = 'OPH-900-2026' order by key",
    )
    expect(rows).toEqual([
      {
        key: 'structure',
        body: { 'reformi ': { fi: [{ kind: 'paragraph', text: 'Näin tutkinto muodostuu.' }] } },
      },
      {
        key: 'tutkinnonosat_900',
        body: {
          areas: [],
          criteria: [],
          requirements: [{ text: { fi: [{ kind: 'paragraph', text: 'Osaa työn.' }] } }],
        },
      },
    ])
    const all = await owner.query("select string_agg(body::text, '') as text from qualification")
    expect(all.rows[0].text).not.toContain('1.2.246.562.24')
  })

  test('whose one text changed are written where they changed', async () => {
    await run(document(file()))
    const [unit] = file().tutkinnonOsat
    const changed = { ...unit, ammattitaidonOsoittamistavat: { fi: '<p>Näytössä.</p>' } }
    expect(await run(document(file({ tutkinnonOsat: [changed] })))).toMatchObject({ written: 1 })
  })

  test('that are no use are refused, the others are taken', async () => {
    const nameless = document(file({ id: 901, diaarinumero: null }), 'b.json')
    expect(await run(nameless, document(file()))).toMatchObject({
      ok: true,
      total: 2,
      refused: [{ code: 'no-diary-number' }],
    })
    expect(await run(nameless)).toMatchObject({
      ok: false,
      document: 'b.json',
      refusal: { code: 'no-diary-number' },
    })
  })

  test.each([
    ['cut short', JSON.stringify(file()).slice(0, -200), 'json-syntax'],
    ['of something else', [file()], 'list'],
    ['with a key twice', '{"id":1,"id":2}', 'json-duplicate-key'],
  ])('in a file %s refuse the run before anything is changed', async (_name, json, code) => {
    const other = document(file({ id: 902, diaarinumero: 'OPH-902-2026' }), 'good.json')
    expect(await run(other, document(json, 'bad.json'))).toMatchObject({
      ok: false,
      document: 'bad.json',
      refusal: { code },
    })
    const { rows } = await owner.query("select from qualification where diary_number = 'OPH-902-2026'")
    expect(rows).toEqual([])
  })
})
