import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { type MadeStudent, makeStudent } from '../../features/plans/factory.ts'
import type { Uuid } from '../../platform/ids.ts'

const service = await testService()
const base = '/ehoks-virkailija-backend/api/v1/hoks'

let provider: Uuid
let register: Client
let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  register = await service.key(provider)
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
})

const workplacePeriod = {
  alku: '2025-01-07',
  loppu: '2025-03-28',
  'yksiloiva-tunniste': 'jakso-1',
  'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
  'osaamisen-hankkimistapa-koodi-versio': 1,
  'osa-aikaisuustieto': 80,
  'tyopaikalla-jarjestettava-koulutus': {
    'tyopaikan-nimi': 'Paja Esimerkki Oy',
    'tyopaikan-y-tunnus': '1234567-1',
    'keskeiset-tyotehtavat': ['Huollot'],
    'vastuullinen-tyopaikka-ohjaaja': {
      nimi: 'Otto Keksitty',
      sahkoposti: 'otto@esimerkki.test',
      puhelinnumero: '040 123 4567',
    },
  },
}

function hoks(changes: Record<string, unknown> = {}) {
  return {
    'oppija-oid': student.studentOid,
    'opiskeluoikeus-oid': student.studyRightOid,
    'ensikertainen-hyvaksyminen': '2024-08-20',
    'osaamisen-hankkimisen-tarve': true,
    sahkoposti: 'testi@esimerkki.test',
    'hankittavat-ammat-tutkinnon-osat': [
      {
        'tutkinnon-osa-koodi-uri': 'tutkinnonosat_106945',
        'tutkinnon-osa-koodi-versio': 1,
        'osaamisen-hankkimistavat': [workplacePeriod],
      },
    ],
    ...changes,
  }
}

async function created(): Promise<number> {
  const answer = await register('POST', base, hoks())
  expect(answer.body).toContain('"id"')
  return answer.json().meta.id
}

interface PageOfPlan {
  id: string
  version: number
  plan: { vocationalUnits: { learningPeriods: Record<string, unknown>[] }[]; [key: string]: unknown }
  contacts: Record<string, { name?: string; erasedOn?: string }>
  conflicts: { pointer: string; register: unknown; here: unknown; taken: string }[]
}

async function pageOf(): Promise<PageOfPlan> {
  const { rows } = await service.owner.query('select id from plan where study_right_oid = $1', [
    student.studyRightOid,
  ])
  return (await teacher('GET', `/api/plans/${rows[0].id}`)).json()
}

function edited(page: PageOfPlan, changes: Record<string, unknown>, head: Record<string, unknown> = {}) {
  const plan = structuredClone(page.plan)
  Object.assign(plan, head)
  const period = plan.vocationalUnits[0]?.learningPeriods[0]
  if (period) Object.assign(period, changes)
  return { plan, reason: 'Jakso siirtyy' }
}

const put = (page: PageOfPlan, body: unknown) =>
  teacher('PUT', `/api/plans/${page.id}`, body, { 'if-match': `"v${page.version}"` })

