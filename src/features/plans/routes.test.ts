import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { startJobs } from '../../platform/jobs/jobs.ts'
import { jsonLog } from '../../platform/log/log.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Plan } from './contract.ts'
import { type MadeStudent, makeStudent } from './factory.ts'
import { createPlan } from './public.ts'
import { planWorkers } from './service-jobs.ts'

const service = await testService()
const today = plainDateOf('2026-11-22')

let provider: Uuid
let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
})

function plan(changes: Partial<Plan> = {}): Plan & { studentOid: string; studyRightOid: string } {
  return {
    studentOid: student.studentOid,
    studyRightOid: student.studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    email: 'testi@esimerkki.test',
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [period] }],
    ...changes,
  }
}

const period = {
  identifier: 'jakso-1',
  start: '2025-01-07',
  end: '2025-01-26',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  methodCodeVersion: 1,
  partTimeShare: 50,
  workplace: {
    name: 'Paja Esimerkki Oy',
    businessId: '1234567-1',
    tasks: ['Huollot'],
    instructor: { name: 'Otto Keksitty', email: 'otto@esimerkki.test' },
  },
}

const jobs = await startJobs(
  service.url,
  jsonLog(() => undefined),
)

/** Stored as a file import stores: errors and all. */
async function stored(
  content: Plan & { studentOid: string; studyRightOid: string } = plan(),
  unknownMembers: { pointer: string; value: unknown }[] = [],
): Promise<string> {
  const audit = { actor: { kind: 'system' as const, source: 'file', providerId: provider }, now: new Date() }
  const saved = await write(service.database, provider, transaction =>
    createPlan(
      { transaction, audit, today, jobs, referenceFor: () => ({}), formFaults: () => [] },
      { plan: content, unknownMembers },
      { studyRightKnown: 'wished' },
    ),
  )
  return saved.id
}

const events = async (planId: string) => {
  const { rows } = await service.owner.query(
    'select action, actor_kind, details from audit_event where target_id = $1 order by id',
    [planId],
  )
  return rows as { action: string; actor_kind: string; details: unknown }[]
}

