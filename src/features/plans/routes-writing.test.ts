import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'
import { addDays, dayOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from './factory.ts'

const service = await testService()

let provider: Uuid
let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
})

const period = {
  start: '2025-01-07',
  end: '2025-01-26',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  methodCodeVersion: 1,
  partTimeShare: 50,
  workplace: {
    name: 'Paja Esimerkki Oy',
    businessId: '1234567-1',
    tasks: ['Huollot'],
    instructor: { contact: 'new-1' },
  },
}
const contacts = { 'new-1': { name: 'Otto Keksitty', email: 'otto@esimerkki.test' } }

const body = (changes: object = {}) => ({
  studentOid: student.studentOid,
  studyRightOid: student.studyRightOid,
  firstApprovedOn: '2024-08-20',
  needToAcquireCompetence: true,
  email: 'testi@esimerkki.test',
  vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [period] }],
  ...changes,
})
const sent = (changes: object = {}, more: object = {}) => ({
  studyRightOid: student.studyRightOid,
  plan: body(changes),
  contacts,
  ...more,
})
const create = (what: object = sent(), client = teacher) => client('POST', '/api/plans', what)
const check = (what: object, client = teacher) => client('POST', '/api/plans/check', what)
const start = (client = teacher, oid = student.studyRightOid) =>
  client('GET', `/api/plans/start?studyRight=${oid}`)

const rows = async (text: string, values: unknown[] = []) => (await service.owner.query(text, values)).rows

async function protect(): Promise<void> {
  await service.owner.query('update student set protected = true where id = $1', [student.studentId])
}

