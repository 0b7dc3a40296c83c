import { expect, test } from 'vitest'
import { testService } from '../../test/harness/service.ts'
import type { ImportContext, InputDocument, InputRecord } from '../features/imports/contract-definition.ts'
import { inventedOids } from '../features/plans/factory.ts'
import { write } from '../platform/db/door.ts'
import { newId, type Uuid } from '../platform/ids.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { studyRightsDefinition } from './import-study-rights.ts'

const service = await testService()
const { database, jobs, owner } = service
const definition = studyRightsDefinition({ jobs })

const code = (koodiarvo: string) => ({ koodiarvo })
const right = (oid: string, more: object = {}) => ({
  oid,
  tyyppi: code('ammatillinenkoulutus'),
  tila: {
    opiskeluoikeusjaksot: [
      { alku: '2024-08-01', tila: code('lasna'), opintojenRahoitus: code('1') },
      { alku: '2027-06-01', tila: code('valmistunut') },
    ],
  },
  suoritukset: [
    { tyyppi: code('ammatillinentutkinto'), suorituskieli: code('SV'), ryhmä: 'AJO24', osasuoritukset: [] },
  ],
  lisätiedot: { erityinenTuki: [{ alku: '2024-08-01' }] },
  ...more,
})
const student = (oid: string | undefined, ...rights: unknown[]) => ({
  henkilö: { oid, etunimet: 'Aku Keksitty', sukunimi: 'Koe' },
  opiskeluoikeudet: rights,
})

const document = (json: unknown, name = 'a.json'): InputDocument => ({
  ...{ name, number: 1 },
  async *bytes() {
    yield Buffer.from(JSON.stringify(json))
  },
})

async function run(provider: Uuid, json: unknown, options: ImportContext['options'] = {}) {
  const runId = newId()
  await owner.query(
    `insert into import_run (provider_id, id, kind, origin, source, state, requested_at)
     values ($1, $2, 'koski', 'command', 'x', 'storing', now())`,
    [provider, runId],
  )
  const context: ImportContext = {
    ...{ runId, providerId: provider, source: 'import', today: '2026-11-23' as PlainDate, options },
    audit: { actor: { kind: 'system', source: 'import', providerId: provider }, now: new Date() },
  }
  const documents = [document(json)]
  const examined = await definition.examine(documents, context)
  if (!examined.ok) return examined
  const records: InputRecord<unknown>[] = []
  for await (const record of definition.records(documents, 0, context)) records.push(record)
  const good = records.flatMap(record => (record.ok ? [record] : []))
  return write(database, provider, async transaction => {
    const rows = await definition.store(transaction, good as never, context)
    for (const key of new Set(records.flatMap(record => record.seen ?? []))) {
      await transaction
        .insertInto('import_seen')
        .values({ provider_id: provider, run_id: runId, key })
        .execute()
    }
    const ended = await definition.finish?.(transaction, context, { refused: 0 })
    const refused = records
      .flatMap(record => record.refused ?? [])
      .map(({ code, pointer }) => `${pointer} ${code}`)
    return { total: examined.total, ...rows, ...ended, refused }
  })
}

const stored = async (provider: Uuid) =>
  (
    await owner.query(
      `select r.oid, s.group_code as "group", s.language, r.present_state as state, r.state_changes_on as next,
         r.confidential, r.vanished_at is not null as vanished
       from study_right r join student s on s.provider_id = r.provider_id and s.id = r.student_id
       where r.provider_id = $1 order by r.oid`,
      [provider],
    )
  ).rows

const [one, two, three] = [inventedOids(900_001), inventedOids(900_002), inventedOids(900_003)]
const [first, second, third] = [one.studyRightOid, two.studyRightOid, three.studyRightOid]
const [aku, iines] = [one.studentOid, two.studentOid]

test('students and their rights are stored, what is bad is told with its place', async () => {
  const provider = await service.provider()
  const json = [
    student(aku, right(first), right('1.2.3'), {}, right(second, { versionumero: 2 })),
    student('1.2.3', right(third)),
    { muuta: true },
    student(iines, right(third)),
    // The same student once more, with a right that was told already.
    student(aku, right(second)),
  ]
  expect(await run(provider, json)).toEqual({
    ...{ total: 5, read: 3 + 4, written: 2 + 3, vanished: 0 },
    refused: [
      '/0/opiskeluoikeudet/1 no-study-right',
      '/0/opiskeluoikeudet/2 no-study-right',
      '/1/henkilö/oid no-student',
      '/2 not-koski-record',
    ],
  })
  expect(await run(provider, json.with(4, student(aku)))).toMatchObject({ read: 6, written: 1 })
  expect(await run(provider, json.with(4, student(aku)))).toMatchObject({ read: 6, written: 0 })
  const rows = await stored(provider)
  expect(rows.map(row => row.oid)).toEqual([first, second, third])
  expect(rows[0]).toMatchObject({
    ...{ group: 'AJO24', language: 'sv', state: 'lasna', next: '2027-06-01', vanished: false },
    confidential: { specialSupport: [{ start: '2024-08-01' }] },
  })
})

test('a run of the whole register marks what it lacks, not what it refused', async () => {
  const provider = await service.provider()
  await run(provider, [student(aku, right(first), right(second)), student(iines, right(third))])
  const half = [student(aku, right(first)), student(undefined, right(third))]
  expect(await run(provider, half)).toMatchObject({ vanished: 0 })
  expect(await run(provider, half, { whole: true })).toMatchObject({ vanished: 1 })
  expect((await stored(provider)).map(row => row.vanished)).toEqual([false, true, false])
  expect(await run(provider, [student(aku, right(second))])).toMatchObject({ written: 1 })
  expect((await stored(provider)).map(row => row.vanished)).toEqual([false, false, false])
})

test.each([[{ a: 1 }], [[{ a: 1 }]], ['x']])('%j is another file', async json => {
  const provider = await service.provider()
  expect(await run(provider, json)).toEqual({
    ...{ ok: false, document: 'a.json' },
    refusal: { pointer: '', code: 'not-koski' },
  })
})
