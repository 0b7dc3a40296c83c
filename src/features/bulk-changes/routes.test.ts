import { beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'

const service = await testService()
const unit = 'tutkinnonosat_106945'

let provider: Uuid
let teacher: Client
let students: MadeStudent[]
let planIds: string[]

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  students = []
  planIds = []
  for (let at = 0; at < 3; at += 1) {
    const student = await makeStudent(service.database, provider)
    students.push(student)
    planIds.push(await planOf(student))
  }
  await service.owner.query(
    `insert into student_group (provider_id, code, starts_on, changed_at) values ($1, 'A1', '2024-08-01', now())`,
    [provider],
  )
  await service.owner.query(`update student set group_code = 'A1' where provider_id = $1`, [provider])
})

async function planOf({ studentOid, studyRightOid }: MadeStudent): Promise<string> {
  const period = {
    ...{ start: '2025-01-07', end: '2025-01-26', partTimeShare: 50 },
    ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
    workplace: { name: 'Paja Oy', tasks: ['Huollot'], instructor: { contact: 'new-1' } },
  }
  const vocationalUnits = [{ unitCode: unit, unitCodeVersion: 1, learningPeriods: [period] }]
  const answer = await teacher('POST', '/api/plans', {
    studyRightOid,
    plan: {
      ...{ studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
      vocationalUnits,
    },
    contacts: { 'new-1': { name: 'Otto Keksitty', email: 'otto@esimerkki.test' } },
  })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}

const later = { kind: 'move-dates', weeks: 2, ended: true }
const preview = async (operation: object = later, client = teacher, ids = planIds) =>
  client('POST', '/api/bulk-changes/preview', { planIds: ids, operation })
const versions = (version = 1, ids = planIds) => ids.map(planId => ({ planId, version }))
const make = (more: object = {}, client = teacher) =>
  client('POST', '/api/bulk-changes', {
    ...{ operation: later, reason: 'Loma siirtyi', plans: versions() },
    ...more,
  })
const planAt = async (at: number) => (await teacher('GET', `/api/plans/${planIds[at]}`)).json()
const startOf = async (at: number) => (await planAt(at)).plan.vocationalUnits[0].learningPeriods[0].start

async function edit(at: number, change: (plan: Record<string, unknown>) => object, version: number) {
  const { plan } = await planAt(at)
  const answer = await teacher(
    'PUT',
    `/api/plans/${planIds[at]}`,
    { plan: { ...plan, ...change(plan) }, reason: 'Oma muutos' },
    { 'if-match': `"v${version}"` },
  )
  expect(answer.statusCode).toBe(200)
}

describe('a bulk change', () => {
  test('is told of each plan in words before it is made, and stores nothing then', async () => {
    const { plans } = (await preview()).json()
    expect(plans).toHaveLength(3)
    expect(plans[0]).toMatchObject({ outcome: 'changes', version: 1 })
    expect(plans[0].name).toContain('Keksitty')
    expect(plans[0].changes[0]).toMatch(/2 viikkoa/)
    expect((await planAt(0)).version).toBe(1)
    const events = await auditOf(service.owner, provider, 'plans.read')
    expect(events.filter(event => planIds.includes(event.target_id ?? ''))).toHaveLength(4)
  })

  test('makes one version a plan with the common reason, audited, and is found', async () => {
    const made = await make()
    expect([made.statusCode, made.json().plans]).toEqual([201, 3])
    expect([await startOf(0), await startOf(2)]).toEqual(['2025-01-21', '2025-01-21'])
    const { items } = (await teacher('GET', `/api/plans/${planIds[1]}/versions`)).json()
    expect([items[0].version, items[0].reason]).toEqual([2, 'Loma siirtyi'])
    expect(await auditOf(service.owner, provider, 'bulk-changes.make')).toMatchObject([
      { target_id: made.json().id, details: { kind: 'move-dates', plans: 3 } },
    ])
    const list = (await teacher('GET', '/api/bulk-changes')).json()
    expect(list.items).toMatchObject([
      { text: 'Päiviä siirretty 2 viikolla eteenpäin', plans: 3, undoable: true, madeBy: 'Testi Henkilö' },
    ])
  })

  test('of which one plan was saved meanwhile names it and does nothing', async () => {
    await edit(1, () => ({ email: 'uusi@esimerkki.test' }), 1)
    const made = await make()
    expect([made.statusCode, made.json().code, made.json().planIds]).toEqual([
      ...[409, 'bulk-changes.changed-since', [planIds[1]]],
    ])
    expect([await startOf(0), (await planAt(0)).version]).toEqual(['2025-01-07', 1])
  })

  test('and an undoing that name a plan twice are refused', async () => {
    const twice = [...versions(), ...versions()]
    expect((await make({ plans: twice })).statusCode).toBe(400)
    const { id } = (await make()).json()
    const plans = [...versions(2), { planId: planIds[0], version: 1 }]
    const undone = await teacher('POST', `/api/bulk-changes/${id}/undo`, { plans })
    expect([undone.statusCode, (await planAt(0)).version]).toEqual([400, 2])
  })

  test('that one plan cannot take is refused as a whole', async () => {
    await edit(2, () => ({ vocationalUnits: [] }), 1)
    const operation = { kind: 'set-hours', part: { unit }, hours: 20 }
    const shown = (await preview(operation)).json().plans
    expect(shown.map((one: { outcome: string }) => one.outcome).sort()).toEqual([
      'changes',
      'changes',
      'refused',
    ])
    const plans = versions().map((one, at) => (at === 2 ? { ...one, version: 2 } : one))
    const made = await make({ operation, plans })
    expect([made.statusCode, made.json().planId]).toEqual([409, planIds[2]])
    expect((await planAt(0)).plan.vocationalUnits[0]).not.toHaveProperty('teachingHours')
  })

  test('sets a workplace with its instructor, who stands among contacts and not in what is kept of the change', async () => {
    const operation = {
      ...{ kind: 'set-workplace', part: { unit }, which: 'all', workplace: { name: 'Uusi Paja Oy' } },
      instructor: { name: 'Iida Ohjaava', email: 'iida@esimerkki.test' },
    }
    const shown = (await preview(operation)).json().plans[0]
    expect(shown.changes.join(' ')).toContain('Uusi Paja Oy')
    expect((await make({ operation })).statusCode).toBe(201)
    const { contacts, plan } = await planAt(0)
    const { workplace } = plan.vocationalUnits[0].learningPeriods[0]
    expect([workplace.name, workplace.tasks, contacts[workplace.instructor.contact].name]).toEqual([
      ...['Uusi Paja Oy', ['Huollot'], 'Iida Ohjaava'],
    ])
    const { rows } = await service.owner.query('select operation from bulk_change where provider_id = $1', [
      provider,
    ])
    expect(JSON.stringify(rows)).not.toContain('Iida')
  })

  test('leaves out students with turvakielto, without a name', async () => {
    await service.owner.query('update student set protected = true where id = $1', [students[0]?.studentId])
    const shown = (await preview()).json().plans.find((one: { planId: string }) => one.planId === planIds[0])
    expect(shown).toMatchObject({ outcome: 'refused', changes: [] })
    expect(shown).not.toHaveProperty('name')
    expect((await make()).json().code).toBe('plans.protected')
  })

  test('is for those who edit plans of this provider', async () => {
    const quality = await service.signIn(provider, ['quality'])
    expect((await preview(later, quality)).statusCode).toBe(403)
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await preview(later, stranger)).statusCode).toBe(404)
    expect((await make({}, stranger)).statusCode).toBe(404)
  })
})

