import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/harness/database.ts'
import { newProvider } from '../../test/harness/people.ts'
import { inventedOids } from '../features/plans/factory.ts'

const { owner, url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'yhdessa-kill-'))
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const records = 1_500
const patience = 400
const childFile = fileURLToPath(new URL('../../test/harness/import-child.ts', import.meta.url))

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

interface Ended {
  readonly code: number
  readonly lines: readonly string[]
}

/** Starts the import and kills it so long after it has begun; answers how it ended if it did before that. */
async function importFor(
  milliseconds: number,
  provider: string,
  files: readonly string[],
): Promise<Ended | undefined> {
  const child = fork(childFile, [url, provider, String(patience), ...files], { stdio: 'ignore' })
  children.add(child)
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  let ended: Ended | undefined
  const begun = new Promise<void>(resolve => {
    child.on('message', message => {
      if ('begun' in (message as object)) resolve()
      else ended = message as Ended
    })
  })
  await Promise.race([begun, gone])
  await Promise.race([setTimeout(milliseconds), gone])
  child.kill('SIGKILL')
  await gone
  children.delete(child)
  return ended
}

/** Everything of a provider, without ids and times. Contacts are told by their content. */
async function stateOf(provider: string) {
  const rows = async (text: string) => (await owner.query(text, [provider])).rows
  const bodies = await rows(
    `select p.study_right_oid, v.version, v.source, v.unknown_members,
       regexp_replace(v.changes::text || v.body::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'contact', 'g') as body
     from plan_version v join plan p using (provider_id) where p.id = v.plan_id and provider_id = $1 order by 1, 2`,
  )
  return {
    bodies,
    plans: await rows(
      `select study_right_oid, hoks_id, version, findings, codes, errors, warnings, student_id from plan
       where provider_id = $1 order by 1`,
    ),
    sources: await rows(
      `select p.study_right_oid, s.source, s.version, s.body is null as kept from plan_source s
       join plan p on p.provider_id = s.provider_id and p.id = s.plan_id where s.provider_id = $1 order by 1`,
    ),
    contacts: await rows('select kind, content from contact where provider_id = $1 order by content::text'),
    periods: await rows(
      `select pointer, unique_id, workplace_name from learning_period where provider_id = $1 order by unique_id`,
    ),
    audit: await rows(
      `select action, details from audit_event where provider_id = $1 and action like 'plans.%'
       order by action, details::text`,
    ),
    notes: await rows(
      'select number, outcome, document, pointer, code, params from import_note where provider_id = $1 order by 1',
    ),
    runs: await rows('select state, total, position, counts, failure from import_run where provider_id = $1'),
    left: await rows('select document from import_part where provider_id = $1'),
    jobs: (
      await rows(
        `select data->'planIds' as ids from pgboss.job where name = 'plans.saved' and data->>'providerId' = $1`,
      )
    )
      .map(row => row.ids.length)
      .reduce((sum, count) => sum + count, 0),
  }
}

test('killed at random places and given again, an import ends as if nothing had happened', async () => {
  const all = Array.from({ length: records }, (_, number) => hoks(number))
  const half = records / 2
  const files = [all.slice(0, half), all.slice(half)].map((list, at) => {
    const path = join(folder, `hoks-${at}.json`)
    writeFileSync(path, JSON.stringify(list, null, 1))
    return path
  })
  const [calm, killed] = [await newProvider(owner), await newProvider(owner)]
  const began = performance.now()
  const undisturbed = await importFor(60_000, calm.id, files)
  // With the start of the process in it: about twice the work itself.
  const whole = performance.now() - began
  expect(undisturbed).toMatchObject({ code: 0 })

  let ended: Ended | undefined
  const places = new Set<number>()
  for (let kills = 0; ended === undefined && kills < 40; kills += 1) {
    // After the first kill it has to wait until its forerunner is taken for dead; now and then it gets further.
    const wait = kills === 0 ? 0 : patience
    ended = await importFor(wait + Math.random() * whole * (0.08 + kills * 0.01), killed.id, files)
    const { rows } = await owner.query('select position from import_run where provider_id = $1', [killed.id])
    places.add(rows[0]?.position ?? 0)
  }
  expect(ended).toMatchObject({ code: 0 })
  expect(places.size, 'it was killed in the middle of things').toBeGreaterThan(1)
  const [expected, state] = [await stateOf(calm.id), await stateOf(killed.id)]
  expect(expected.runs).toMatchObject([{ state: 'done', position: records }])
  expect(expected.notes.length).toBeGreaterThan(20)
  expect(expected.bodies.filter(row => row.version === 2).length).toBeGreaterThan(3)
  expect(state).toEqual(expected)
}, 120_000)