describe('POST', () => {
  test('stores the plan and gives it back whole', async () => {
    const answer = await register('POST', base, hoks())
    expect(answer.statusCode).toBe(200)
    const { id } = answer.json().meta
    expect(answer.json().data.uri).toBe(`http://localhost:3000${base}/${id}`)
    const read = await register('GET', `${base}/${id}`)
    expect(read.headers.etag).toBe('"v1"')
    const { data } = read.json()
    expect(data).toMatchObject({ ...hoks(), id })
    expect(data.eid).toMatch(/^[0-9a-f-]{36}$/)
    expect(data['hankittavat-ammat-tutkinnon-osat'][0]['module-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect((await register('GET', `${base}/opiskeluoikeus/${student.studyRightOid}`)).json().data).toEqual(
      data,
    )
  })

  test('keeps contact data out of plan, versions and audit', async () => {
    await created()
    const tables = ['plan', 'plan_version', 'plan_source', 'learning_period', 'audit_event']
    for (const table of tables) {
      const { rows } = await service.owner.query(
        `select t::text as row from ${table} t where provider_id = $1`,
        [provider],
      )
      expect(rows.length, table).toBeGreaterThan(0)
      expect(JSON.stringify(rows), table).not.toMatch(/Otto|otto@|040 123|testi@esimerkki/)
    }
  })

  test.each([
    ['an unknown key', { uusi: 1 }, '/uusi', 'unknown-key'],
    [
      'a wrong date',
      { 'ensikertainen-hyvaksyminen': '2024-02-30' },
      '/ensikertainen-hyvaksyminen',
      'invalid-date',
    ],
  ])('refuses %s with its place', async (_what, change, pointer, code) => {
    const answer = await register('POST', base, hoks(change))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().findings).toMatchObject([{ pointer, code }])
    expect(answer.json().errors[pointer.slice(1)]).toEqual(expect.any(String))
  })

  test.each([
    [
      'study right',
      () => hoks({ 'opiskeluoikeus-oid': '1.2.246.562.15.10000000009' }),
      'plans.study-right-unknown',
    ],
    ['student', () => hoks({ 'oppija-oid': '1.2.246.562.24.37998958910' }), 'plans.student-unknown'],
  ])('refuses an unknown %s', async (_what, body, code) => {
    const answer = await register('POST', base, body())
    expect([answer.statusCode, answer.json().code]).toEqual([400, code])
  })

  test('refuses a second plan of a study right, also when two come at once', async () => {
    const answers = await Promise.all([register('POST', base, hoks()), register('POST', base, hoks())])
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 400])
  })

  test("does not see another provider's plan", async () => {
    const id = await created()
    const stranger = await service.key(await service.provider())
    expect((await stranger('GET', `${base}/${id}`)).statusCode).toBe(404)
    expect((await stranger('PUT', `${base}/${id}`, { ...hoks(), id })).statusCode).toBe(404)
  })
})

