import { beforeEach, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import { places, planWithPlaces } from '../../../test/protected-student.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { addDays, dayOf, plainDateOf } from '../../platform/time/plain-date.ts'
import type { PathView } from '../paths/contract.ts'
import { makeStudent } from '../plans/factory.ts'
import { createPlan } from '../plans/public.ts'
import type { SharedPart, ShareList } from './contract.ts'
import { openAtMost } from './rules.ts'

const service = await testService()
const { database, owner } = service
const today = dayOf(new Date())

let provider: Uuid
let student: Client
let studentId: string
let planId: string
let periodKey: string

beforeEach(async () => {
  provider = await service.provider()
  const made = await makeStudent(database, provider)
  studentId = made.studentId
  const actor = { kind: 'system', source: 'test', providerId: provider } as const
  const saved = await write(database, provider, transaction =>
    createPlan(
      {
        ...{ transaction, audit: { actor, now: new Date() }, today: plainDateOf('2026-11-23') },
        ...{ jobs: { send: () => Promise.resolve() }, referenceFor: () => ({}), formFaults: () => [] },
      },
      { plan: planWithPlaces(made) },
      { studyRightKnown: 'demanded' },
    ),
  )
  planId = saved.id
  student = await service.signIn(provider, ['student'], studentId)
  const view: PathView = (await student('GET', '/api/path')).json()
  periodKey = view.items.find(item => item.partKey === 'unit:tutkinnonosat_100017')?.key ?? ''
})

const wanted = (parts: readonly SharedPart[], more: object = {}) => ({
  ...{ planId, recipient: 'Työnantaja Oy', lastDay: addDays(today, 7), parts },
  ...more,
})
async function share(parts: readonly SharedPart[], more: object = {}) {
  const answer = await student('POST', '/api/shares', wanted(parts, more))
  expect(answer.statusCode).toBe(201)
  const { id, link } = answer.json() as { id: string; link: string }
  return { id, address: new URL(link).pathname }
}
const listed = async (): Promise<ShareList> => (await student('GET', '/api/shares')).json()
const period = (): SharedPart => ({ kind: 'period', key: periodKey })

test('only who presses open sees the parts, and the student sees when', async () => {
  const { address, id } = await share([period(), { kind: 'how-far' }])
  for (let times = 0; times < 2; times += 1) {
    const looked = await service.nobody('GET', address)
    expect([looked.statusCode, /Keksitty|Piilo|Testi/.test(looked.body)]).toEqual([200, false])
    expect(looked.headers).toMatchObject({ 'referrer-policy': 'no-referrer' })
    expect(looked.headers['x-robots-tag']).toContain('noindex')
  }
  expect(await listed()).toMatchObject({
    items: [{ id, opened: 0, openings: [], recipient: 'Työnantaja Oy' }],
  })
  const opened = await service.nobody('POST', address)
  expect(opened.statusCode).toBe(200)
  expect(opened.body).toContain(places.workplace)
  expect(opened.body).not.toContain(places.instructor)
  expect(opened.body).not.toContain(places.localUnit)
  expect(opened.body).not.toContain('Työnantaja Oy')
  expect(await listed()).toMatchObject({ items: [{ opened: 1, openings: [expect.any(String)] }] })
  expect(await auditOf(owner, provider, 'shares.open')).toMatchObject([
    { actor_kind: 'system', target_id: id },
  ])
  expect(JSON.stringify(await auditOf(owner, provider, 'shares.make'))).not.toContain('Työnantaja')
})

test('somebody who is signed in opens it as anybody, in their language', async () => {
  const { address } = await share([{ kind: 'career' }])
  const teacher = await service.signIn(provider, ['teacher'])
  const plain = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-csrf-token': '',
    'accept-language': 'sv',
  }
  const answer = await teacher('POST', address, undefined, plain)
  expect([answer.statusCode, answer.body.includes('Karriärplan')]).toEqual([200, true])
})

