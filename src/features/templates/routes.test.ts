import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import { saveQualification } from '../qualifications/public.ts'

const service = await testService()
const file = new URL('../../../db/demo/reference/OPH-5410-2021.json', import.meta.url)
const diaryNumber = 'OPH-5410-2021'

let provider: Uuid
let teacher: Client

beforeAll(async () => {
  await write(service.database, null, transaction =>
    saveQualification(transaction, JSON.parse(readFileSync(file, 'utf8')), new Date()),
  )
  await service.server.refresh()
})

beforeEach(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
})

async function make(more: object = {}, client = teacher): Promise<string> {
  const answer = await client('POST', '/api/templates', {
    ...{ name: 'Syksyn aloittajat', diaryNumber, from: { kind: 'structure' } },
    ...more,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}
const read = async (id: string, client = teacher) => (await client('GET', `/api/templates/${id}`)).json()
const save = (id: string, edit: object, version: number, client = teacher) =>
  client('PUT', `/api/templates/${id}`, edit, { 'if-match': `"v${version}"` })

describe('a template', () => {
  test('of the structure has the common units, tells what is missing, and is found by words', async () => {
    const id = await make({ groupCode: 'SYKSY26' })
    const page = await read(id)
    const kinds = page.body.units.map((unit: { kind: string }) => unit.kind)
    expect(kinds.filter((kind: string) => kind === 'common').length).toBeGreaterThan(2)
    expect(page.findings.map((one: { code: string }) => one.code)).toContain('points-short-assumed')
    expect(page.findings[0].text).not.toContain('{')
    expect(page.choices.commonUnits.length).toBeGreaterThan(2)
    for (const [text, found] of [
      ['syks', 1],
      ['SYKSY26', 1],
      ['puutarhuri', 0],
    ] as const) {
      const list = (await teacher('GET', `/api/templates?text=${text}`)).json()
      expect([list.items.length, list.total]).toEqual([found, 1])
    }
    expect(await auditOf(service.owner, provider, 'templates.create')).toMatchObject([
      { target_id: id, details: { origin: 'structure' } },
    ])
  })

  test('of two teachers who save, the second is told the newest version and loses nothing', async () => {
    const id = await make()
    const { body } = await read(id)
    const first = await save(id, { name: 'Yksi', body, reason: 'Nimi selvemmäksi' }, 1)
    expect(first.json()).toEqual({ id, version: 2 })
    const second = await save(id, { name: 'Kaksi', body: { ...body, breaks: [] } }, 1)
    expect(second.statusCode).toBe(409)
    expect(second.json()).toMatchObject({ code: 'templates.version-conflict', version: 2 })
    // Nothing changed: no version is made of nothing.
    expect((await save(id, { name: 'Yksi', body }, 2)).json().version).toBe(2)
    expect(await auditOf(service.owner, provider, 'templates.save')).toHaveLength(1)
  })

  test('with one id twice, without a version, or of no known qualification is refused', async () => {
    const id = await make()
    const unit = { kind: 'local', id: 'a', name: 'Oma', points: 5, periods: [], demonstrations: [] }
    const doubled = await save(id, { name: 'X', body: { units: [unit, unit], breaks: [] } }, 1)
    expect([doubled.statusCode, doubled.json().code]).toEqual([400, 'templates.id-twice'])
    const blind = await teacher('PUT', `/api/templates/${id}`, {
      name: 'X',
      body: { units: [], breaks: [] },
    })
    expect(blind.statusCode).toBe(428)
    const unknown = await teacher('POST', '/api/templates', {
      ...{ name: 'X', diaryNumber: 'OPH-1-2030', from: { kind: 'structure' } },
    })
    expect(unknown.json().code).toBe('templates.qualification-unknown')
  })

  test('goes back to an earlier version, told in words, as a new one', async () => {
    const id = await make()
    const { body } = await read(id)
    await save(id, { name: 'Syksyn aloittajat', body: { ...body, units: body.units.slice(1) } }, 1)
    const old = (await teacher('GET', `/api/templates/${id}/versions/1`)).json()
    expect(old.changes[0]).toMatch(/^Poistettu osa: /)
    const restored = await teacher(
      'POST',
      `/api/templates/${id}/versions/1/restore`,
      { reason: 'Osa puuttui' },
      { 'if-match': '"v2"' },
    )
    expect(restored.json().version).toBe(3)
    expect((await read(id)).body).toEqual(body)
    const { items } = (await teacher('GET', `/api/templates/${id}/versions`)).json()
    expect(items.map((one: { version: number; reason?: string }) => [one.version, one.reason])).toEqual([
      [3, 'Osa puuttui'],
      [2, undefined],
      [1, undefined],
    ])
  })

  test('out of use is on the list only when asked, and comes back', async () => {
    const id = await make()
    const count = async (query = '') => (await teacher('GET', `/api/templates${query}`)).json().items.length
    await teacher('POST', `/api/templates/${id}/retire`, { retired: true })
    expect([await count(), await count('?retired=true')]).toEqual([0, 1])
    await teacher('POST', `/api/templates/${id}/retire`, { retired: false })
    expect(await count()).toBe(1)
  })

  test('is not there for another provider, nor for students', async () => {
    const id = await make()
    const stranger = await service.signIn(await service.provider(), ['teacher'])
    expect((await stranger('GET', `/api/templates/${id}`)).statusCode).toBe(404)
    expect((await save(id, { name: 'X', body: { units: [], breaks: [] } }, 1, stranger)).statusCode).toBe(404)
    const student = await makeStudent(service.database, provider)
    const own = await service.signIn(provider, ['student'], student.studentId)
    expect((await own('GET', `/api/templates/${id}`)).statusCode).toBe(403)
  })
})

describe('a template of a plan', () => {
  async function planOf(student: Awaited<ReturnType<typeof makeStudent>>): Promise<string> {
    const answer = await teacher('POST', '/api/plans', {
      studyRightOid: student.studyRightOid,
      plan: {
        ...{ studentOid: student.studentOid, studyRightOid: student.studyRightOid },
        ...{ firstApprovedOn: '2024-08-20', needToAcquireCompetence: true },
        localUnits: [{ name: 'Piilokylän paja', competencePoints: 5, aimsAndContent: 'Salaista' }],
      },
    })
    return answer.json().id
  }

  test('reads the plan as somebody: audited, and refused to whom plans are closed or masked', async () => {
    const student = await makeStudent(service.database, provider)
    const planId = await planOf(student)
    const from = { kind: 'plan', planId }
    const id = await make({ from })
    expect((await read(id)).body.units).toMatchObject([{ kind: 'local', name: 'Piilokylän paja', points: 5 }])
    const events = await auditOf(service.owner, provider, 'plans.read')
    expect(events.map(event => event.target_id)).toContain(planId)
    const administrator = await service.signIn(provider, ['administrator'])
    const wish = { name: 'X', diaryNumber, from }
    expect((await administrator('POST', '/api/templates', wish)).statusCode).toBe(403)
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    expect((await teacher('POST', '/api/templates', wish)).json().code).toBe('plans.protected')
  })
})
