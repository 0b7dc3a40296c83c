import { beforeEach, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { makeStudent } from '../plans/factory.ts'
import type { RegisterStudent } from './contract-register.ts'
import { saveRegisterStudents } from './public.ts'

const service = await testService()
let provider: Uuid
let student: { studentId: string; studentOid: string }

const told = (more: Partial<RegisterStudent> = {}): RegisterStudent => ({
  studentOid: student.studentOid,
  studentNumber: '4711',
  givenNames: 'Keksi Esimerkki',
  familyName: 'Kuviteltu',
  birthDate: plainDateOf('2012-01-02'),
  group: 'R1',
  contact: {
    email: 'k@esimerkki.test',
    phone: '040 1',
    street: 'Katu 1',
    postalCode: '00000',
    city: 'Keksilä',
  },
  guardians: [{ ordinal: 1, name: 'Huolto', email: null, phone: '040 2', language: null, custody: false }],
  ...more,
})
const save = (row: RegisterStudent) =>
  write(service.database, provider, transaction =>
    saveRegisterStudents(
      transaction,
      {
        audit: { actor: { kind: 'system', source: 'import', providerId: provider }, now: new Date() },
        source: 'import',
        today: plainDateOf('2026-11-22'),
      },
      [row],
    ),
  )

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  await save(told())
})

const url = () => `/api/students/${student.studentId}`

test('a student is shown with contacts and guardians to those who work with them, and it is remembered', async () => {
  const teacher = await service.signIn(provider, ['teacher'])
  expect((await teacher('GET', url())).json()).toMatchObject({
    name: 'Keksi Kuviteltu',
    studentNumber: '4711',
    group: { code: 'R1' },
    contact: told().contact,
    guardians: [{ name: 'Huolto', phone: '040 2', custody: false, mayBeTold: false }],
    studyRights: [{}],
    permittedActions: ['protect'],
  })
  expect(await auditOf(service.owner, provider, 'students.read')).toMatchObject([
    { details: { masked: false, guardians: 1 } },
  ])
  const quality = await service.signIn(provider, ['quality'])
  expect((await quality('GET', url())).statusCode).toBe(403)
  const elsewhere = await service.signIn(await service.provider(), ['teacher'])
  expect((await elsewhere('GET', url())).statusCode).toBe(404)
})

test.each([
  ['under 18', '2012-01-02', { ended: false, mayBeTold: true, phone: '040 2' }],
  ['of age', '2005-01-02', { ended: true, mayBeTold: false, endsOn: '2023-01-02' }],
])(
  'how a guardian is reached is shown of a student %s as far as something may be told',
  async (_, birthDate, shown) => {
    const guardians = (told().guardians ?? []).map(one => ({ ...one, custody: true }))
    await save(told({ birthDate: plainDateOf(birthDate), guardians }))
    const teacher = await service.signIn(provider, ['teacher'])
    const [found] = (await teacher('GET', url())).json().guardians
    expect(found).toMatchObject(shown)
    expect('phone' in found).toBe('phone' in shown)
  },
)

test('students see their own, without how guardians are reached, and nobody else', async () => {
  const own = await service.signIn(provider, ['student'], student.studentId)
  expect((await own('GET', url())).json()).toMatchObject({ contact: { phone: '040 1' }, guardians: [] })
  const other = await makeStudent(service.database, provider)
  const another = await service.signIn(provider, ['student'], other.studentId)
  expect((await another('GET', url())).statusCode).toBe(404)
})

test('their own turvakielto hides nothing from them', async () => {
  await save(told({ protected: true }))
  const own = await service.signIn(provider, ['student'], student.studentId)
  expect((await own('GET', url())).json()).toMatchObject({ name: 'Keksi Kuviteltu', protection: 'revealed' })
})

test('erasing takes contacts, guardians, numbers and keys along', async () => {
  const administrator = await service.signIn(provider, ['administrator'])
  expect((await administrator('POST', `${url()}/erase`, { reason: 'Pyyntö' })).statusCode).toBe(204)
  await save(told())
  const count = async (statement: string) => (await service.owner.query(statement, [student.studentId])).rows
  expect(await count('select 1 from student_contact where student_id = $1')).toEqual([])
  expect(await count('select 1 from student_key where student_id = $1')).toEqual([])
  // Neither the end, which is the birth date and 18 years, nor custody.
  expect(await count('select * from guardian where student_id = $1')).toEqual([])
  expect(await count('select family_name, student_number, birth_date from student where id = $1')).toEqual([
    { family_name: null, student_number: null, birth_date: null },
  ])
})

test.each([
  ['fi', 'Oppijanumero;'],
  ['sv', 'Studerandenummer;'],
  ['en', 'Learner number;'],
])('the template in %s is a file that can be read as it is', async (language, start) => {
  const administrator = await service.signIn(provider, ['administrator'])
  const answer = await administrator('GET', `/api/imports/templates/students?language=${language}`)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.body.startsWith(`\ufeff${start}`)).toBe(true)
  expect(answer.body.trimEnd().split('\r\n')).toHaveLength(2)
  const columns = await administrator('GET', `/api/imports/templates/students/columns?language=${language}`)
  expect(`${columns.json().items[0].heading};`).toBe(start)
})
