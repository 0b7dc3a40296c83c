import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../test/harness/service.ts'
import { type MadeStudent, makeStudent } from '../features/plans/factory.ts'
import { createPlan } from '../features/plans/public.ts'
import type { TaskList, TaskView } from '../features/tasks/contract.ts'
import { write } from '../platform/db/door.ts'
import { newId, type Uuid } from '../platform/ids.ts'
import { addDays, dayOf } from '../platform/time/plain-date.ts'

// Each state puts something on the list of whom it is for, and takes it away again when it is over.

const service = await testService()
const today = dayOf(new Date())
const ends = addDays(today, 10)

interface World {
  readonly provider: Uuid
  readonly teacher: Client
  readonly staffId: Uuid
  readonly student: MadeStudent
  readonly planId: string
}
let world: World

const statement = (text: string, values: readonly unknown[]) => service.owner.query(text, [...values])

/** A responsible teacher's row of staff. */
async function staffOf(provider: Uuid): Promise<{ client: Client; staffId: Uuid }> {
  const client = await service.signIn(provider, ['teacher'])
  const staffId = newId()
  await statement(
    `insert into staff_member (provider_id, id, staff_number, email, person_id, changed_at)
     select $1, $2, $3, 'opettaja@esimerkki.test', person_id, now() from assignment
     where provider_id = $1 and role = 'teacher' and person_id not in
       (select person_id from staff_member where provider_id = $1)`,
    [provider, staffId, staffId],
  )
  return { client, staffId }
}

const workplace = {
  name: 'Paja Esimerkki Oy',
  businessId: '1234567-1',
  tasks: ['Huollot'],
  instructor: { name: 'Otto Keksitty', email: 'otto@esimerkki.test' },
}

