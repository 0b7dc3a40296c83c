import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { dayOf, plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'
import type { ReaderChoice } from './contract.ts'

const service = await testService()
const today = dayOf(new Date())

let provider: Uuid
let teacher: Client
let guidance: Client
let own: Client
let student: MadeStudent
let planId: string

beforeEach(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  teacher = await service.signIn(provider, ['teacher'])
  guidance = await service.signIn(provider, ['guidance'])
  own = await service.signIn(provider, ['student'], student.studentId)
  const audit = { actor: { kind: 'system' as const, source: 'file', providerId: provider }, now: new Date() }
  const saving = { jobs: service.jobs, referenceFor: () => ({}), formFaults: () => [] }
  const { studentOid, studyRightOid } = student
  const plan = { studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true }
  const saved = await write(service.database, provider, transaction =>
    createPlan({ transaction, audit, today, ...saving }, { plan }, { studyRightKnown: 'wished' }),
  )
  planId = saved.id
})

async function guardian(endsOn: string, custody: boolean): Promise<void> {
  await service.owner.query(
    `insert into guardian (provider_id, id, student_id, ordinal, name, custody, ends_on, changed_at)
     values ($1, $2, $3, 1, 'Huolto Keksitty', $4, $5, now())`,
    [provider, newId(), student.studentId, custody, plainDateOf(endsOn)],
  )
}

const list = async (client: Client) =>
  (await client('GET', `/api/students/${student.studentId}/comments`)).json()
/** So many comments of which the student is a named reader; pairs of them at the same instant. */
async function owned(count: number): Promise<void> {
  await service.owner.query(
    `insert into comment (provider_id, id, student_id, about, text, readers, author_role, written_at)
     select $1, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2::uuid, 'plan', 'Kommentti ' || n,
       array['student:' || $2::uuid], 'teacher', now() - (120 - n) / 2 * interval '1 minute' from generate_series(1, $3::int) n`,
    [provider, student.studentId, count],
  )
}

const choice = async (client: Client, role: string): Promise<ReaderChoice | undefined> =>
  (await list(client)).readers.find((one: ReaderChoice) => one.role === role)

async function say(client: Client, roles: readonly string[], other: object = {}) {
  const { readers } = await list(client)
  const keys = readers
    .filter((one: ReaderChoice) => roles.includes(one.role))
    .flatMap((one: ReaderChoice) => one.keys)
  const body = { studentId: student.studentId, planId, about: 'plan', text: 'Hyvin menee', readers: keys }
  return client('POST', '/api/comments', { ...body, ...other })
}

