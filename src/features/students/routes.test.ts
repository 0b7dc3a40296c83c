import { beforeEach, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { makeWorld } from '../../../test/world.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { saveStudent } from './public.ts'
import { eraseStudent } from './queries.ts'

const service = await testService()
let provider: Uuid
let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
})

const names = async (client: Client) =>
  (await client('GET', '/api/students')).json().items.map((one: { name?: string }) => one.name)

test('pages follow each other without a gap, in order of names', async () => {
  for (let made = 0; made < 6; made += 1) await makeStudent(service.database, provider)
  const seen: string[] = []
  let next: string | undefined
  do {
    const url = `/api/students?limit=3${next ? `&after=${next}` : ''}`
    const page = (await teacher('GET', url)).json()
    seen.push(...page.items.map((one: { id: string }) => one.id))
    next = page.next
  } while (next)
  expect(new Set(seen).size).toBe(7)
  const { rows } = await service.owner.query(
    'select id from student where provider_id = $1 order by sort_name, id',
    [provider],
  )
  expect(seen).toEqual(rows.map(row => row.id))
})

test('a list is audited for each student on it', async () => {
  await teacher('GET', '/api/students')
  const { rows } = await service.owner.query(
    `select student_id from audit_event where provider_id = $1 and action = 'students.list'`,
    [provider],
  )
  expect(rows).toEqual([{ student_id: student.studentId }])
})

test("another provider's students are not in it", async () => {
  expect(await names(await service.signIn(await service.provider(), ['teacher']))).toEqual([])
})

test.each(['x', 'W10', Buffer.from('["a","b"]').toString('base64url')])(
  'a foreign cursor: %s',
  async cursor => {
    const answer = await teacher('GET', `/api/students?after=${cursor}`)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'students.cursor'])
  },
)

test('erasing leaves a gap that a register does not fill', async () => {
  const administrator = await service.signIn(provider, ['administrator'])
  const erase = () => administrator('POST', `/api/students/${student.studentId}/erase`, { reason: 'Pyyntö' })
  expect((await erase()).statusCode).toBe(204)
  expect((await erase()).statusCode).toBe(404)
  await write(service.database, provider, transaction =>
    saveStudent(
      transaction,
      { actor: { kind: 'system', source: 'koski', providerId: provider }, now: new Date() },
      { studentOid: student.studentOid, givenNames: 'Taas Täällä', familyName: 'Nimi' },
      'koski',
    ),
  )
  expect(await names(teacher)).toEqual([undefined])
  expect(
    (await teacher('POST', `/api/students/${student.studentId}/erase`, { reason: 'x' })).statusCode,
  ).toBe(403)
})

test("erasing a student erases their own contacts in their plans, and nobody else's", async () => {
  const world = await makeWorld(service)
  const other = await makeWorld(service)
  const administrator = await service.signIn(world.provider, ['administrator'])
  const url = `/api/students/${world.student.studentId}/erase`
  expect((await administrator('POST', url, { reason: 'Pyyntö' })).statusCode).toBe(204)
  const contacts = async (of: Uuid) =>
    (await service.owner.query('select id, content, erased_extent from contact where provider_id = $1', [of]))
      .rows
  const [erased] = await contacts(world.provider)
  expect(erased).toMatchObject({ content: null, erased_extent: 'all' })
  expect(await contacts(other.provider)).toMatchObject([{ erased_extent: null }])
  const { rows } = await service.owner.query(
    `select target_id, details->>'reason' as reason from audit_event
     where provider_id = $1 and action = 'contacts.erase'`,
    [world.provider],
  )
  expect(rows).toEqual([{ target_id: erased.id, reason: 'Pyyntö' }])
})

test('a register that read the student before they were erased brings nothing back', async () => {
  const { database, owner } = service
  const audit = {
    actor: { kind: 'system' as const, source: 'koski', providerId: provider },
    now: new Date(),
  }
  const told = { studentOid: student.studentOid, givenNames: 'Taas Täällä', familyName: 'Nimi' }
  const saved = await write(database, provider, async transaction => {
    await eraseStudent(transaction, student.studentId, new Date())
    const saving = write(database, provider, other => saveStudent(other, audit, told, 'koski'))
    await expect
      .poll(async () => {
        const blocked = `select count(*)::int as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        return (await owner.query(blocked)).rows[0].n
      })
      .toBe(1)
    return { saving }
  })
  expect(await saved.saving).toEqual({ id: student.studentId, changed: false })
  expect(await names(teacher)).toEqual([undefined])
})

test('a turvakielto that another register tells holds, and is told in the audit once', async () => {
  const audit = { actor: { kind: 'system' as const, source: 'koski', providerId: provider }, now: new Date() }
  const save = (told: { protected?: true }) =>
    write(service.database, provider, transaction =>
      saveStudent(transaction, audit, { studentOid: student.studentOid, ...told }, 'koski'),
    )
  await save({ protected: true })
  await save({ protected: true })
  await save({})
  expect(await names(teacher)).toEqual([undefined])
  expect(await auditOf(service.owner, provider, 'students.protect')).toMatchObject([
    { actor_kind: 'system', details: { source: 'koski' } },
  ])
})