describe('GET', () => {
  test('shows the plan with contacts beside it, and the audit tells who saw it', async () => {
    const id = await stored()
    const answer = await teacher('GET', `/api/plans/${id}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers.etag).toBe('"v1"')
    const page = answer.json()
    expect(page.permittedActions).toEqual(['read', 'update'])
    const reference = page.plan.vocationalUnits[0].learningPeriods[0].workplace.instructor.contact
    expect(page.contacts[reference]).toMatchObject({ name: 'Otto Keksitty', kind: 'instructor' })
    expect((await events(id)).at(-1)).toMatchObject({
      action: 'plans.read',
      actor_kind: 'person',
      details: { version: 1 },
    })
  })

  test('a student sees the own plan and nobody else’s', async () => {
    const id = await stored()
    const other = await makeStudent(service.database, provider)
    const own = await service.signIn(provider, ['student'], student.studentId)
    const stranger = await service.signIn(provider, ['student'], other.studentId)
    expect((await own('GET', `/api/plans/${id}`)).json().permittedActions).toEqual(['read'])
    expect((await stranger('GET', `/api/plans/${id}`)).statusCode).toBe(404)
    expect((await own('GET', '/api/students')).json().items).toHaveLength(1)
  })

  test.each([
    ['administrator', 403],
    ['quality', 200],
    ['coordinator', 200],
    ['guidance', 200],
  ] as const)('as %s: %i', async (role, status) => {
    const id = await stored()
    const someone = await service.signIn(provider, [role])
    expect((await someone('GET', `/api/plans/${id}`)).statusCode).toBe(status)
  })

  test("another provider's plan is not there, and nothing is audited", async () => {
    const id = await stored()
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await stranger('GET', `/api/plans/${id}`)).statusCode).toBe(404)
    expect(await events(id)).toHaveLength(1)
  })

  test.each(['/api/plans/1', '/api/plans/%00', `/api/plans/${'0'.repeat(36)}`])(
    '%s is not found',
    async url => {
      expect((await teacher('GET', url)).statusCode).toBe(404)
    },
  )
})

describe('PUT', () => {
  const read = async (id: string) => (await teacher('GET', `/api/plans/${id}`)).json()
  const save = (id: string, version: number, body: unknown, client = teacher) =>
    client('PUT', `/api/plans/${id}`, body, { 'if-match': `"v${version}"` })

  test('is a version with author, reason and difference', async () => {
    const id = await stored()
    const page = await read(id)
    page.plan.vocationalUnits[0].learningPeriods[0].end = '2025-02-09'
    const answer = await save(id, 1, { plan: page.plan, reason: 'Työpaikka pyysi kaksi viikkoa lisää' })
    expect(answer.json()).toMatchObject({ id, version: 2 })
    const { items } = (await teacher('GET', `/api/plans/${id}/versions`)).json()
    expect(items).toMatchObject([
      {
        version: 2,
        author: { name: 'Testi Henkilö', source: 'here' },
        reason: 'Työpaikka pyysi kaksi viikkoa lisää',
        changes: [
          {
            kind: 'set',
            pointer: '/vocationalUnits/0/learningPeriods/0/end',
            before: '2025-01-26',
            after: '2025-02-09',
          },
        ],
      },
      { version: 1, author: { source: 'file' }, changes: [] },
    ])
    const first = (await teacher('GET', `/api/plans/${id}/versions/1`)).json()
    expect(first.plan.vocationalUnits[0].learningPeriods[0].end).toBe('2025-01-26')
  })

  test('of two writers the second is told who came first, and nothing is lost', async () => {
    const id = await stored()
    const page = await read(id)
    const answers = await Promise.all(
      ['2025-02-02', '2025-02-03'].map(end => {
        const next = structuredClone(page.plan)
        next.vocationalUnits[0].learningPeriods[0].end = end
        return save(id, 1, { plan: next, reason: 'Muutos' })
      }),
    )
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
    const conflict = answers.find(answer => answer.statusCode === 409)?.json()
    expect(conflict).toMatchObject({
      code: 'plans.version-conflict',
      version: 2,
      savedBy: { name: 'Testi Henkilö' },
    })
    expect((await read(id)).version).toBe(2)
  })

  test('needs If-Match', async () => {
    const id = await stored()
    const { plan: body } = await read(id)
    expect((await teacher('PUT', `/api/plans/${id}`, { plan: body, reason: 'x' })).statusCode).toBe(428)
  })

  test('stores a plan that has errors, and tells them in words', async () => {
    const id = await stored()
    const page = await read(id)
    page.plan.vocationalUnits[0].learningPeriods[0].end = '2024-12-01'
    const { findings } = (await save(id, 1, { plan: page.plan, reason: 'Kesken' })).json()
    const [finding] = findings.filter((one: { severity: string }) => one.severity === 'error')
    expect(finding).toMatchObject({
      code: 'period-ends-before-start',
      text: expect.stringContaining('Jakso'),
    })
  })

  test.each([
    ['a contact that does not exist', { contact: 'nobody' }, 'plans.contact-unknown'],
    ['a member that plans do not have', { surprise: 1 }, 'plans.shape'],
    ['a day that the calendar does not have', { firstApprovedOn: '2026-02-30' }, 'plans.shape'],
    ['the year 0', { firstApprovedOn: '0000-01-01' }, 'plans.shape'],
    ['another study right', { studyRightOid: '1.2.246.562.15.10000000009' }, 'plans.other-study-right'],
  ])('refuses %s', async (_what, change, code) => {
    const id = await stored()
    const { plan: body } = await read(id)
    const answer = await save(id, 1, { plan: { ...body, ...change }, reason: 'x' })
    expect([answer.statusCode, answer.json().code]).toEqual([400, code])
  })

  test('members of a newer schema go with their part, and every version keeps its own', async () => {
    const member = { pointer: '/vocationalUnits/0/uusi', value: [1] }
    const id = await stored(plan(), [member, { pointer: '/toinen', value: 'x' }])
    const page = await read(id)
    page.plan.vocationalUnits.unshift({ unitCode: 'tutkinnonosat_1', unitCodeVersion: 1 })
    await save(id, 1, { plan: page.plan, reason: 'x' })
    page.plan.vocationalUnits.pop()
    await save(id, 2, { plan: page.plan, reason: 'x' })
    const { rows } = await service.owner.query(
      `select unknown_members as members from plan_version where plan_id = $1 order by version`,
      [id],
    )
    const head = { pointer: '/toinen', value: 'x' }
    expect(rows.map(row => row.members)).toEqual([
      [member, head],
      [{ ...member, pointer: '/vocationalUnits/1/uusi' }, head],
      [head],
    ])
  })

  test('tells faults of form that the national schema would refuse', async () => {
    const id = await stored()
    const page = await read(id)
    const [unit] = page.plan.vocationalUnits
    unit.teachingHours = -5
    unit.learningPeriods[0].workplace.businessId = '1234567-2'
    unit.learningPeriods[0].partTimeShare = 1e12
    const { findings } = (
      await save(id, 1, { plan: { ...page.plan, careerPlanCode: 'x' }, reason: 'x' })
    ).json()
    const errors = findings.filter((one: { severity: string }) => one.severity === 'error')
    expect(errors.map((one: { pointer: string }) => one.pointer)).toEqual(
      expect.arrayContaining([
        '/careerPlanCode',
        '/vocationalUnits/0/teachingHours',
        '/vocationalUnits/0/learningPeriods/0/workplace/businessId',
      ]),
    )
  })

  test.each(['coordinator', 'quality', 'administrator'] as const)('is not for %s', async role => {
    const id = await stored()
    const { plan: body } = await read(id)
    const someone = await service.signIn(provider, [role])
    expect((await save(id, 1, { plan: body, reason: 'x' }, someone)).statusCode).toBe(403)
  })

  test('with a failure in the middle stores nothing', async () => {
    const id = await stored()
    const page = await read(id)
    await service.owner.query('alter table support_period add constraint broken check (false) not valid')
    try {
      const support = [{ typeCode: 'ammatillinenkoulutusoppimisentuentyyppi_02' }]
      const answer = await save(id, 1, { plan: { ...page.plan, learningSupport: support }, reason: 'x' })
      expect(answer.statusCode).toBe(500)
      expect(answer.body).not.toMatch(/support_period|broken|\.ts/)
    } finally {
      await service.owner.query('alter table support_period drop constraint broken')
    }
    expect((await read(id)).version).toBe(1)
    const { rows } = await service.owner.query(
      'select count(*)::int as n from plan_version where plan_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('jobs', () => {
  const workers = () =>
    planWorkers({
      database: service.database,
      clock: { now: () => new Date(), today: () => plainDateOf('2028-01-10') },
      referenceFor: () => ({}),
      formFaults: () => [],
      providerIds: async () => [provider],
    })

  test('durations are shared among the periods of a student, in exact fractions', async () => {
    const id = await stored()
    const run = workers()[0]
    await run?.run({ providerId: provider, planIds: [id] })
    await run?.run({ providerId: provider, planIds: [id] })
    const page = (await teacher('GET', `/api/plans/${id}`)).json()
    // Twenty days at half time.
    expect(page.durations).toEqual({ 'jakso-1': 10 })
  })

  test('projections follow the body: what moved, what came, what went', async () => {
    const id = await stored()
    const page = (await teacher('GET', `/api/plans/${id}`)).json()
    const [unit] = page.plan.vocationalUnits
    const rows = async () => {
      const { rows } = await service.owner.query(
        'select pointer, unique_id, ends_on, days from learning_period where plan_id = $1 order by pointer',
        [id],
      )
      return rows.map(row => [row.pointer, row.unique_id, row.ends_on, row.days])
    }
    await workers()[0]?.run({ providerId: provider, planIds: [id] })
    const [first] = unit.learningPeriods
    unit.learningPeriods = [first, { ...first, identifier: 'jakso-2', end: '2025-02-28' }]
    unit.demonstrations = [
      { start: '2025-01-20', end: '2025-01-24', environment: { name: 'Paja' }, content: ['Huolto'] },
    ]
    const save = (version: number) =>
      teacher('PUT', `/api/plans/${id}`, { plan: page.plan, reason: 'x' }, { 'if-match': `"v${version}"` })
    await save(1)
    const at = '/vocationalUnits/0/learningPeriods'
    expect(await rows()).toEqual([
      [`${at}/0`, 'jakso-1', '2025-01-26', 10],
      [`${at}/1`, 'jakso-2', '2025-02-28', null],
    ])
    unit.learningPeriods = []
    unit.demonstrations = []
    await save(2)
    expect(await rows()).toEqual([])
    const left = await service.owner.query('select from demonstration where plan_id = $1', [id])
    expect(left.rowCount).toBe(0)
  })

  test('a save asks for them in its own transaction', async () => {
    const id = await stored()
    const { rows } = await service.owner.query(
      `select data from pgboss.job where name = 'plans.saved' and data -> 'planIds' ->> 0 = $1`,
      [id],
    )
    expect(rows).toEqual([{ data: { providerId: provider, planIds: [id] } }])
  })

  test('a new day is checked anew', async () => {
    const id = await stored(plan({ competenceAchievedOn: '2028-01-15' }))
    const errors = async () => {
      const { rows } = await service.owner.query('select errors from plan where id = $1', [id])
      return rows[0].errors
    }
    expect(await errors()).toBe(1)
    await workers()[1]?.run({})
    expect(await errors()).toBe(0)
  })
})

test('the log names nobody', () => {
  expect(service.log.join('\n')).not.toMatch(/Keksitty|esimerkki\.test|1\.2\.246/)
})