async function planOf(provider: Uuid, { studentOid, studyRightOid }: MadeStudent): Promise<string> {
  const audit = { actor: { kind: 'system' as const, source: 'test', providerId: provider }, now: new Date() }
  const jobs = { send: () => Promise.resolve() }
  const method = { methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 }
  const period = { identifier: 'jakso', start: addDays(today, -30), end: ends, partTimeShare: 100, ...method }
  const unit = { unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1 }
  const plan = {
    ...{ studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
    vocationalUnits: [{ ...unit, learningPeriods: [{ ...period, workplace }] }],
  }
  const saved = await write(service.database, provider, transaction =>
    createPlan(
      { transaction, audit, today, jobs, referenceFor: () => ({}), formFaults: () => [] },
      { plan },
      { studyRightKnown: 'demanded' },
    ),
  )
  return saved.id
}

beforeEach(async () => {
  const provider = await service.provider()
  const { client: teacher, staffId } = await staffOf(provider)
  const student = await makeStudent(service.database, provider)
  await statement('update student set teacher_id = $2 where provider_id = $1', [provider, staffId])
  const planId = await planOf(provider, student)
  await statement('update plan set errors = 0, warnings = 0 where id = $1', [planId])
  await statement(
    `insert into provider_setting (provider_id, master, national_sender, contact_retention_months, changed_at)
     values ($1, $2, 'here', 3, now())`,
    [provider, JSON.stringify(Object.fromEntries(parts.map(part => [part, 'here'])))],
  )
  await statement(
    `insert into delivery (provider_id, plan_id, wanted_version, state, delivered_version, waiting_since, due_at)
     values ($1, $2, 1, 'delivered', 1, now(), now())`,
    [provider, planId],
  )
  world = { provider, teacher, staffId, student, planId }
})
const parts = ['basics', 'prior', 'units', 'periods', 'demonstrations', 'support']

async function list(client: Client, query = ''): Promise<TaskList> {
  const answer = await client('GET', `/api/tasks${query}`)
  expect(answer.statusCode).toBe(200)
  const told: TaskList = answer.json()
  // A reason without words would be shown as its key.
  for (const { action, text } of told.items) expect(`${text}${action}`).not.toContain('tasks.')
  return told
}
const kindsOf = async (client: Client) => (await list(client)).items.map(({ kind }) => kind)

/** A statement on a table, of this plan alone. */
const ofPlan = (text: string) => () => statement(text, [world.planId])

const states: readonly {
  readonly kind: TaskView['kind']
  readonly name: string
  readonly begin: () => Promise<unknown>
  readonly end: () => Promise<unknown>
  readonly says: RegExp
  readonly to: RegExp
}[] = [
  {
    ...{ kind: 'findings', name: 'errors', says: /2 virhettä/, to: /^\/plans\/[^/]+#findings$/ },
    begin: ofPlan('update plan set errors = 2, warnings = 5 where id = $1'),
    end: ofPlan('update plan set errors = 0, warnings = 0 where id = $1'),
  },
  {
    ...{ kind: 'findings', name: 'warnings', says: /1 tarkistettava/, to: /^\/plans\/[^/]+#findings$/ },
    begin: ofPlan('update plan set warnings = 1 where id = $1'),
    end: ofPlan(
      'update study_right set present_state = $$eronnut$$ where student_id = (select student_id from plan where id = $1)',
    ),
  },
  {
    ...{
      kind: 'conflict',
      name: 'a conflict',
      says: /1 kohtaa eri tavoin/,
      to: /^\/plans\/[^/]+#conflicts$/,
    },
    begin: ofPlan(`insert into plan_conflict (provider_id, id, plan_id, pointer, taken, source, noticed_at)
      select provider_id, gen_random_uuid(), id, '/email', 'here', 'wilma', now() from plan where id = $1`),
    end: ofPlan('update plan_conflict set settled_at = now() where plan_id = $1'),
  },
  {
    ...{ kind: 'refusal', name: 'a refusal', says: /ei ottanut/, to: /^\/plans\/[^/]+$/ },
    begin: ofPlan(`update delivery set state = 'refused', failed_at = now() where plan_id = $1`),
    end: ofPlan(`update delivery set state = 'waiting' where plan_id = $1`),
  },
  {
    ...{ kind: 'refusal', name: 'a plan changed there', says: /on muuttunut/, to: /^\/plans\/[^/]+$/ },
    begin: ofPlan(`update delivery set state = 'differs' where plan_id = $1`),
    end: ofPlan(`update provider_setting set national_sender = 'register'
      where provider_id = (select provider_id from plan where id = $1)`),
  },
  {
    ...{
      kind: 'period-ending',
      name: 'unsent',
      says: /ei ole vielä lähetetty/,
      to: /^\/plans\/[^/]+\/edit#approve$/,
    },
    begin: ofPlan('update delivery set delivered_version = null where plan_id = $1'),
    end: ofPlan('update delivery set delivered_version = 1 where plan_id = $1'),
  },
  {
    ...{
      kind: 'period-ending',
      name: 'no way to the instructor',
      says: /yhteystieto puuttuu/,
      to: /edit#\/voc/,
    },
    begin: ofPlan(
      `update contact set content = content - 'email' where plan_id = $1 and kind = 'instructor'`,
    ),
    end: ofPlan(`update contact set erased_at = now(), erased_extent = 'details' where plan_id = $1`),
  },
  {
    ...{ kind: 'period-ending', name: 'no business id', says: /Y-tunnus puuttuu/, to: /edit#\/voc/ },
    begin: ofPlan('update learning_period set business_id = null where plan_id = $1'),
    end: ofPlan(`update learning_period set business_id = '1234567-1' where plan_id = $1`),
  },
  {
    ...{ kind: 'period-ending', name: 'no part-time share', says: /Osa-aikaisuus puuttuu/, to: /edit#\/voc/ },
    begin: ofPlan('update learning_period set part_time_share = null where plan_id = $1'),
    end: ofPlan(`update learning_period set interruptions = '[{"start": "2020-01-01"}]' where plan_id = $1`),
  },
  {
    ...{ kind: 'period-ending', name: 'until others pay', says: /Osa-aikaisuus puuttuu/, to: /edit#\/voc/ },
    begin: ofPlan('update learning_period set part_time_share = null where plan_id = $1'),
    end: ofPlan(`update study_right set body = jsonb_set(body, '{states,0,funding}', '"14"')
      where oid = (select study_right_oid from plan where id = $1)`),
  },
  {
    ...{ kind: 'period-ending', name: 'several', says: /puuttuu monta/, to: /edit#\/voc/ },
    begin: ofPlan(
      'update learning_period set part_time_share = null, workplace_name = null where plan_id = $1',
    ),
    end: ofPlan(`update learning_period set ends_on = '2025-06-01' where plan_id = $1`),
  },
]

describe('on the list of the responsible teacher', () => {
  test.each(states)('$kind: $name', async ({ begin, end, kind, says, to }) => {
    const { planId, student, teacher } = world
    expect(await kindsOf(teacher)).toEqual([])
    await begin()
    const { items, totals } = await list(teacher)
    expect(items).toMatchObject([{ kind, student: { id: student.studentId } }])
    expect(items[0]?.text).toMatch(says)
    expect(items[0]?.to).toMatch(to)
    expect(items[0]?.to).toContain(planId)
    expect(totals).toMatchObject([{ kind, count: 1 }])
    await end()
    expect(await kindsOf(teacher)).toEqual([])
  })

  test('a plan that is missing, until there is one', async () => {
    const { provider, staffId, teacher } = world
    const other = await makeStudent(service.database, provider)
    await statement('update student set teacher_id = $2 where id = $1', [other.studentId, staffId])
    const { items } = await list(teacher)
    expect(items).toMatchObject([
      { kind: 'plan-missing', date: '2024-08-31', to: `/plans/new?studyRight=${other.studyRightOid}` },
    ])
    const started = `update study_right set starts_on = $2 where oid = $1`
    await statement(started, [other.studyRightOid, addDays(today, -29)])
    expect(await kindsOf(teacher)).toEqual([])
    await statement(started, [other.studyRightOid, addDays(today, -30)])
    expect(await kindsOf(teacher)).toEqual(['plan-missing'])
    await statement('update plan set errors = 0, warnings = 0 where id = $1', [await planOf(provider, other)])
    expect(await kindsOf(teacher)).toEqual(['period-ending'])
  })

  test('a sent period that a newer version leaves as it was is not asked for again', async () => {
    const { planId, provider, teacher } = world
    const next = (end: string) =>
      statement(
        `with v as (insert into plan_version (provider_id, plan_id, version, saved_at, author_kind, source, changes, body)
           select provider_id, plan_id, version + 1, now(), 'system', 'test', '[]', body from plan_version
           where plan_id = $1 order by version desc limit 1 returning version),
         l as (update learning_period set ends_on = $2 where plan_id = $1)
         update plan set version = v.version from v where id = $1 and provider_id = $3`,
        [planId, end, provider],
      )
    await next(ends)
    expect(await kindsOf(teacher)).toEqual([])
    await next(addDays(ends, 1))
    expect(await kindsOf(teacher)).toEqual(['period-ending'])
  })
})

describe('whose list', () => {
  beforeEach(() => ofPlan('update plan set errors = 1 where id = $1')())

  test.each([
    ['guidance', ['findings']],
    ['quality', []],
    ['coordinator', []],
    ['administrator', []],
    ['guardian', []],
  ] as const)('%s', async (role, kinds) => {
    expect(await kindsOf(await service.signIn(world.provider, [role]))).toEqual(kinds)
  })

  test('a teacher of nobody has nothing, and is told why', async () => {
    const { client } = await staffOf(world.provider)
    expect(await list(client)).toMatchObject({ items: [], noStudents: true })
    expect(await list(world.teacher)).toMatchObject({ noStudents: false })
  })

  test('another provider has nothing of it, and nobody is asked to sign in', async () => {
    const elsewhere = await service.provider()
    expect(await kindsOf(await service.signIn(elsewhere, ['guidance']))).toEqual([])
    expect((await service.nobody('GET', '/api/tasks')).statusCode).toBe(401)
  })

  test('a student with turvakielto is not named, and the audit has whose matters were shown', async () => {
    const { provider, student, teacher } = world
    expect((await list(teacher)).items[0]?.student?.name).toContain('Keksitty')
    await statement('update student set protected = true where id = $1', [student.studentId])
    expect((await list(teacher)).items[0]?.student).toEqual({ id: student.studentId })
    const { rows } = await statement(
      `select details from audit_event where provider_id = $1 and action = 'tasks.list' and student_id = $2`,
      [provider, student.studentId],
    )
    expect(rows).toEqual([{ details: { rows: 1 } }, { details: { rows: 1 } }])
  })

  test('what is looked for alone is shown alone, and the totals count all', async () => {
    await ofPlan(`update delivery set state = 'refused', failed_at = now() where plan_id = $1`)()
    const { items, totals } = await list(world.teacher, '?kind=refusal')
    expect(items.map(({ kind }) => kind)).toEqual(['refusal'])
    expect(totals.map(({ kind }) => kind)).toEqual(['refusal', 'findings'])
  })

  test('a removal is for those who may do it, until they tell that it is done', async () => {
    await ofPlan(`insert into plan_removal (provider_id, plan_id, reason, asked_at)
      select provider_id, id, 'Väärä opiskelija', now() from plan where id = $1`)()
    const administrator = await service.signIn(world.provider, ['administrator'])
    expect((await list(administrator)).items).toMatchObject([
      { kind: 'refusal', to: '/administration/deliveries#removals' },
    ])
    expect(await kindsOf(world.teacher)).toEqual(['findings'])
    await ofPlan('update plan_removal set told_done_at = now() where plan_id = $1')()
    expect(await kindsOf(administrator)).toEqual([])
  })
})

test('days pass: a period comes to the list when its end is near enough', async () => {
  const { planId, provider, teacher } = world
  await statement('update learning_period set part_time_share = null, ends_on = $2 where plan_id = $1', [
    planId,
    addDays(today, 15),
  ])
  expect(await kindsOf(teacher)).toEqual([])
  const administrator = await service.signIn(provider, ['administrator'])
  expect((await administrator('PUT', '/api/clock', { days: 1 })).statusCode).toBe(200)
  const { items } = await list(teacher)
  await administrator('DELETE', '/api/clock')
  expect(items).toMatchObject([{ kind: 'period-ending', date: addDays(today, 14), dateIs: 'by' }])
  expect(await kindsOf(teacher)).toEqual([])
  // The provider's own setting does what the day does.
  const settings = (await administrator('GET', '/api/settings')).json()
  const reminders = { ...settings.reminders, periodEndsDays: 15 }
  expect((await administrator('PUT', '/api/settings', { ...settings, reminders })).statusCode).toBe(200)
  expect(await kindsOf(teacher)).toEqual(['period-ending'])
})
