import { beforeEach, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { saveStudent } from './public.ts'

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
