import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { startJobs } from '../../platform/jobs/jobs.ts'
import { jsonLog } from '../../platform/log/log.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from './factory.ts'
import { createPlan } from './public.ts'

const service = await testService()
const jobs = await startJobs(
  service.url,
  jsonLog(() => undefined),
)

let provider: Uuid
let teacher: Client
let student: MadeStudent
let id: string

const unknown = { pointer: '/vocationalUnits/0/uusi', value: [1] }

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
  id = await stored()
})

async function stored(): Promise<string> {
  const audit = { actor: { kind: 'system' as const, source: 'file', providerId: provider }, now: new Date() }
  const { studentOid, studyRightOid } = student
  const instructor = { name: 'Otto Keksitty', email: 'otto@esimerkki.test' }
  const period = {
    identifier: 'jakso-1',
    start: '2025-01-07',
    end: '2025-01-26',
    methodCode: 'osaamisenhankkimistapa_koulutussopimus',
    methodCodeVersion: 1,
    partTimeShare: 50,
    workplace: { name: 'Paja Esimerkki Oy', businessId: '1234567-1', tasks: ['Huollot'], instructor },
  }
  const plan = {
    studentOid,
    studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    vocationalUnits: [{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 1, learningPeriods: [period] }],
  }
  const today = plainDateOf('2026-11-22')
  const saved = await write(service.database, provider, transaction =>
    createPlan(
      { transaction, audit, today, jobs, referenceFor: () => ({}), formFaults: () => [] },
      { plan, unknownMembers: [unknown] },
      { studyRightKnown: 'wished' },
    ),
  )
  return saved.id
}

const read = async () => (await teacher('GET', `/api/plans/${id}`)).json()

/** Version 2: the unit is gone, and with it all that it held. */
async function emptied() {
  const { plan } = await read()
  const { vocationalUnits: _units, ...rest } = plan
  const answer = await teacher(
    'PUT',
    `/api/plans/${id}`,
    { plan: rest, reason: 'Tyhjennys' },
    { 'if-match': '"v1"' },
  )
  expect(answer.statusCode).toBe(200)
  return plan
}

const restore = (version: number, known: number | undefined, client = teacher, reason = 'Palautus') =>
  client(
    'POST',
    `/api/plans/${id}/versions/${version}/restore`,
    { reason },
    known === undefined ? {} : { 'if-match': `"v${known}"` },
  )

describe('restoring an earlier version', () => {
  test('makes it the next one, with author, reason, audit and what it held that nobody understands', async () => {
    const before = await emptied()
    const answer = await restore(1, 2)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"v3"'])
    expect(answer.json()).toMatchObject({ id, version: 3, findings: expect.any(Array) })
    expect((await read()).plan).toEqual(before)
    const { items } = (await teacher('GET', `/api/plans/${id}/versions`)).json()
    expect(items[0]).toMatchObject({ version: 3, reason: 'Palautus', author: { name: 'Testi Henkilö' } })
    const { rows } = await service.owner.query(
      `select unknown_members as members from plan_version where plan_id = $1 order by version`,
      [id],
    )
    expect(rows.map(row => row.members)).toEqual([[unknown], null, [unknown]])
    const events = await service.owner.query(
      `select details from audit_event where target_id = $1 and action = 'plans.save' order by id desc limit 1`,
      [id],
    )
    expect(events.rows[0].details).toEqual({ version: 3, source: 'here', changes: 1 })
  })

  test('brings back nobody who was erased', async () => {
    await emptied()
    await service.owner.query(
      `update contact set content = null, erased_at = now(), erased_extent = 'all', erased_salt = '\\x00', erased_fingerprint = '\\x00'
       where plan_id = $1`,
      [id],
    )
    expect((await restore(1, 2)).statusCode).toBe(200)
    const page = await read()
    const { contact } = page.plan.vocationalUnits[0].learningPeriods[0].workplace.instructor
    expect(page.contacts[contact]).toEqual({ kind: 'instructor', erasedOn: expect.any(String) })
  })

  test('is refused with what is there now when somebody saved meanwhile, and needs to know the version', async () => {
    await emptied()
    const late = await restore(1, 1)
    expect([late.statusCode, late.json().code, late.json().version]).toEqual([
      409,
      'plans.version-conflict',
      2,
    ])
    expect((await restore(1, undefined)).statusCode).toBe(428)
    expect((await read()).version).toBe(2)
  })

  test('of the present one changes nothing, and of one that never was is not found', async () => {
    expect((await restore(1, 1)).json()).toMatchObject({ version: 1 })
    expect((await restore(9, 1)).json().code).toBe('plans.version-not-found')
    expect((await restore(1, 1, teacher, '')).statusCode).toBe(400)
  })

  test.each(['coordinator', 'quality', 'administrator', 'student'] as const)('is not for %s', async role => {
    const someone = await service.signIn(provider, [role], role === 'student' ? student.studentId : undefined)
    expect((await restore(1, 1, someone)).statusCode).toBe(403)
  })

  test("is not for another provider's teacher, nor for one who has not looked behind a turvakielto", async () => {
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await restore(1, 1, stranger)).statusCode).toBe(404)
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    const masked = await restore(1, 1)
    expect([masked.statusCode, masked.json().code]).toEqual([403, 'plans.protected'])
  })
})
