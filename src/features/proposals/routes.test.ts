import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays, dayOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'

const service = await testService()
const today = dayOf(new Date())
const [start, end] = [addDays(today, 30), addDays(today, 60)]

let provider: Uuid
let teacher: Client
let own: Client
let student: MadeStudent
let planId: string

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  teacher = await service.signIn(provider, ['teacher'])
  own = await service.signIn(provider, ['student'], student.studentId)
  planId = await planOf(student)
})

async function planOf({ studentOid, studyRightOid }: MadeStudent): Promise<string> {
  const audit = { actor: { kind: 'system' as const, source: 'file', providerId: provider }, now: new Date() }
  const period = {
    identifier: 'jakso-1',
    ...{ start, end, partTimeShare: 100 },
    methodCode: 'osaamisenhankkimistapa_koulutussopimus',
    methodCodeVersion: 1,
    workplace: { name: 'Paja Esimerkki Oy', tasks: ['Huollot'], instructor: { name: 'Otto Keksitty' } },
  }
  const plan = {
    ...{ studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [period] }],
  }
  const saving = { jobs: service.jobs, referenceFor: () => ({}), formFaults: () => [] }
  const saved = await write(service.database, provider, transaction =>
    createPlan({ transaction, audit, today, ...saving }, { plan }, { studyRightKnown: 'wished' }),
  )
  return saved.id
}

const later = { start: addDays(start, 7), end: addDays(end, 7) }
const dates = () => ({ planId, kind: 'dates', about: 'period:jakso-1', message: 'Muutto', wish: later })

const make = (body: object = dates(), client = own) => client('POST', '/api/proposals', body)
const list = async (client = teacher) =>
  (await client('GET', `/api/students/${student.studentId}/proposals`)).json()
const answer = (id: string, body: object, client = teacher) =>
  client('POST', `/api/proposals/${id}/answer`, body)
const plan = async () => (await teacher('GET', `/api/plans/${planId}`)).json()
const period = async () => (await plan()).plan.vocationalUnits[0].learningPeriods[0]

async function events(action: string): Promise<unknown[]> {
  const { rows } = await service.owner.query(
    'select student_id, details from audit_event where action = $1 and provider_id = $2 order by id',
    [action, provider],
  )
  return rows
}

describe('proposing', () => {
  test('tells by when it is answered, and is seen by those who answer with what would change', async () => {
    const made = await make()
    expect([made.statusCode, made.json().answerBy]).toEqual([201, addDays(today, 7)])
    const { items } = await list()
    expect(items).toMatchObject([
      {
        ...{ kind: 'dates', state: 'open', message: 'Muutto', wish: later, aboutDays: { start, end } },
        change: { before: { start, end }, after: later, planVersion: 1 },
        permittedActions: ['answer'],
      },
    ])
    expect(await events('proposals.make')).toEqual([
      { student_id: student.studentId, details: { kind: 'dates' } },
    ])
    expect((await list(own)).items[0].permittedActions).toEqual(['withdraw'])
  })

  test.each([
    ['again', {}, 'already-open', 409],
    ['of a part that is not there', { about: 'period:muu' }, 'about-unknown', 400],
    ['of days of the whole', { about: 'plan' }, 'about-other', 400],
    ['of the same days', { wish: { start, end } }, 'dates-same', 400],
    ['of days that go backwards', { wish: { start: end, end: start } }, 'dates-reversed', 400],
    ['of a day without the other', { wish: { start } }, 'end-missing', 400],
    [
      'of a unit that nobody knows',
      { kind: 'unit', about: 'unit:tutkinnonosat_106945', wish: { unitCode: 'x' } },
      'unit-unknown',
      400,
    ],
    ['of the same share', { kind: 'part-time', wish: { share: 100 } }, 'share-same', 400],
  ])('%s is refused', async (_, other, code, status) => {
    if (code === 'already-open') await make()
    const refused = await make({ ...dates(), ...other })
    expect([refused.statusCode, refused.json().code]).toEqual([status, `proposals.${code}`])
  })

  test('the same sixteen times at once is one proposal', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => make()))
    const told = answers.map(one => (one.statusCode === 201 ? 'made' : one.json().code)).sort()
    expect(told).toEqual(['made', ...Array(15).fill('proposals.already-open')])
    expect((await list(own)).items).toHaveLength(1)
  })

  test("of another student's plan is not found, and another provider's people see nothing", async () => {
    const stranger = await makeStudent(service.database, provider)
    const other = await service.signIn(provider, ['student'], stranger.studentId)
    expect((await make(dates(), other)).statusCode).toBe(404)
    const { id } = (await make()).json()
    expect((await other('POST', `/api/proposals/${id}/withdraw`)).statusCode).toBe(404)
    expect((await other('GET', `/api/students/${student.studentId}/proposals`)).statusCode).toBe(403)
    const elsewhere = await service.signIn(await service.provider(), ['teacher'])
    expect((await list(elsewhere)).code).toBe('students.not-found')
    expect((await answer(id, { state: 'declined', reason: 'Ei' }, elsewhere)).statusCode).toBe(404)
  })

  test('is taken back by whoever made it, once', async () => {
    const { id } = (await make()).json()
    expect((await own('POST', `/api/proposals/${id}/withdraw`)).statusCode).toBe(204)
    expect((await own('POST', `/api/proposals/${id}/withdraw`)).json().code).toBe('proposals.closed')
    expect((await answer(id, { state: 'declined', reason: 'Ei' })).json().code).toBe('proposals.closed')
  })
})