describe('a comment', () => {
  test('is read by those who were named, by name, and by nobody else', async () => {
    expect(await choice(teacher, 'guidance')).toMatchObject({ names: ['Testi Henkilö'] })
    expect((await say(teacher, ['guidance'])).statusCode).toBe(201)
    expect((await list(guidance)).items).toMatchObject([
      {
        text: 'Hyvin menee',
        author: { role: 'teacher', name: 'Testi Henkilö' },
        readers: [{ role: 'guidance', names: ['Testi Henkilö'] }],
        permittedActions: [],
      },
    ])
    expect((await list(teacher)).items[0].permittedActions).toEqual(['remove'])
    for (const other of [own, await service.signIn(provider, ['teacher'])])
      expect((await list(other)).items).toEqual([])
    // Whoever comes to guidance later was not named.
    expect((await list(await service.signIn(provider, ['guidance']))).items).toEqual([])
    const { rows } = await service.owner.query(
      `select details from audit_event where action = 'comments.write' and provider_id = $1`,
      [provider],
    )
    expect(rows).toEqual([{ details: { roles: ['guidance'] } }])
  })

  test('reaches nobody when the readers are others than those who were shown', async () => {
    const late = await say(teacher, ['student'], { readers: [`guidance:${newId()}`] })
    expect([late.statusCode, late.json().code]).toEqual([409, 'comments.readers-changed'])
    expect((await say(teacher, [], { readers: [] })).statusCode).toBe(400)
    expect((await say(teacher, ['student'], { about: 'unit:muu' })).json().code).toBe(
      'comments.about-unknown',
    )
  })

  test.each([
    ['of age', '2020-01-01', true, 'guardian-of-age'],
    ['without custody', '2099-01-01', false, 'guardian-no-custody'],
  ])('is refused with a reason to a guardian %s', async (_, endsOn, custody, code) => {
    await guardian(endsOn, custody)
    expect(await choice(teacher, 'guardian')).toMatchObject({ keys: [], not: code })
    const refused = await say(teacher, [], { readers: [`guardian:${newId()}`] })
    expect([refused.statusCode, refused.json().code]).toEqual([403, `comments.${code}`])
  })

  test('names a guardian with custody to staff, and only the role to the student', async () => {
    await guardian('2099-01-01', true)
    expect(await choice(teacher, 'guardian')).toMatchObject({ names: ['Huolto Keksitty'] })
    expect(await choice(own, 'guardian')).toMatchObject({ keys: [expect.any(String)], names: [] })
    expect((await say(own, ['guardian'])).statusCode).toBe(201)
    expect((await list(own)).items).toMatchObject([{ readers: [{ role: 'guardian', names: [] }] }])
  })

  test('is removed by its author alone, and its words go', async () => {
    const { id } = (await say(own, ['guidance'])).json()
    expect((await guidance('DELETE', `/api/comments/${id}`)).statusCode).toBe(404)
    expect((await own('DELETE', `/api/comments/${id}`)).statusCode).toBe(204)
    expect((await list(guidance)).items).toEqual([])
    const { rows } = await service.owner.query('select text from comment where id = $1', [id])
    expect(rows).toEqual([{ text: '' }])
  })

  test('is found however many came after it, a page at a time', async () => {
    await owned(120)
    const texts: string[] = []
    let next: string | undefined
    do {
      const url = `/api/students/${student.studentId}/comments${next === undefined ? '' : `?after=${next}`}`
      const page = (await own('GET', url)).json()
      expect(page.items.length).toBeLessThanOrEqual(50)
      texts.push(...page.items.map((one: { text: string }) => one.text))
      next = page.next
    } while (next !== undefined)
    expect(texts).toEqual(Array.from({ length: 120 }, (_, at) => `Kommentti ${120 - at}`))
    // A place in another student's comments is no place in these.
    const stranger = await makeStudent(service.database, provider)
    const other = await service.signIn(provider, ['student'], stranger.studentId)
    const [first] = (await list(own)).items
    const url = `/api/students/${stranger.studentId}/comments?after=${first.id}`
    expect((await other('GET', url)).json().items).toEqual([])
    expect((await own('GET', `/api/students/${student.studentId}/comments?after=x`)).statusCode).toBe(400)
  })

  test('is not for another student, another provider, or whoever has not looked behind a turvakielto', async () => {
    await say(own, ['guidance'])
    const stranger = await makeStudent(service.database, provider)
    const other = await service.signIn(provider, ['student'], stranger.studentId)
    expect((await other('GET', `/api/students/${student.studentId}/comments`)).statusCode).toBe(403)
    const elsewhere = await service.signIn(await service.provider(), ['guidance'])
    expect((await elsewhere('GET', `/api/students/${student.studentId}/comments`)).statusCode).toBe(404)
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    expect(await list(guidance)).toMatchObject({ masked: true, items: [], readers: [] })
    expect((await say(teacher, [], { readers: [`student:${student.studentId}`] })).json().code).toBe(
      'plans.protected',
    )
    expect((await list(own)).items).toHaveLength(1)
  })

  test('is read by the signed-in guardian who was named, not another’s, and nothing more may be done', async () => {
    const signedIn = await service.guardian(provider, student.studentId)
    const stranger = await makeStudent(service.database, provider)
    const another = await service.guardian(provider, stranger.studentId)
    const { id } = (await say(teacher, ['guardian'], { text: 'Tervetuloa tapaamiseen' })).json()
    await say(teacher, ['student'], { text: 'Vain sinulle' })
    expect(await list(signedIn)).toMatchObject({
      ...{ mayWrite: false, readers: [], masked: false },
      items: [
        { id, text: 'Tervetuloa tapaamiseen', author: { name: 'Testi Henkilö' }, permittedActions: [] },
      ],
    })
    expect((await list(signedIn)).items).toHaveLength(1)
    expect((await signedIn('DELETE', `/api/comments/${id}`)).statusCode).toBeGreaterThanOrEqual(403)
    const url = `/api/students/${student.studentId}/comments`
    expect((await another('GET', url)).statusCode).toBe(403)
    // Words may tell where a student with turvakielto is.
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    expect((await list(signedIn)).items).toEqual([])
    // Once of age, the student alone decides who reads.
    await service.owner.query(`update guardian set ends_on = '2020-01-01' where student_id = $1`, [
      student.studentId,
    ])
    expect((await signedIn('GET', url)).statusCode).toBe(403)
  })
})
