import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startFakes } from '../../fakes/server.ts'
import { testDatabase } from '../../test/harness/database.ts'
import type { ChildOrder } from '../../test/harness/import-child.ts'
import { differences, everythingOf, importKiller } from '../../test/harness/import-kill.ts'
import { newProvider } from '../../test/harness/people.ts'
import { inventedOids } from '../features/plans/factory.ts'
import { studentColumns } from '../features/students/public.ts'
import { csvText } from '../platform/csv/write.ts'
import { newId, type Uuid } from '../platform/ids.ts'

const { owner, url } = await testDatabase()
const { calmly, killing } = importKiller({ owner, url })
const folder = mkdtempSync(join(tmpdir(), 'yhdessa-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

const patience = 120_000

/** One that is left in peace, and one whose imports are killed. */
async function twoProviders(): Promise<readonly [Uuid, Uuid]> {
  return [(await newProvider(owner)).id, (await newProvider(owner)).id]
}

/** Brings the same into both, undisturbed and killed again and again; answers the run, and what they hold then. */
async function bothWays(
  [calm, killed]: readonly [Uuid, Uuid],
  orderOf: (provider: Uuid) => Promise<ChildOrder>,
) {
  const { messages } = await calmly(calm, await orderOf(calm))
  const places = await killing(killed, await orderOf(killed), messages)
  const [expected, found] = [await everythingOf(owner, calm), await everythingOf(owner, killed)]
  const { rows } = await owner.query(
    'select state, total, position, counts from import_run where provider_id = $1 order by id desc limit 1',
    [calm],
  )
  const [run] = rows
  // Otherwise nothing has been tried.
  const middle = places.filter(({ position }) => position > 0 && position < run.total)
  expect(middle.length, `it was left in the middle: ${JSON.stringify(places)}`).toBeGreaterThan(0)
  return { expected, run, differs: differences(expected, found) }
}

/** Plans with people and periods; some wrong, some of a newer schema, some sent twice and changed in between. */
function hoks(number: number) {
  const { studentOid, studyRightOid } = inventedOids(number % 97 === 96 ? number - 1 : number)
  return {
    id: number % 97 === 96 ? number : number + 1,
    'oppija-oid': studentOid,
    'opiskeluoikeus-oid': studyRightOid,
    'ensikertainen-hyvaksyminen': number % 50 === 7 ? 'eilen' : '2025-08-20',
    'osaamisen-hankkimisen-tarve': true,
    ...(number % 40 === 3 ? { 'uusi-kentta': number } : {}),
    sahkoposti: `opiskelija${number}@esimerkki.test`,
    'hankittavat-ammat-tutkinnon-osat': [
      {
        'tutkinnon-osa-koodi-uri': 'tutkinnonosat_106945',
        'tutkinnon-osa-koodi-versio': 2,
        'osaamisen-hankkimistavat': [
          {
            'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
            'osaamisen-hankkimistapa-koodi-versio': 1,
            'yksiloiva-tunniste': `jakso-${number}`,
            alku: '2025-09-01',
            loppu: '2025-10-31',
            'tyopaikalla-jarjestettava-koulutus': {
              'tyopaikan-nimi': 'Keksitty Korjaamo Oy',
              'vastuullinen-tyopaikka-ohjaaja': { nimi: `Ohjaaja ${number}` },
              'keskeiset-tyotehtavat': ['Huolto'],
            },
          },
        ],
      },
    ],
  }
}

test(
  'HOKSes, killed at random places and given again, end as if nothing had happened',
  async () => {
    const records = 600
    const all = Array.from({ length: records }, (_, number) => hoks(number))
    const half = records / 2
    const files = [all.slice(0, half), all.slice(half)].map((list, at) => {
      const path = join(folder, `hoks-${at}.json`)
      writeFileSync(path, JSON.stringify(list, null, 1))
      return path
    })
    const { differs, expected, run } = await bothWays(await twoProviders(), async () => ({
      ...{ kind: 'hoks', whole: false, files },
    }))
    expect(run).toMatchObject({ state: 'done', position: records })
    expect(expected.import_note?.length).toBeGreaterThan(15)
    expect(expected.plan_version?.filter(row => row.includes('"version":2')).length).toBeGreaterThan(3)
    expect(differs).toEqual([])
  },
  patience,
)

/** Students with study rights who are there before: those whom the register no longer tells are to vanish. */
async function seedStudents(provider: Uuid, first: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({ id: newId(), ...inventedOids(first + at) }))
  await owner.query(
    `with n as (select * from jsonb_to_recordset($2) as n (id uuid, "studentOid" text, "studyRightOid" text)),
     s as (insert into student (provider_id, id, student_oid, given_names, called_name, family_name, sort_name)
       select $1, id, "studentOid", 'Entinen', 'Entinen', 'Kuviteltu', 'kuviteltu entinen' from n)
     insert into study_right (provider_id, oid, student_id, body, starts_on, source)
     select $1, "studyRightOid", id, jsonb_build_object('oid', "studyRightOid", 'studentOid', "studentOid",
       'type', 'ammatillinenkoulutus', 'states', '[]'::jsonb, 'attainments', '[]'::jsonb), '2024-08-01', 'koski' from n`,
    [provider, JSON.stringify(rows)],
  )
}

function studentRow(number: number, mended: boolean): string[] {
  const wrong = mended ? 0 : number % 100
  // A number that stands twice, two whom no rule lets in, and a teacher whom nobody knows.
  const { studentOid } = inventedOids(wrong === 50 ? number - 1 : number)
  const cells: Partial<Record<string, string>> = {
    'learner-number': wrong === 20 ? '1.2.246.562.24.12345678901' : studentOid,
    'student-number': String(number),
    'given-names': wrong === 30 ? '=1+1' : 'Keksi Esimerkki',
    'family-name': 'Kuviteltu',
    'birth-date': '15.8.2010',
    'group-code': `R${number % 30}`,
    teacher: wrong === 40 ? '9999' : '1001',
    email: `keksi${number}@esimerkki.test`,
    protected: number % 100 === 60 ? 'k' : '',
    'guardian1-name': mended && number % 2 === 1 ? 'Huolto Mainio' : 'Huolto Kuviteltu',
    'guardian1-custody': 'k',
  }
  return studentColumns.map(({ key }) => cells[key] ?? '')
}

test(
  'whole files of students, killed at random places and given again, end as if nothing had happened',
  async () => {
    const pair = await twoProviders()
    for (const provider of pair) {
      await owner.query(
        `insert into staff_member (provider_id, id, staff_number, changed_at) values ($1, $2, '1001', now())`,
        [provider, newId()],
      )
    }
    const bring = (records: number, mended: boolean) => {
      const file = join(folder, `opiskelijat-${mended}.csv`)
      const rows = Array.from({ length: records }, (_, number) => studentRow(number, mended))
      writeFileSync(file, csvText([studentColumns.map(column => column.headings.fi), ...rows]))
      return bothWays(pair, async () => ({ kind: 'students', whole: true, files: [file] }))
    }
    // While some are refused nobody vanishes, also when they were refused before it was killed.
    const first = await bring(1_240, false)
    expect(first.run).toMatchObject({ state: 'done', position: 1_240, counts: { refused: 50, vanished: 0 } })
    expect(first.differs).toEqual([])
    // The last forty are no longer in it; two of them were never taken in.
    const second = await bring(1_200, true)
    expect(second.run).toMatchObject({
      state: 'done',
      position: 1_200,
      counts: { refused: 0, vanished: 38 },
    })
    expect(second.differs).toEqual([])
  },
  patience,
)

const organisationOid = '1.2.246.562.99.81085649296'

/** As Koski gives them: of every fortieth one study right has no type. */
function koskiStudent(number: number) {
  const { studentOid, studyRightOid } = inventedOids(number)
  const form = number % 5 === 0 ? 'tuva' : 'ammatillinenkoulutus'
  const right = {
    oid: studyRightOid,
    koulutustoimija: { oid: organisationOid },
    tyyppi: { koodiarvo: form },
    alkamispäivä: '2025-08-06',
    tila: { opiskeluoikeusjaksot: [{ alku: '2025-08-06', tila: { koodiarvo: 'lasna' } }] },
    suoritukset: [],
  }
  const bad = { ...right, oid: 'ei-oid' }
  return {
    henkilö: { oid: studentOid, etunimet: 'Keksi', kutsumanimi: 'Keksi', sukunimi: `Kuviteltu${number}` },
    opiskeluoikeudet: number % 40 === 1 ? [right, bad] : [right],
  }
}

test(
  'what a service gives, killed at random places and gone on with, ends as if nothing had happened',
  async () => {
    const records = 600
    const students = Array.from({ length: records }, (_, number) => koskiStudent(number))
    const tree = { numHits: 0, organisaatiot: [] }
    const nothing = { qualifications: [], codeSets: new Map(), formerNames: new Map(), plans: [], tree }
    const fakes = await startFakes({ ...nothing, students })
    const { differs, run } = await bothWays(await twoProviders(), async provider => {
      await seedStudents(provider, records - 50, 80)
      const runId = newId()
      await owner.query(
        `insert into import_run (provider_id, id, kind, origin, source, options, state, requested_at, cursor)
         values ($1, $2, 'koski', 'schedule', 'test', '{"whole": true}', 'waiting', now(), '{"finished": false}')`,
        [provider, runId],
      )
      return { runId, organisationOid, address: fakes.addresses.koski }
    }).finally(() => fakes.close())
    expect(run).toMatchObject({ state: 'done', position: records, counts: { vanished: 30, refused: 15 } })
    expect(differs).toEqual([])
  },
  patience,
)