describe('PUT', () => {
  test('replaces, and what is left out is gone, but not the phone', async () => {
    const id = await created()
    await register('PUT', `${base}/${id}`, { ...hoks({ puhelinnumero: '040 765 4321' }), id })
    const { sahkoposti: _email, ...withoutEmail } = hoks({ 'hankittavat-ammat-tutkinnon-osat': [] })
    expect((await register('PUT', `${base}/${id}`, { ...withoutEmail, id })).statusCode).toBe(204)
    const { data } = (await register('GET', `${base}/${id}`)).json()
    expect(data.sahkoposti).toBeUndefined()
    expect(data.puhelinnumero).toBe('040 765 4321')
    expect(data['hankittavat-ammat-tutkinnon-osat']).toEqual([])
  })

  test('makes no version of nothing', async () => {
    const id = await created()
    const answer = await register('PUT', `${base}/${id}`, { ...hoks(), id })
    expect(answer.headers.etag).toBe('"v1"')
  })

  test('keeps what a colleague edited since', async () => {
    const id = await created()
    expect((await put(await pageOf(), edited(await pageOf(), { end: '2025-04-30' }))).statusCode).toBe(200)
    await register('PUT', `${base}/${id}`, {
      ...hoks({ 'urasuunnitelma-koodi-uri': 'urasuunnitelma_0002' }),
      id,
    })
    const page = await pageOf()
    expect(page.plan.vocationalUnits[0]?.learningPeriods[0]?.end).toBe('2025-04-30')
    expect(page.plan.careerPlanCode).toBe('urasuunnitelma_0002')
    expect(page.conflicts).toEqual([])
    expect(page.version).toBe(3)
  })

  test('keeps both versions of a true conflict, and takes the one of the master', async () => {
    const id = await created()
    await put(await pageOf(), edited(await pageOf(), { end: '2025-04-30' }))
    const sent = structuredClone(workplacePeriod)
    sent.loppu = '2025-05-30'
    const units = [{ ...hoks()['hankittavat-ammat-tutkinnon-osat'][0], 'osaamisen-hankkimistavat': [sent] }]
    await register('PUT', `${base}/${id}`, { ...hoks({ 'hankittavat-ammat-tutkinnon-osat': units }), id })
    const page = await pageOf()
    expect(page.conflicts).toMatchObject([
      { pointer: '/vocationalUnits/0/learningPeriods/0/end', register: '2025-05-30', here: '2025-04-30' },
    ])
    const stands = page.conflicts[0]?.taken === 'here' ? '2025-04-30' : '2025-05-30'
    expect(page.plan.vocationalUnits[0]?.learningPeriods[0]?.end).toBe(stands)
  })

  test('of another register, or after a patch, keeps what a colleague edited', async () => {
    const id = await created()
    const hours = { teachingHours: 33, deviation: 'Sovittu toisin' }
    const page = await pageOf()
    const plan = structuredClone(page.plan)
    Object.assign(plan.vocationalUnits[0] ?? {}, hours)
    await put(page, { plan, reason: 'Lisää tunteja' })
    const second = await service.key(provider, 'primus')
    const third = await service.key(provider, 'visma')
    await second('PATCH', `${base}/${id}`, { id, sahkoposti: 'toinen@esimerkki.test' })
    await second('PUT', `${base}/${id}`, { ...hoks({ sahkoposti: 'kolmas@esimerkki.test' }), id })
    expect((await pageOf()).plan.vocationalUnits[0]).toMatchObject(hours)
    await third('PUT', `${base}/${id}`, { ...hoks({ sahkoposti: 'neljas@esimerkki.test' }), id })
    expect((await pageOf()).plan.vocationalUnits[0]).toMatchObject(hours)
  })

  test('a conflict about a person keeps both people, also when ours stands and nothing else changed', async () => {
    const id = await created()
    await service.owner.query(
      `insert into provider_setting (provider_id, master, national_sender) values ($1, $2, 'register')`,
      [
        provider,
        {
          basics: 'here',
          prior: 'here',
          units: 'here',
          periods: 'here',
          demonstrations: 'here',
          support: 'here',
        },
      ],
    )
    const page = await pageOf()
    const plan = { ...structuredClone(page.plan), contact: 'uusi' }
    const contacts = { uusi: { email: 'opettajalta@esimerkki.test' } }
    expect((await put(page, { plan, contacts, reason: 'Uusi osoite' })).statusCode).toBe(200)
    const sending = { ...hoks({ sahkoposti: 'rekisterista@esimerkki.test' }), id }
    for (let round = 0; round < 2; round += 1) await register('PUT', `${base}/${id}`, sending)
    const { contacts: shown, conflicts } = await pageOf()
    expect(conflicts).toMatchObject([{ pointer: '/contact', taken: 'here' }])
    expect(shown[String(conflicts[0]?.register)]).toMatchObject({ email: 'rekisterista@esimerkki.test' })
  })

  test('a conflict follows the part that it is about', async () => {
    const id = await created()
    await put(await pageOf(), edited(await pageOf(), { end: '2025-04-30' }))
    const units = [
      {
        ...hoks()['hankittavat-ammat-tutkinnon-osat'][0],
        'osaamisen-hankkimistavat': [{ ...workplacePeriod, loppu: '2025-05-30' }],
      },
    ]
    await register('PUT', `${base}/${id}`, { ...hoks({ 'hankittavat-ammat-tutkinnon-osat': units }), id })
    const page = await pageOf()
    const plan = structuredClone(page.plan) as { vocationalUnits: unknown[] }
    plan.vocationalUnits.unshift({ unitCode: 'tutkinnonosat_106877', unitCodeVersion: 1 })
    await put(page, { plan, reason: 'Uusi osa ensimmäiseksi' })
    expect((await pageOf()).conflicts.map(one => one.pointer)).toEqual([
      '/vocationalUnits/1/learningPeriods/0/end',
    ])
  })

  test('takes a number that no rule bounds', async () => {
    const id = await created()
    const period = {
      ...workplacePeriod,
      'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus',
      'osa-aikaisuustieto': Number.MAX_SAFE_INTEGER,
    }
    const unit = { ...hoks()['hankittavat-ammat-tutkinnon-osat'][0], 'osaamisen-hankkimistavat': [period] }
    const answer = await register('PUT', `${base}/${id}`, {
      ...hoks({ 'hankittavat-ammat-tutkinnon-osat': [unit] }),
      id,
    })
    expect(answer.statusCode).toBe(204)
  })

  test('with If-Match replaces what it has seen, and refuses what it has not', async () => {
    const id = await created()
    await put(await pageOf(), edited(await pageOf(), { end: '2025-04-30' }))
    const stale = await register('PUT', `${base}/${id}`, { ...hoks(), id }, { 'if-match': '"v1"' })
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'plans.version-conflict'])
    expect(
      (await register('PUT', `${base}/${id}`, { ...hoks(), id }, { 'if-match': '"v2"' })).statusCode,
    ).toBe(204)
    expect((await pageOf()).plan.vocationalUnits[0]?.learningPeriods[0]?.end).toBe('2025-03-28')
  })

  test('of many at once loses none: every save has its version', async () => {
    const id = await created()
    const ends = ['2025-04-01', '2025-04-02', '2025-04-03', '2025-04-04', '2025-04-07', '2025-04-08']
    const answers = await Promise.all(
      ends.map(loppu => {
        const period = { ...workplacePeriod, loppu }
        const unit = {
          ...hoks()['hankittavat-ammat-tutkinnon-osat'][0],
          'osaamisen-hankkimistavat': [period],
        }
        return register('PUT', `${base}/${id}`, {
          ...hoks({ 'hankittavat-ammat-tutkinnon-osat': [unit] }),
          id,
        })
      }),
    )
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([204]))
    expect((await pageOf()).version).toBe(1 + ends.length)
  })

  test.each([
    ['another study right', () => ({ 'opiskeluoikeus-oid': '1.2.246.562.15.10000000009' })],
    ['another student', () => ({ 'oppija-oid': '1.2.246.562.24.37998958910' })],
  ])('refuses %s', async (_what, change) => {
    const id = await created()
    expect((await register('PUT', `${base}/${id}`, { ...hoks(change()), id })).statusCode).toBe(400)
  })
})

