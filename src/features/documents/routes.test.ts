import ICAL from 'ical.js'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { contact, places, planWithPlaces } from '../../../test/protected-student.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { type MadeStudent, makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'

const service = await testService()

let provider: Uuid
let student: MadeStudent
let planId: string
let teacher: Client

beforeAll(async () => {
  provider = await service.provider()
  student = await makeStudent(service.database, provider)
  teacher = await service.signIn(provider, ['teacher'])
  const audit = { actor: { kind: 'system' as const, source: 'wilma', providerId: provider }, now: new Date() }
  planId = await write(service.database, provider, async transaction => {
    const context = {
      ...{ transaction, audit, today: plainDateOf('2026-11-22'), jobs: service.jobs },
      ...{ referenceFor: () => ({}), formFaults: () => [] },
    }
    const saved = await createPlan(
      context,
      { plan: planWithPlaces(student) },
      { studyRightKnown: 'demanded' },
    )
    return saved.id
  })
})

const kinds = [
  ['document.pdf', 'documents.print', 'application/pdf'],
  ['national.json', 'documents.take-national', 'application/json; charset=utf-8'],
  ['calendar.ics', 'documents.take-calendar', 'text/calendar; charset=utf-8'],
] as const

describe.each(kinds)('%s of a plan', (file, action, type) => {
  const url = () => `/api/plans/${planId}/${file}`

  test('is given to who may read the plan, is not kept, names nobody by its name, and is audited', async () => {
    const answer = await teacher('GET', url())
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9.-]+"$/)
    const { rows } = await service.owner.query(
      'select target_id, student_id, details from audit_event where provider_id = $1 and action = $2',
      [provider, action],
    )
    expect(rows).toEqual([
      { target_id: planId, student_id: student.studentId, details: expect.objectContaining({ version: 1 }) },
    ])
  })

  test('is refused to others', async () => {
    const other = await makeStudent(service.database, provider)
    const stranger = await service.signIn(provider, ['student'], other.studentId)
    const administrator = await service.signIn(provider, ['administrator'])
    const elsewhere = await service.signIn(await service.provider(), ['teacher'])
    const statuses = [service.nobody, stranger, administrator, elsewhere].map(
      async client => (await client('GET', url())).statusCode,
    )
    expect(await Promise.all(statuses)).toEqual([401, 403, 403, 404])
  })

  test('is given to the student whose plan it is', async () => {
    const own = await service.signIn(provider, ['student'], student.studentId)
    expect((await own('GET', url())).statusCode).toBe(200)
  })

  test('of a student with turvakielto is refused whole, until somebody says why', async () => {
    await service.owner.query('update student set protected = true where id = $1', [student.studentId])
    const before = await teacher('GET', url())
    expect([before.statusCode, before.json().code]).toEqual([403, 'documents.protected'])
    const reader = await service.signIn(provider, ['teacher'])
    await reader('POST', `/api/students/${student.studentId}/reveal`, { reason: 'Työpaikkakäynti' })
    expect((await reader('GET', url())).statusCode).toBe(200)
    await service.owner.query('update student set protected = false where id = $1', [student.studentId])
  })
})

test('the PDF says the plan in the language that is asked for', async () => {
  const texts = await Promise.all(
    ['fi', 'sv', 'en'].map(async language => {
      const answer = await teacher('GET', `/api/plans/${planId}/document.pdf?language=${language}`)
      const proxy = await getDocumentProxy(new Uint8Array(answer.rawPayload))
      expect((await proxy.getMetadata()).info).toMatchObject({ Language: language })
      const { items } = await (await proxy.getPage(1)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join(' ')
    }),
  )
  expect(texts[0]).toContain('Henkilökohtainen osaamisen kehittämissuunnitelma')
  expect(texts[1]).toContain('Tidsplan')
  expect(texts[2]).toContain('Schedule')
  for (const text of texts) expect(text).toContain(places.workplace)
})

test('the schedule alone tells nothing of the rest', async () => {
  const answer = await teacher('GET', `/api/plans/${planId}/document.pdf?part=schedule`)
  const proxy = await getDocumentProxy(new Uint8Array(answer.rawPayload))
  const { items } = await (await proxy.getPage(1)).getTextContent()
  const text = items.map(item => ('str' in item ? item.str : '')).join(' ')
  expect(text).toContain(places.workplace)
  expect(text).not.toContain(student.studyRightOid)
})

test('the national form has national keys, and no version that is not there', async () => {
  const answer = await teacher('GET', `/api/plans/${planId}/national.json?version=1`)
  expect(answer.json()).toMatchObject({ 'opiskeluoikeus-oid': student.studyRightOid })
  const missing = await teacher('GET', `/api/plans/${planId}/national.json?version=9`)
  expect([missing.statusCode, missing.json().code]).toEqual([404, 'documents.version-not-found'])
})

test('the calendar is one that calendars read, and names no person', async () => {
  const { body } = await teacher('GET', `/api/plans/${planId}/calendar.ics?language=sv`)
  const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')
  expect(events.length).toBeGreaterThan(0)
  expect(body).toContain('På arbetsplatsen')
  for (const name of [places.instructor, 'Keksitty', contact.email]) expect(body).not.toContain(name)
})
