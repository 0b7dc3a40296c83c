import { beforeEach, describe, expect, test } from 'vitest'
import { atOnce, auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { inventedOids } from '../plans/factory.ts'
import { saveStaff } from '../staff/public.ts'
import { saveRegisterStudents } from '../students/public.ts'

const service = await testService()
const { database, owner } = service
let provider: Uuid
let administrator: Client
let staff: Record<string, string>
let made = 500_000
const oids: string[] = []

function newOid(): string {
  made += 1
  return inventedOids(made).studentOid
}

const contextOf = (providerId: Uuid) => ({
  audit: { actor: { kind: 'system', source: 'import', providerId } as const, now: new Date() },
  source: 'import',
  today: plainDateOf('2026-11-22'),
})

/** Four students: three in 1A, of whom one has a teacher of their own, and one in 2A. */
const register = (group = '1A') => [
  student(0, group, '1'),
  student(1, group, '1'),
  student(2, group, '2'),
  student(3, '2A', '2'),
]
const student = (at: number, group: string, teacher: string) => ({
  studentOid: oids[at] ?? '',
  givenNames: 'Keksi',
  familyName: `Kuviteltu${at}`,
  group,
  teacher,
  contact: {},
})
const importAgain = (rows: ReturnType<typeof register>) =>
  write(database, provider, transaction => saveRegisterStudents(transaction, contextOf(provider), rows))

beforeEach(async () => {
  provider = await service.provider()
  oids.splice(0, 4, ...[0, 1, 2, 3].map(newOid))
  await write(database, provider, transaction =>
    saveStaff(transaction, { ...contextOf(provider), issuer: 'demo', language: 'fi' }, [
      { staffNumber: '1', givenNames: 'Yksi', familyName: 'Opettava' },
      { staffNumber: '2', givenNames: 'Kaksi', familyName: 'Opettava' },
      { staffNumber: '3', givenNames: 'Kolme', familyName: 'Opettava' },
    ]),
  )
  await importAgain(register())
  const { rows } = await owner.query('select staff_number, id from staff_member where provider_id = $1', [
    provider,
  ])
  staff = Object.fromEntries(rows.map(row => [row.staff_number, row.id]))
  administrator = await service.signIn(provider, ['administrator'])
})

const list = async (client: Client, query = '') => (await client('GET', `/api/groups${query}`)).json()
const placed = async () =>
  (
    await owner.query(
      `select group_code, (select staff_number from staff_member m where m.id = s.teacher_id) as teacher
       from student s where provider_id = $1 order by family_name`,
      [provider],
    )
  ).rows.map(row => `${row.group_code} ${row.teacher}`)

/** Signs in as the member of the staff of a number. */
async function signInAsStaff(number: string): Promise<Client> {
  const client = await service.signIn(provider, ['teacher'])
  await owner.query(
    `update staff_member set person_id = (select person_id from session order by created_at desc limit 1) where id = $1`,
    [staff[number]],
  )
  return client
}

test('groups tell their teacher and how their students’ plans stand', async () => {
  const teacher = await signInAsStaff('2')
  const { items, permittedActions } = await list(teacher)
  expect(permittedActions).toEqual([])
  expect(items).toMatchObject([
    { code: '1A', teacher: { name: 'Yksi Opettava' }, mine: false, students: 3, permittedActions: [] },
    { code: '2A', mine: true, students: 1, plans: { none: 1, fine: 0 }, permittedActions: ['hand-over'] },
  ])
  expect((await list(teacher, '?mine=true')).items.map((one: { code: string }) => one.code)).toEqual(['2A'])
  expect(await list(teacher, '?limit=1')).toMatchObject({ items: [{ code: '1A' }], next: '1A' })
  expect((await list(await service.signIn(await service.provider(), ['teacher']))).items).toEqual([])
})

describe('handover', () => {
  const hand = (client: Client, version = 1, teacherId = staff['3']) =>
    client('POST', '/api/groups/1A/handover', { teacherId, version })

  test('takes along the students whose teacher was the group’s, and no file undoes it', async () => {
    expect((await hand(administrator)).json()).toEqual({ students: 2 })
    expect(await placed()).toEqual(['1A 3', '1A 3', '1A 2', '2A 2'])
    await importAgain(register())
    expect(await placed()).toEqual(['1A 3', '1A 3', '1A 2', '2A 2'])
    expect(await auditOf(owner, provider, 'groups.hand-over')).toMatchObject([
      { target_id: '1A', details: { from: staff['1'], to: staff['3'], students: 2 } },
    ])
    expect(await auditOf(owner, provider, 'groups.move-student')).toHaveLength(2)
  })

  test('is for the group’s own teacher, and for no other one', async () => {
    expect((await hand(await signInAsStaff('2'))).statusCode).toBe(403)
    expect((await hand(await signInAsStaff('1'))).statusCode).toBe(200)
    expect((await hand(await service.signIn(provider, ['guidance']))).statusCode).toBe(403)
    expect((await hand(await service.signIn(await service.provider(), ['administrator']))).statusCode).toBe(
      404,
    )
  })

  test('to nobody known, or over another change, is refused', async () => {
    expect((await hand(administrator, 1, '00000000-0000-7000-8000-000000000009')).json().code).toBe(
      'groups.teacher-unknown',
    )
    const group = {
      text: `select from student_group where provider_id = $1 and code = '1A' for update`,
      values: [provider],
    }
    const both = () => Promise.all([hand(administrator), hand(administrator, 1, staff['2'])])
    const answers = await atOnce(owner, group, 2, both)
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
  })
})

describe('change of year', () => {
  const change = (rows: unknown, client = administrator) =>
    client('POST', '/api/groups/year-change', { rows })
  const rows = () => [
    { code: '1A', version: 1, continuesAs: '2A', name: 'Toinen vuosi', teacherId: staff['3'] },
    { code: '2A', version: 1, continuesAs: '3A' },
  ]

  test('moves groups and students at once, and no file undoes it', async () => {
    expect((await change(rows())).json()).toMatchObject({ groups: 3, students: 4 })
    const after = ['2A 3', '2A 3', '2A 2', '3A 2']
    expect(await placed()).toEqual(after)
    expect((await list(administrator)).items).toMatchObject([
      { code: '2A', name: 'Toinen vuosi', students: 3 },
      { code: '3A', students: 1 },
    ])
    expect((await list(administrator, '?ended=true')).items[0]).toMatchObject({
      code: '1A',
      continuesAs: '2A',
    })
    await importAgain(register())
    expect(await placed()).toEqual(after)
    // A new student of a register that still speaks of 1A comes where 1A is now.
    oids[0] = newOid()
    await importAgain([student(0, '1A', '1')])
    expect((await placed()).slice(0, 2).sort()).toEqual(['2A 1', '2A 3'])
  })

  test('is undone by another one', async () => {
    const { undo } = (await change(rows())).json()
    expect((await change(undo)).statusCode).toBe(200)
    expect(await placed()).toEqual(['1A 1', '1A 1', '1A 2', '2A 2'])
    expect((await list(administrator)).items).toMatchObject([{ code: '1A' }, { code: '2A' }])
  })

  test('ends groups, whose students stay in them', async () => {
    await change([{ code: '2A', version: 1, continuesAs: null }])
    expect((await list(administrator)).items).toMatchObject([{ code: '1A' }])
    expect((await placed()).at(-1)).toBe('2A 2')
  })

  test('ends groups that the register’s next file does not open again, unless it tells something new', async () => {
    await change([{ code: '2A', version: 1, continuesAs: null }])
    await importAgain(register())
    expect((await list(administrator)).items).toMatchObject([{ code: '1A' }])
    await importAgain([student(0, '2A', '1')])
    expect((await list(administrator)).items).toMatchObject([{ code: '1A' }, { code: '2A' }])
  })

  test('leaves no graduates in the group that takes their code, and no file brings them back', async () => {
    await change([{ code: '2A', version: 1, continuesAs: null }])
    const { undo } = (await change([{ code: '1A', version: 1, continuesAs: '2A' }])).json()
    const after = ['2A 1', '2A 1', '2A 2', 'null 2']
    expect(await placed()).toEqual(after)
    await importAgain(register())
    expect(await placed()).toEqual(after)
    expect(await auditOf(owner, provider, 'groups.move-student')).toHaveLength(4)
    expect((await change(undo)).statusCode).toBe(200)
    expect(await placed()).toEqual(['1A 1', '1A 1', '1A 2', 'null 2'])
  })

  test('is all or nothing', async () => {
    const bad = [...rows(), { code: 'X', version: 1, continuesAs: null }]
    expect((await change(bad)).json()).toMatchObject({ code: 'groups.not-found', pointer: '/rows/2/code' })
    expect(await placed()).toEqual(['1A 1', '1A 1', '1A 2', '2A 2'])
    expect((await change([{ ...rows()[0], continuesAs: '2A' }])).json().code).toBe('groups.taken')
  })

  test('by two at once happens once', async () => {
    const group = {
      text: `select from student_group where provider_id = $1 and code = '1A' for update`,
      values: [provider],
    }
    const answers = await atOnce(owner, group, 2, () => Promise.all([change(rows()), change(rows())]))
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
    expect(await placed()).toEqual(['2A 3', '2A 3', '2A 2', '3A 2'])
  })

  test.each(['teacher', 'guidance', 'quality'] as const)('is not for the role %s', async role => {
    expect((await change(rows(), await service.signIn(provider, [role]))).statusCode).toBe(403)
  })

  test('is marked in the audit, for each group and each student', async () => {
    await change(rows())
    expect(await auditOf(owner, provider, 'groups.change-year')).toHaveLength(2)
    expect(await auditOf(owner, provider, 'groups.move-student')).toHaveLength(4)
  })
})