describe('PATCH', () => {
  test('changes the head only', async () => {
    const id = await created()
    const answer = await register('PATCH', `${base}/${id}`, { id, sahkoposti: 'uusi@esimerkki.test' })
    expect(answer.statusCode).toBe(204)
    const { data } = (await register('GET', `${base}/${id}`)).json()
    expect(data.sahkoposti).toBe('uusi@esimerkki.test')
    expect(data['hankittavat-ammat-tutkinnon-osat']).toHaveLength(1)
  })

  test('refuses parts', async () => {
    const id = await created()
    const answer = await register('PATCH', `${base}/${id}`, { id, 'oppimisen-tuki': [] })
    expect(answer.json().findings).toMatchObject([{ pointer: '/oppimisen-tuki' }])
  })
})

describe('erasing', () => {
  test('leaves a gap that a register cannot fill again', async () => {
    const id = await created()
    const administrator = await service.signIn(provider, ['administrator'])
    const before = await pageOf()
    const [contactId] = Object.entries(before.contacts).find(([, one]) => one.name === 'Otto Keksitty') ?? []
    const erased = await administrator('POST', `/api/contacts/${contactId}/erase`, {
      extent: 'all',
      reason: 'Pyyntö',
    })
    expect(erased.statusCode).toBe(204)
    await register('PUT', `${base}/${id}`, {
      ...hoks({ 'urasuunnitelma-koodi-uri': 'urasuunnitelma_0001' }),
      id,
    })
    const after = await pageOf()
    expect(after.contacts[contactId ?? '']).toMatchObject({ erasedOn: expect.any(String) })
    expect(JSON.stringify(after)).not.toContain('Otto Keksitty')
    const { rows } = await service.owner.query(`select c::text from contact c where provider_id = $1`, [
      provider,
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Otto|otto@/)
  })
})

test('what was erased in two steps does not come back either', async () => {
  const id = await created()
  const administrator = await service.signIn(provider, ['administrator'])
  const [contactId] =
    Object.entries((await pageOf()).contacts).find(([, one]) => one.name === 'Otto Keksitty') ?? []
  for (const extent of ['details', 'all']) {
    const answer = await administrator('POST', `/api/contacts/${contactId}/erase`, {
      extent,
      reason: 'Pyyntö',
    })
    expect(answer.statusCode).toBe(204)
    await register('PUT', `${base}/${id}`, { ...hoks({ versio: extent.length }), id })
    const { rows } = await service.owner.query('select c::text from contact c where provider_id = $1', [
      provider,
    ])
    expect(JSON.stringify(rows)).not.toMatch(/otto@|040 123/)
  }
  expect(JSON.stringify(await pageOf())).not.toContain('Otto')
})

test('validation stores nothing', async () => {
  const answer = await register('POST', '/ehoks-virkailija-backend/api/v1/validointi', hoks())
  expect([answer.statusCode, answer.json()]).toEqual([200, {}])
  const wrong = await register('POST', '/ehoks-virkailija-backend/api/v1/validointi', hoks({ versio: 'x' }))
  expect(wrong.statusCode).toBe(400)
  const { rows } = await service.owner.query('select 1 from plan where provider_id = $1', [provider])
  expect(rows).toEqual([])
  const events = await service.owner.query(
    `select student_id from audit_event where provider_id = $1 and action = 'study-rights.consult'`,
    [provider],
  )
  expect(events.rows).toEqual([{ student_id: student.studentId }, { student_id: student.studentId }])
})
