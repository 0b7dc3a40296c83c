import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { type MadeStudent, makeStudent } from './factory.ts'

const service = await testService()

let teacher: Client
let student: MadeStudent

beforeEach(async () => {
  const provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
  student = await makeStudent(service.database, provider)
})

const bodyOf = (changes: object = {}) => ({
  studentOid: student.studentOid,
  studyRightOid: student.studyRightOid,
  firstApprovedOn: '2024-08-20',
  needToAcquireCompetence: true,
  ...changes,
})
const create = (changes: object = {}, more: object = {}) =>
  teacher('POST', '/api/plans', { studyRightOid: student.studyRightOid, plan: bodyOf(changes), ...more })
const put = (id: string, changes: object = {}, more: object = {}, version = 1) =>
  teacher(
    'PUT',
    `/api/plans/${id}`,
    { plan: bodyOf(changes), reason: 'Muutos', ...more },
    { 'if-match': `"v${version}"` },
  )
const read = async (id: string) => (await teacher('GET', `/api/plans/${id}`)).json().plan
const made = async (): Promise<string> => (await create()).json().id

const forged = {
  id: 5,
  eid: 'keksitty',
  approvedAt: '2099-01-01T00:00:00.000Z',
  updatedAt: '2099-01-01T00:00:00.000Z',
  deletedAt: '2099-01-01T00:00:00.000Z',
  manualEntry: true,
}

describe('what nobody writes', () => {
  test('is not taken from the body of a new plan, nor of an edit', async () => {
    const id = (await create(forged)).json().id
    for (const key of Object.keys(forged)) expect(await read(id)).not.toHaveProperty(key)
    const saved = await put(id, { ...forged, email: 'uusi@esimerkki.test' })
    expect([saved.statusCode, saved.json().version]).toEqual([200, 2])
    for (const key of Object.keys(forged)) expect(await read(id)).not.toHaveProperty(key)
  })

  test('stays as it is stored, and only approving renews the day of approving', async () => {
    const { id } = (await create({}, { approve: true })).json()
    const { approvedAt } = await read(id)
    expect(approvedAt).toMatch(/^20/)
    await put(id, { ...forged, email: 'uusi@esimerkki.test' })
    expect((await read(id)).approvedAt).toBe(approvedAt)
    await put(id, { email: 'kolmas@esimerkki.test' }, {}, 2)
    expect((await read(id)).approvedAt).toBe(approvedAt)
    await put(id, forged, { approve: true }, 3)
    const renewed = (await read(id)).approvedAt
    expect(renewed).not.toBe(approvedAt)
    expect(renewed).not.toBe(forged.approvedAt)
  })
})

describe('the length of what people write', () => {
  const parts = {
    priorVocationalUnits: [
      {
        unitCode: 'tutkinnonosat_106945',
        unitCodeVersion: 1,
        verificationCode: 'osaamisentodentamisenprosessi_0002',
        verificationCodeVersion: 1,
        verificationDetails: { assessors: [{ contact: 'uusi', organisation: {} }] },
      },
    ],
  }

  test.each([
    ['a text', { localUnits: [{ name: 'x'.repeat(20_001) }] }, '/plan/localUnits/0/name', 20_000],
    ['an e-mail', { email: 'x'.repeat(501) }, '/plan/email', 500],
  ])('of %s is bounded, with its place', async (_, changes, pointer, limit) => {
    const id = await made()
    for (const answer of [await put(id, changes), await create(changes)]) {
      expect(answer.statusCode).toBe(400)
    }
    const { code, pointer: place, title } = (await put(id, changes)).json()
    expect([code, place]).toEqual(['plans.text-too-long', pointer])
    expect(title.replaceAll(/\s/g, '')).toContain(`enintään${limit}merkkiä`)
  })

  test('of a name is bounded too, and what fits is stored', async () => {
    const id = await made()
    const contacts = (text: string) => ({ contacts: { uusi: { name: text } } })
    const refused = (await put(id, parts, contacts('x'.repeat(501)))).json()
    expect([refused.code, refused.pointer]).toEqual([
      'plans.text-too-long',
      '/plan/priorVocationalUnits/0/verificationDetails/assessors/0/name',
    ])
    const fits = { localUnits: [{ name: 'x'.repeat(20_000) }] }
    expect((await put(id, { ...parts, ...fits }, contacts('x'.repeat(500)))).statusCode).toBe(200)
  })
})

describe('a reason', () => {
  test('of blanks is none, and one is kept without blanks around it', async () => {
    const id = await made()
    const changes = { email: 'uusi@esimerkki.test' }
    const refused = await put(id, changes, { reason: ' \t ' })
    expect([refused.statusCode, refused.json().pointer]).toEqual([400, '/reason'])
    const restore = await teacher(
      'POST',
      `/api/plans/${id}/versions/1/restore`,
      { reason: '   ' },
      { 'if-match': '"v1"' },
    )
    expect([restore.statusCode, restore.json().pointer]).toEqual([400, '/reason'])
    await put(id, changes, { reason: '  Sovittiin  ' })
    const { items } = (await teacher('GET', `/api/plans/${id}/versions`)).json()
    expect(items[0].reason).toBe('Sovittiin')
  })
})
