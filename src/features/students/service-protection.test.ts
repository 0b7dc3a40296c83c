import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { write } from '../../platform/db/door.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { saveRegisterStudents } from './public.ts'

const service = await testService()
const { database, owner } = service
const today = plainDateOf('2026-11-22')

let world: World
let teacher: Client
let administrator: Client
let planId: string

/** The student's file, with what it says of a turvakielto. */
const told = (says?: boolean) =>
  write(database, world.provider, transaction =>
    saveRegisterStudents(
      transaction,
      {
        audit: { actor: { kind: 'system', source: 'import', providerId: world.provider }, now: new Date() },
        source: 'import',
        today,
      },
      [
        {
          studentOid: world.student.studentOid,
          givenNames: 'Kaino',
          familyName: 'Näkyväinen',
          group: 'NÄKYVÄRYHMÄ',
          contact: { phone: '040 909 9099' },
          ...(says === undefined ? {} : { protected: says }),
        },
      ],
    ),
  )

beforeEach(async () => {
  world = await makeWorld(service)
  teacher = await service.signIn(world.provider, ['teacher'])
  administrator = await service.signIn(world.provider, ['administrator'])
  await told()
  planId = (await owner.query('select id from plan where provider_id = $1', [world.provider])).rows[0].id
})

const change = (client: Client, holds: boolean, reason = 'Opiskelija kertoi') =>
  client('POST', `/api/students/${world.student.studentId}/protection`, { protected: holds, reason })
const version = async () => (await teacher('GET', '/api/protection')).json().version

/** Where a teacher and an administrator meet the student; those places that show who or where. */
async function showing(): Promise<string[]> {
  const { studentId, studentOid } = world.student
  const places: readonly (readonly [Client, string])[] = [
    [teacher, `/api/students/${studentId}`],
    [teacher, '/api/students?text=näkyväi'],
    [teacher, '/api/students'],
    [teacher, '/api/students?sort=group'],
    [teacher, `/api/students?text=${studentOid}`],
    [teacher, '/api/students?group=NÄKYVÄRYHMÄ'],
    [teacher, '/api/students/export'],
    [teacher, `/api/plans/${planId}`],
    [teacher, `/api/plans/${planId}/versions`],
    [administrator, `/api/students/${studentId}`],
    [administrator, `/api/audit?studentId=${studentId}`],
    [administrator, '/api/audit/students?text=näkyväi'],
  ]
  const found: string[] = []
  for (const [client, url] of places) {
    const answer = await client('GET', encodeURI(url))
    expect(answer.statusCode, url).toBeLessThan(500)
    expect(answer.headers['cache-control'], url).toBe('no-store')
    if (/Näkyväinen|Kaino|040 909 9099|opiskelija@esimerkki/.test(answer.body)) found.push(url)
  }
  return found
}

test('what is set by hand holds everywhere at once, and open pages learn of it', async () => {
  const before = await version()
  expect((await showing()).length).toBeGreaterThan(6)
  expect((await change(teacher, true)).statusCode).toBe(204)
  expect(await showing()).toEqual([])
  expect(await version()).toBe(before + 1)
  const { rows } = await owner.query(
    `select student_id, details from audit_event where provider_id = $1 and action = 'students.protect'`,
    [world.provider],
  )
  expect(rows).toEqual([
    { student_id: world.student.studentId, details: { source: 'here', reason: 'Opiskelija kertoi' } },
  ])
})

test('what was revealed before is hidden again by a new turvakielto', async () => {
  await change(teacher, true)
  await teacher('POST', `/api/students/${world.student.studentId}/reveal`, { reason: 'Tarvitsen' })
  await change(administrator, false)
  await change(teacher, true)
  expect(await showing()).toEqual([])
})

test('a register’s no does not lift what was set here, an administrator does, and its yes sets it again', async () => {
  await change(teacher, true)
  const before = await version()
  await told(false)
  expect([await showing(), await version()]).toEqual([[], before])
  expect((await change(teacher, false)).statusCode).toBe(403)
  expect((await change(administrator, false)).statusCode).toBe(204)
  expect((await showing()).length).toBeGreaterThan(6)
  await told(true)
  expect([await showing(), await version()]).toEqual([[], before + 2])
})

test('by a register it is told to open pages too, and nothing changed tells nothing', async () => {
  const before = await version()
  await told(true)
  await told(true)
  expect(await version()).toBe(before + 1)
  await told(false)
  expect(await version()).toBe(before + 2)
  await change(administrator, false)
  expect(await version()).toBe(before + 2)
})

test.each(['coordinator', 'quality', 'student'] as const)('is not set in the role %s', async role => {
  const client = await service.signIn(world.provider, [role], world.student.studentId)
  expect((await change(client, true)).statusCode).toBe(403)
})

test('needs a reason, and a student of one’s own provider', async () => {
  expect((await change(teacher, true, 'x')).statusCode).toBe(400)
  const elsewhere = await service.signIn(await service.provider(), ['teacher'])
  expect((await change(elsewhere, true)).statusCode).toBe(404)
})