describe('answering', () => {
  test('yes changes the plan as one version with the reason, and the student sees who answered', async () => {
    const { id } = (await make()).json()
    const answered = await answer(id, { state: 'accepted', reason: 'Sopii meille', changeOf: 1 })
    expect([answered.statusCode, answered.json()]).toEqual([200, { version: 2 }])
    expect(await period()).toMatchObject(later)
    const { items: versions } = (await teacher('GET', `/api/plans/${planId}/versions`)).json()
    expect(versions[0]).toMatchObject({ version: 2, reason: 'Sopii meille' })
    expect((await list(own)).items).toMatchObject([
      { state: 'accepted', answer: 'Sopii meille', answeredBy: 'Testi Henkilö', permittedActions: [] },
    ])
    expect(await events('proposals.answer')).toEqual([
      { student_id: student.studentId, details: { state: 'accepted', version: 2 } },
    ])
    const path = (await own('GET', '/api/path')).json()
    expect(path.next).toMatchObject([
      { key: 'period:jakso-1', ...later, place: { text: 'Paja Esimerkki Oy' } },
    ])
  })

  test('over another version than the one shown changes nothing at all', async () => {
    const { id } = (await make()).json()
    const { contacts: _, ...present } = await plan()
    const changed = { ...present.plan, needToAcquireCompetence: false }
    const saved = await teacher(
      'PUT',
      `/api/plans/${planId}`,
      { plan: changed, reason: 'Toinen' },
      { 'if-match': '"v1"' },
    )
    expect(saved.statusCode).toBe(200)
    const late = await answer(id, { state: 'accepted', reason: 'Sopii', changeOf: 1 })
    expect([late.statusCode, late.json().code]).toEqual([409, 'plans.version-conflict'])
    expect((await list()).items[0]).toMatchObject({ state: 'open', change: { planVersion: 2 } })
    expect(await period()).toMatchObject({ start, end })
  })

  test('no, and yes without a change, leave the plan as it is; a reason is demanded', async () => {
    const { id } = (await make()).json()
    expect((await answer(id, { state: 'declined', reason: ' ' })).statusCode).toBe(400)
    expect((await answer(id, { state: 'declined', reason: 'Työpaikka on kiinni' })).json()).toEqual({})
    const workplace = { kind: 'workplace', wish: { workplace: 'Toinen Oy' } }
    const { id: other } = (await make({ ...dates(), ...workplace })).json()
    const tried = await answer(other, { state: 'accepted', reason: 'Sopii', changeOf: 1 })
    expect([tried.statusCode, tried.json().code]).toEqual([409, 'proposals.cannot-change'])
    expect((await answer(other, { state: 'accepted', reason: 'Sopii' })).json()).toEqual({})
    expect((await plan()).version).toBe(1)
    // Whoever accepted is led to where the change is made by hand; the student is not.
    const accepted = ({ items }: { items: readonly { id: string; editAt?: string }[] }) =>
      items.find(one => one.id === other)?.editAt
    expect(accepted(await list())).toBe('/vocationalUnits/0/learningPeriods/0')
    expect(accepted(await list(own))).toBeUndefined()
  })

  test('is for those who change plans', async () => {
    const { id } = (await make()).json()
    for (const role of ['coordinator', 'quality', 'administrator', 'student'] as const) {
      const other = await service.signIn(provider, [role], role === 'student' ? student.studentId : undefined)
      expect((await answer(id, { state: 'declined', reason: 'Ei' }, other)).statusCode).toBe(403)
    }
    expect((await answer(newId(), { state: 'declined', reason: 'Ei' })).statusCode).toBe(404)
  })

  test('of a student with turvakielto waits for a reveal, and until then its words are hidden', async () => {
    const { id } = (await make()).json()
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    expect(await list()).toMatchObject({ masked: true, items: [{ about: '', permittedActions: [] }] })
    expect((await list()).items[0]).not.toHaveProperty('message')
    expect((await answer(id, { state: 'declined', reason: 'Ei' })).json().code).toBe('plans.protected')
    expect((await list(own)).items[0]).toMatchObject({ message: 'Muutto' })
  })
})
