import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { addDays, dayOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'

const service = await testService()
const today = dayOf(new Date())

let provider: Uuid
let own: Client
let student: MadeStudent
let planId: string

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  own = await service.signIn(provider, ['student'], student.studentId)
  const { studentOid, studyRightOid } = student
  const audit = { actor: { kind: 'system' as const, source: 'file', providerId: provider }, now: new Date() }
  const saving = { jobs: service.jobs, referenceFor: () => ({}), formFaults: () => [] }
  const period = {
    ...{ identifier: 'jakso-1', start: addDays(today, -7), end: addDays(today, 60) },
    methodCode: 'osaamisenhankkimistapa_koulutussopimus',
    methodCodeVersion: 1,
    workplace: { name: 'Kätköpaja Oy', tasks: ['Kätkötehtävä'], instructor: { name: 'Kätkö Ohjaaja' } },
  }
  const plan = {
    ...{ studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
    localUnits: [{ name: 'Kätköosa', learningPeriods: [period] }],
  }
  const saved = await write(service.database, provider, transaction =>
    createPlan({ transaction, audit, today, ...saving }, { plan }, { studyRightKnown: 'wished' }),
  )
  planId = saved.id
})

const path = (client: Client) => client('GET', `/api/students/${student.studentId}/path`)
const protect = () =>
  service.owner.query('update student set protected = true where id = $1', [student.studentId])

/** Somebody who signs in as the guardian of the student, who comes of age on a day. */
async function guardian(endsOn: string): Promise<Client> {
  const client = await service.signIn(provider, ['guardian'])
  const { id: personId } = (await client('GET', '/api/session')).json().user
  const guardianId = newId()
  await service.owner.query(
    `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
     values ($1, $2, $3, 1, 'Huolto Keksitty', true, $4, now())`,
    [provider, guardianId, student.studentId, endsOn],
  )
  await service.owner.query('update student set birth_date = $1 where id = $2', [
    `${Number(endsOn.slice(0, 4)) - 18}${endsOn.slice(4)}`,
    student.studentId,
  ])
  await service.owner.query(
    `insert into guardianship (provider_id, person_id, student_id, guardian_id, linked_at) values ($1, $2, $3, $4, now())`,
    [provider, personId, student.studentId, guardianId],
  )
  return client
}

describe('the path', () => {
  test('says to the student what runs now, where and with whom, and is audited', async () => {
    const view = (await own('GET', '/api/path')).json()
    expect(view).toMatchObject({
      ...{ student: { id: student.studentId, own: true }, masked: false, phase: 'running' },
      plan: { id: planId, version: 1 },
      now: [
        {
          ...{ key: 'period:jakso-1', kind: 'training-agreement', name: { text: 'Kätköosa' } },
          place: { text: 'Kätköpaja Oy' },
          people: [{ role: 'instructor', name: 'Kätkö Ohjaaja' }],
        },
      ],
    })
    const { rows } = await service.owner.query(
      `select student_id, target_id, details from audit_event where action = 'paths.read' and provider_id = $1`,
      [provider],
    )
    expect(rows).toEqual([{ student_id: student.studentId, target_id: planId, details: { version: 1 } }])
  })

  test.each(['teacher', 'guidance', 'coordinator'] as const)('is seen the same by a %s', async role => {
    const staff = await service.signIn(provider, [role])
    const { student: whose, ...seen } = (await path(staff)).json()
    const { student: _, ...mine } = (await own('GET', '/api/path')).json()
    expect([whose.own, seen]).toEqual([false, mine])
  })

  test.each(['quality', 'administrator', 'guardian'] as const)('is not for a %s', async role => {
    expect((await path(await service.signIn(provider, [role]))).statusCode).toBe(403)
    expect((await (await service.signIn(provider, [role]))('GET', '/api/path')).statusCode).toBe(403)
  })

  test('is not for another student, and not there for another provider', async () => {
    const stranger = await makeStudent(service.database, provider)
    expect((await path(await service.signIn(provider, ['student'], stranger.studentId))).statusCode).toBe(403)
    const elsewhere = await service.signIn(await service.provider(), ['teacher'])
    expect((await path(elsewhere)).statusCode).toBe(404)
  })

  test('of a student without a plan says so', async () => {
    const { studentId } = await makeStudent(service.database, provider)
    const other = await service.signIn(provider, ['student'], studentId)
    expect((await other('GET', '/api/path')).json()).toMatchObject({ phase: 'no-plan', now: [], parts: [] })
  })

  test.each([
    ['the day before', addDays(today, 1), 200],
    ['on the day', today, 403],
  ])('is open to a guardian until the student comes of age: %s', async (_, endsOn, status) => {
    expect((await path(await guardian(endsOn))).statusCode).toBe(status)
  })

  test('under a turvakielto shows the student everything, and no place or person to others', async () => {
    const [teacher, parent] = [await service.signIn(provider, ['teacher']), await guardian(addDays(today, 1))]
    await protect()
    expect((await own('GET', '/api/path')).json().now[0].place).toEqual({ text: 'Kätköpaja Oy' })
    await teacher('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Sovimme käynnistä' })
    expect((await path(teacher)).json()).toMatchObject({ masked: false })
    const others = [await path(parent), await path(await service.signIn(provider, ['coordinator']))]
    for (const answer of others) {
      expect(answer.json()).toMatchObject({ masked: true, now: [{ kind: 'training-agreement', people: [] }] })
      expect(answer.body).not.toMatch(/Kätkö/)
    }
  })
})