test('expired, revoked, guessed and unknown links are all alike', async () => {
  const [late, revoked, good] = [await share([period()]), await share([period()]), await share([period()])]
  await owner.query(`update share_link set expires_at = now() - interval '1 day' where id = $1`, [late.id])
  expect((await student('POST', `/api/shares/${revoked.id}/revoke`)).statusCode).toBe(204)
  const guessed = `${good.address.slice(0, -43)}${'A'.repeat(43)}`
  const bodies = new Set<string>()
  for (const address of [late.address, revoked.address, guessed, '/shared/x', `/shared/${'A'.repeat(86)}`])
    for (const method of ['GET', 'POST'] as const) {
      const answer = await service.nobody(method, address)
      expect([address, answer.statusCode]).toEqual([address, 404])
      bodies.add(answer.body)
    }
  expect(bodies.size).toBe(1)
  expect((await listed()).items.map(item => [item.state, item.opened])).toEqual([
    ['open', 0],
    ['revoked', 0],
    ['expired', 0],
  ])
})

test('a turvakielto, even a later one, leaves places and the name out', async () => {
  const { address } = await share([period()])
  await owner.query('update student set protected = true where id = $1', [studentId])
  const { body, statusCode } = await service.nobody('POST', address)
  expect([statusCode, body.includes('Keksitty')]).toEqual([200, false])
  for (const place of Object.values(places)) expect(body).not.toContain(place)
  expect((await listed()).protected).toBe(true)
})

test('staff, guardians and other students neither share nor see it', async () => {
  const { id } = await share([period()])
  const other = await service.signIn(provider, ['student'], (await makeStudent(database, provider)).studentId)
  expect((await other('POST', `/api/shares/${id}/revoke`)).statusCode).toBe(404)
  expect((await other('POST', '/api/shares', wanted([period()]))).statusCode).toBe(404)
  expect((await other('GET', '/api/shares')).json().items).toEqual([])
  for (const role of ['teacher', 'guidance', 'administrator', 'guardian'] as const) {
    const client = await service.signIn(provider, [role])
    expect((await client('GET', '/api/shares')).statusCode).toBe(403)
    expect((await client('POST', '/api/shares', wanted([period()]))).statusCode).toBe(403)
    expect((await client('POST', `/api/shares/${id}/revoke`)).statusCode).toBe(403)
  }
})

test.each([
  [{ lastDay: addDays(today, -1) }, 400, 'shares.last-day-past'],
  [{ lastDay: addDays(today, 400) }, 400, 'shares.last-day-far'],
  [{ recipient: '  ' }, 400, 'shares.no-recipient'],
  [{ parts: [{ kind: 'unit', key: 'gone' }] }, 409, 'shares.part-gone'],
])('%j is refused', async (more, status, code) => {
  const answer = await student('POST', '/api/shares', wanted([period()], more))
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test('fifty links open at once, also when sixteen more are made together; who takes one back makes another', async () => {
  const { id } = await share([period()])
  await owner.query(
    `insert into share_link (provider_id, id, student_id, plan_id, parts, recipient, secret_hash, made_at, expires_at,
       revoked_at)
     select provider_id, gen_random_uuid(), student_id, plan_id, parts, recipient, sha256(n::text::bytea), made_at,
       case when n % 3 = 1 then made_at else expires_at end, case when n % 3 = 2 then made_at end
     from share_link, generate_series(1, 3 * ($2 - 5)) n where id = $1`,
    [id, openAtMost],
  )
  const make = () => student('POST', '/api/shares', wanted([period()]))
  const answers = await Promise.all(Array.from({ length: 16 }, make))
  const refused = answers.filter(one => one.statusCode !== 201)
  expect(refused.map(one => [one.statusCode, one.json().code])).toEqual(
    Array(12).fill([409, 'shares.too-many']),
  )
  expect((await student('POST', `/api/shares/${id}/revoke`)).statusCode).toBe(204)
  expect((await make()).statusCode).toBe(201)
  expect((await make()).statusCode).toBe(409)
})

test('an erased student’s links go with who opened them', async () => {
  const { address } = await share([period()])
  await service.nobody('POST', address)
  const administrator = await service.signIn(provider, ['administrator'])
  const answer = await administrator('POST', `/api/students/${studentId}/erase`, { reason: 'Pyyntö' })
  expect(answer.statusCode).toBe(204)
  const { rows } = await owner.query('select 1 from share_opening where provider_id = $1', [provider])
  expect(rows).toEqual([])
  expect((await service.nobody('POST', address)).statusCode).toBe(404)
  expect(await auditOf(owner, provider, 'shares.erase')).toHaveLength(1)
})