test('the plans of a group are there to choose, with the units in them', async () => {
  const { parts, plans } = (await teacher('GET', '/api/bulk-changes/selection?group=A1')).json()
  expect(plans.map((one: { planId: string }) => one.planId).sort()).toEqual(planIds.toSorted())
  expect(parts).toMatchObject([{ unit, plans: 3 }])
  expect(await auditOf(service.owner, provider, 'bulk-changes.select')).toHaveLength(3)
})

describe('undoing', () => {
  const undoOf = async (id: string) => (await teacher('GET', `/api/bulk-changes/${id}/undo`)).json()
  const undo = (id: string, plans: object[]) => teacher('POST', `/api/bulk-changes/${id}/undo`, { plans })
  const shownVersions = (plans: { planId: string; version: number }[]) =>
    plans.map(({ planId, version }) => ({ planId, version }))

  test('gives back what nobody touched, takes the change out of what was, leaves and names what met it', async () => {
    const { id } = (await make()).json()
    await edit(1, () => ({ careerPlanCode: 'urasuunnitelma_0001' }), 2)
    const moved = (plan: Record<string, unknown>) => {
      const [one] = plan.vocationalUnits as { learningPeriods: object[] }[]
      const periods = one?.learningPeriods.map(period => ({ ...period, start: '2025-01-20' }))
      return { vocationalUnits: [{ ...one, learningPeriods: periods }] }
    }
    await edit(2, moved, 2)
    const shown = await undoOf(id)
    const outcomes = Object.fromEntries(
      shown.plans.map((one: { planId: string; outcome: string }) => [one.planId, one.outcome]),
    )
    expect(planIds.map(planId => outcomes[planId])).toEqual(['restores', 'merges', 'left'])
    expect((await undo(id, shownVersions(shown.plans))).json()).toEqual({ undone: 2, left: 1 })
    expect([await startOf(0), await startOf(1), await startOf(2)]).toEqual([
      ...['2025-01-07', '2025-01-07', '2025-01-20'],
    ])
    const second = await planAt(1)
    expect([second.plan.careerPlanCode, second.version]).toEqual(['urasuunnitelma_0001', 4])
    const { items } = (await teacher('GET', '/api/bulk-changes')).json()
    expect(items[0]).toMatchObject({ undoable: false, undoneBy: 'Testi Henkilö' })
    expect((await undo(id, shownVersions(shown.plans))).json().code).toBe('bulk-changes.undone')
    expect(await auditOf(service.owner, provider, 'bulk-changes.undo')).toMatchObject([
      { target_id: id, details: { plans: 2, left: 1 } },
    ])
  })

  test('of a part leaves the rest to be undone later', async () => {
    const { id } = (await make()).json()
    const before = shownVersions((await undoOf(id)).plans)
    const only = (at: number) => before.filter(one => one.planId === planIds[at])
    expect((await undo(id, only(0))).json()).toEqual({ undone: 1, left: 2 })
    const row = async () => (await teacher('GET', '/api/bulk-changes')).json().items[0]
    expect(await row()).toMatchObject({ undoable: true, plans: 3, undonePlans: 1 })
    expect((await row()).undoneAt).toBeUndefined()
    const { plans } = await undoOf(id)
    expect(plans.map((one: { planId: string }) => one.planId).sort()).toEqual(planIds.slice(1).sort())
    // What is undone is not undone again.
    expect((await undo(id, [{ planId: planIds[0] ?? '', version: 3 }])).json().code).toBe(
      'bulk-changes.nothing',
    )
    expect((await undo(id, shownVersions(plans))).json()).toEqual({ undone: 2, left: 0 })
    expect([await startOf(0), await startOf(1), (await planAt(0)).version]).toEqual([
      ...['2025-01-07', '2025-01-07', 3],
    ])
    expect(await row()).toMatchObject({ undoable: false, undonePlans: 3, undoneBy: 'Testi Henkilö' })
    expect((await undo(id, shownVersions(plans))).json().code).toBe('bulk-changes.undone')
  })

  test('without students who are protected by now leaves them to whoever may look', async () => {
    const { id } = (await make()).json()
    const shield = (on: boolean) =>
      service.owner.query('update student set protected = $2 where id = $1', [students[0]?.studentId, on])
    await shield(true)
    const shown = shownVersions((await undoOf(id)).plans)
    expect((await undo(id, shown)).json()).toEqual({ undone: 2, left: 1 })
    await shield(false)
    expect((await undo(id, shownVersions((await undoOf(id)).plans))).json()).toEqual({ undone: 1, left: 0 })
    expect(await startOf(0)).toBe('2025-01-07')
  })

  test('of what somebody saved after the look names it and does nothing', async () => {
    const { id } = (await make()).json()
    const shown = await undoOf(id)
    await edit(0, () => ({ careerPlanCode: 'urasuunnitelma_0001' }), 2)
    const answer = await undo(id, shownVersions(shown.plans))
    expect([answer.statusCode, answer.json().planIds]).toEqual([409, [planIds[0]]])
    expect(await startOf(1)).toBe('2025-01-21')
  })
})

test('plans are chosen across groups, and whose they are is audited', async () => {
  const [open, hidden] = students
  await service.owner.query(`update student set group_code = 'B1' where id = $1`, [open?.studentId])
  await service.owner.query('update student set protected = true where id = $1', [hidden?.studentId])
  const choose = (client: Client) => client('POST', '/api/bulk-changes/selection', { planIds })
  const { parts, plans } = (await choose(teacher)).json()
  expect(plans.map((one: { planId: string }) => one.planId).toSorted()).toEqual(planIds.toSorted())
  expect(plans.filter((one: { masked: boolean }) => one.masked)).toEqual([
    { planId: planIds[1], studentId: hidden?.studentId, masked: true },
  ])
  expect(parts).toMatchObject([{ unit, plans: 2 }])
  const events = await auditOf(service.owner, provider, 'bulk-changes.select')
  expect(events).toHaveLength(3)
  const elsewhere = await service.signIn(await service.provider(), ['guidance'])
  expect((await choose(elsewhere)).json().plans).toEqual([])
  const coordinator = await service.signIn(provider, ['coordinator'])
  expect((await choose(coordinator)).statusCode).toBe(403)
})