describe('making a plan', () => {
  test('stores it with its author, identifiers, people beside it, audit and job', async () => {
    const answer = await create(sent({}, { reason: 'Aloituskeskustelu' }))
    expect([answer.statusCode, answer.headers.etag]).toEqual([201, '"v1"'])
    const { id, version } = answer.json()
    expect(version).toBe(1)
    const page = (await teacher('GET', `/api/plans/${id}`)).json()
    const [made] = page.plan.vocationalUnits[0].learningPeriods
    expect(made.identifier).toMatch(/^[0-9a-f-]{36}$/)
    expect(page.contacts[made.workplace.instructor.contact]).toMatchObject({ name: 'Otto Keksitty' })
    expect(page.savedBy).toMatchObject({ source: 'here', name: 'Testi Henkilö' })
    expect(page).not.toHaveProperty('approvedVersion')
    const { items } = (await teacher('GET', `/api/plans/${id}/versions`)).json()
    expect(items[0].reason).toBe('Aloituskeskustelu')
    expect(
      await rows('select action from audit_event where target_id = $1 order by id limit 1', [id]),
    ).toEqual([{ action: 'plans.create' }])
    expect(await jobsOf('plans.saved', id)).toBe(1)
    expect(await jobsOf('plans.approved', id)).toBe(0)
  })

  test('may approve it in the same breath', async () => {
    const { id } = (await create(sent({}, { approve: true }))).json()
    const page = (await teacher('GET', `/api/plans/${id}`)).json()
    expect(page).toMatchObject({ approvedVersion: 1, plan: { firstApprovedOn: '2024-08-20' } })
    expect(page.plan.approvedAt).toBe(page.approvedAt)
    expect(await jobsOf('plans.approved', id)).toBe(1)
  })

  test('is refused for a study right that has one, with the way to it', async () => {
    const { id } = (await create()).json()
    const answer = await create()
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'plans.exists', planId: id }])
  })

  test('of two at once makes one plan, and tells the other which', async () => {
    const answers = await Promise.all([create(), create(), create()])
    const made = answers.filter(answer => answer.statusCode === 201)
    expect(made).toHaveLength(1)
    for (const answer of answers.filter(one => one.statusCode !== 201))
      expect(answer.json()).toMatchObject({ code: 'plans.exists', planId: made[0]?.json().id })
  })

  test.each([
    [
      'a study right that nobody knows',
      { studyRightOid: '1.2.246.562.15.10000000009' },
      {},
      'plans.study-right-unknown',
    ],
    ['another student than the study right’s', {}, { studentOid: '1.2.246.562.24.1' }, 'plans.other-student'],
    ['another study right in the body', {}, { studyRightOid: 'x' }, 'plans.other-student'],
    ['a person who is not told', { contacts: {} }, {}, 'plans.contact-unknown'],
  ])('is refused for %s', async (_what, more, changes, code) => {
    expect((await create(sent(changes, more))).json().code).toBe(code)
  })

  test('tells every place whose form is wrong', async () => {
    const units = [{ unitCode: 'tutkinnonosat_1', learningPeriods: [{ start: '2026-02-30' }] }]
    const answer = await create(sent({ vocationalUnits: units, surprise: 1 }))
    expect(answer.json()).toMatchObject({
      code: 'plans.shape',
      pointer: '/plan/vocationalUnits/0/unitCodeVersion',
    })
    expect(answer.json().findings.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/vocationalUnits/0/unitCodeVersion',
      '/vocationalUnits/0/learningPeriods/0/end',
      '/vocationalUnits/0/learningPeriods/0/methodCode',
      '/vocationalUnits/0/learningPeriods/0/methodCodeVersion',
      '/vocationalUnits/0/learningPeriods/0/start',
      '/surprise',
    ])
  })

  test('keeps control characters, right-to-left text and very long names as typed', async () => {
    const name = `Testi\u202e\u0007 ${'pitkä '.repeat(2000)}`
    const { id } = (await create(sent({ localUnits: [{ name }] }))).json()
    expect((await teacher('GET', `/api/plans/${id}`)).json().plan.localUnits[0].name).toBe(name)
  })

  test.each([
    ['student', 403],
    ['quality', 403],
    ['coordinator', 403],
    ['administrator', 403],
    ['guidance', 201],
  ] as const)('as %s: %i', async (role, status) => {
    const someone = await service.signIn(provider, [role], role === 'student' ? student.studentId : undefined)
    expect((await create(sent(), someone)).statusCode).toBe(status)
  })

  test('is not possible for another provider’s study right, nor behind a turvakielto', async () => {
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await create(sent(), stranger)).json().code).toBe('plans.study-right-unknown')
    await protect()
    for (const answer of [await create(), await start(), await check(sent())])
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'plans.protected'])
    expect(await rows('select 1 from plan where provider_id = $1', [provider])).toEqual([])
  })
})

describe('checking what is being written', () => {
  test('tells the rules’ findings in words with fixes, and stores nothing', async () => {
    const late = { ...period, end: '2028-01-01' }
    const units = [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [late] }]
    const answer = await check(sent({ vocationalUnits: units }))
    expect(answer.statusCode).toBe(200)
    const found = answer
      .json()
      .findings.find((one: { code: string }) => one.code === 'period-ends-after-study-right')
    expect(found).toMatchObject({
      pointer: expect.stringContaining('/vocationalUnits/0/learningPeriods/0'),
      text: expect.stringContaining('opiskeluoikeuden'),
      fix: { op: 'set', value: '2027-06-30' },
    })
    for (const table of ['plan', 'plan_version', 'contact'])
      expect(await rows(`select 1 from ${table} where provider_id = $1`, [provider])).toEqual([])
  })

  test('tells what is missing beside what is wrong elsewhere, and asks nobody for identifiers', async () => {
    const units = [
      { unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [{ start: '2025-01-07' }] },
      { unitCode: 'x', unitCodeVersion: 1, learningPeriods: [{ ...period, partTimeShare: 500 }] },
    ]
    const { findings } = (await check(sent({ vocationalUnits: units }))).json()
    const told = findings.map((one: { code: string; pointer: string }) => `${one.pointer} ${one.code}`)
    expect(told).toContain('/vocationalUnits/0/learningPeriods/0/end field-missing')
    expect(told).toContain('/vocationalUnits/1/unitCode invalid-code')
    expect(told.join()).toMatch(/part-time-share-out-of-range/)
    expect(told.join()).not.toMatch(/identifier-missing/)
  })

  test.each([
    [{}],
    [{ vocationalUnits: 'x' }],
    [{ commonUnits: [{}, null] }],
    [{ localUnits: [{ learningPeriods: [5] }] }],
  ])('of %j answers with findings', async plan => {
    const answer = await check({ studyRightOid: student.studyRightOid, plan })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().findings.length).toBeGreaterThan(0)
  })

  test('is bounded, and not for those who may not write', async () => {
    const large = sent({ localUnits: [{ aimsAndContent: 'x'.repeat(2_000_000) }] })
    expect((await check(large)).statusCode).toBe(413)
    const own = await service.signIn(provider, ['student'], student.studentId)
    expect((await check(sent(), own)).statusCode).toBe(403)
  })
})

describe('the starting plan', () => {
  test('holds what is known of the student, and the audit tells who saw it', async () => {
    await service.owner.query(
      `insert into student_contact (provider_id, student_id, email, phone, changed_at)
       values ($1, $2, 'oma@esimerkki.test', '0401234567', now())`,
      [provider, student.studentId],
    )
    const answer = (await start()).json()
    expect(answer).toMatchObject({
      gaps: ['no-qualification'],
      student: { id: student.studentId, studentOid: student.studentOid },
      plan: { email: 'oma@esimerkki.test', phone: '0401234567', needToAcquireCompetence: true },
    })
    expect(
      await rows(`select student_id from audit_event where action = 'plans.read-start' and target_id = $1`, [
        student.studyRightOid,
      ]),
    ).toEqual([{ student_id: student.studentId }])
    expect((await create({ studyRightOid: student.studyRightOid, plan: answer.plan })).statusCode).toBe(201)
    expect((await start()).json().code).toBe('plans.exists')
  })

  test('is not there for others', async () => {
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await start(stranger)).statusCode).toBe(404)
    const own = await service.signIn(provider, ['student'], student.studentId)
    expect((await start(own)).statusCode).toBe(403)
  })
})

describe('approving', () => {
  const approve = (id: string, version: number, client = teacher) =>
    client('POST', `/api/plans/${id}/approve`, undefined, { 'if-match': `"v${version}"` })
  const read = async (id: string) => (await teacher('GET', `/api/plans/${id}`)).json()

  test('makes the plan as it stands an approved version, audits it and tells the sending', async () => {
    const { id } = (await create()).json()
    expect((await approve(id, 1)).json()).toMatchObject({ id, version: 2 })
    const page = await read(id)
    expect(page).toMatchObject({ version: 2, approvedVersion: 2, plan: { firstApprovedOn: '2024-08-20' } })
    expect(page.plan.approvedAt).toBe(page.approvedAt)
    expect(
      await rows(`select details from audit_event where target_id = $1 and action = 'plans.approve'`, [id]),
    ).toEqual([{ details: { version: 2 } }])
    expect(await jobsOf('plans.approved', id)).toBe(1)
  })

  test('together with a save approves what was saved; a later save waits', async () => {
    const { id } = (await create()).json()
    const edit = async (changes: object, approves: boolean) => {
      const { plan, version } = await read(id)
      const what = { plan: { ...plan, ...changes }, reason: 'Muutos', approve: approves }
      return teacher('PUT', `/api/plans/${id}`, what, { 'if-match': `"v${version}"` })
    }
    expect(
      (await edit({ careerPlanCode: 'urasuunnitelma_0001', careerPlanCodeVersion: 1 }, true)).statusCode,
    ).toBe(200)
    expect(await read(id)).toMatchObject({ version: 2, approvedVersion: 2 })
    await edit({ competenceAchievedOn: '2026-11-20' }, false)
    expect(await read(id)).toMatchObject({ version: 3, approvedVersion: 2 })
    expect(await jobsOf('plans.approved', id)).toBe(1)
  })

  describe('for the first time', () => {
    const today = dayOf(new Date())
    const drafted = addDays(today, -5)

    /** Made and saved five days ago, with the day that its beginning proposed. */
    async function draftedPlan(source = 'here'): Promise<string> {
      const { id } = (await create(sent({ firstApprovedOn: drafted }))).json()
      await service.owner.query(`update plan set created_at = created_at - interval '5 days' where id = $1`, [
        id,
      ])
      await service.owner.query('update plan_version set source = $2 where plan_id = $1', [id, source])
      return id
    }
    const edit = async (id: string, changes: object, approves = true) => {
      const { plan, version } = await read(id)
      const what = { plan: { ...plan, ...changes }, reason: 'Muutos', approve: approves }
      return teacher('PUT', `/api/plans/${id}`, what, { 'if-match': `"v${version}"` })
    }
    const dayIn = async (id: string): Promise<string> => (await read(id)).plan.firstApprovedOn

    test('makes the day of drafting that of the approval, and no later approval changes it', async () => {
      const id = await draftedPlan()
      expect(await read(id)).toMatchObject({ firstApprovalOpen: true, plan: { firstApprovedOn: drafted } })
      await approve(id, 1)
      expect(await dayIn(id)).toBe(today)
      expect(await read(id)).not.toHaveProperty('firstApprovalOpen')
      // As if the approval had been on the day of drafting.
      await edit(id, { firstApprovedOn: drafted }, false)
      await edit(id, { phone: '040 555 0102' })
      expect(await dayIn(id)).toBe(drafted)
    })

    test('does so together with a save too', async () => {
      const id = await draftedPlan()
      await edit(id, { phone: '040 555 0102' }, false)
      expect(await read(id)).toMatchObject({ version: 2, firstApprovalOpen: true })
      await edit(id, { phone: '040 555 0103' })
      expect(await dayIn(id)).toBe(today)
    })

    test('keeps a day that somebody wrote, before or in the approving save, or that a register told', async () => {
      const [written, writing] = [await draftedPlan(), await another(() => draftedPlan())]
      const brought = await another(() => draftedPlan('register'))
      await edit(written, { firstApprovedOn: addDays(today, -9) }, false)
      expect(await read(written)).not.toHaveProperty('firstApprovalOpen')
      await edit(written, {})
      expect(await dayIn(written)).toBe(addDays(today, -9))
      await edit(writing, { firstApprovedOn: addDays(today, -2) })
      expect(await dayIn(writing)).toBe(addDays(today, -2))
      await edit(brought, {})
      expect(await dayIn(brought)).toBe(drafted)
    })

    /** Of another student. */
    async function another<T>(act: () => Promise<T>): Promise<T> {
      student = await makeStudent(service.database, provider)
      return act()
    }
  })

  test('needs the version that was read, the right to write, and no turvakielto', async () => {
    const { id } = (await create()).json()
    expect((await teacher('POST', `/api/plans/${id}/approve`)).statusCode).toBe(428)
    expect((await approve(id, 7)).statusCode).toBe(409)
    for (const role of ['quality', 'student'] as const) {
      const someone = await service.signIn(
        provider,
        [role],
        role === 'student' ? student.studentId : undefined,
      )
      expect((await approve(id, 1, someone)).statusCode).toBe(403)
    }
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await approve(id, 1, stranger)).statusCode).toBe(404)
    await protect()
    expect((await approve(id, 1)).json().code).toBe('plans.protected')
    const { plan } = (await rows('select body as plan from plan_version where plan_id = $1', [id]))[0]
    const put = await teacher('PUT', `/api/plans/${id}`, { plan, reason: 'x' }, { 'if-match': '"v1"' })
    expect(put.json().code).toBe('plans.protected')
  })
})

async function jobsOf(name: string, planId: string): Promise<number> {
  const found = await rows('select data from pgboss.job where name = $1', [name])
  return found.filter(({ data }) => JSON.stringify(data).includes(planId)).length
}
