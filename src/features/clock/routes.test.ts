import { describe, expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { auditOf, newProvider, type SignedIn, signInAs } from '../../../test/harness/people.ts'
import { type Role, roles } from '../../platform/access/actor.ts'
import { addDays, dayOf, plainDateOf } from '../../platform/time/plain-date.ts'
import { clockRoutes } from './routes.ts'
import { daysOf } from './rules.ts'
import { startDemoClock } from './service.ts'

const { database, owner } = await testDatabase()
const clock = await startDemoClock(database)
const app = await testApp(database, { clock, endpoints: () => clockRoutes({ database, clock }) })

async function signedIn(role: Role = 'administrator') {
  onTestFinished(async () => {
    await owner.query('delete from demo_clock')
    await clock.refresh()
  })
  const provider = await newProvider(owner)
  return { provider, ...(await signInAs(owner, { roles: [role], providerId: provider.id })) }
}

const put = ({ headers }: Pick<SignedIn, 'headers'>, payload: object) =>
  app.inject({ method: 'PUT', url: '/api/clock', headers, payload })
const realToday = dayOf(new Date())

describe('the clock of the demo', () => {
  test('is moved by days, to a date, and back', async () => {
    const who = await signedIn()
    const { headers } = who
    const ahead = addDays(realToday, 30)
    expect((await put(who, { days: 30 })).json()).toEqual({ days: 30, today: ahead, realToday })
    expect((await app.inject({ url: '/api/session', headers })).json().today).toBe(ahead)
    const back = addDays(realToday, -7)
    expect((await put(who, { date: back })).json()).toEqual({ days: -7, today: back, realToday })
    expect((await app.inject({ url: '/api/clock', headers })).json().days).toBe(-7)
    const reset = await app.inject({ method: 'DELETE', url: '/api/clock', headers })
    expect(reset.json()).toEqual({ days: 0, today: realToday, realToday })
    expect(await auditOf(owner, who.provider.id, 'clock.move')).toMatchObject([
      { actor_id: who.personId, details: { days: 30 } },
      { details: { days: -7 } },
      { details: { days: 0 } },
    ])
  })

  test('moves no instant: a session does not run out, and marks tell the real time', async () => {
    const who = await signedIn()
    await put(who, { days: 365 })
    expect((await app.inject({ url: '/api/session', headers: who.headers })).json().signedIn).toBe(true)
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000)
    const { rows } = await owner.query('select max(at) as at from audit_event where action = $1', [
      'clock.move',
    ])
    expect(Math.abs(rows[0].at.getTime() - Date.now())).toBeLessThan(10_000)
  })

  test('is the same in another process', async () => {
    const who = await signedIn()
    const elsewhere = await startDemoClock(database)
    onTestFinished(() => elsewhere.stop())
    await put(who, { days: 5 })
    await elsewhere.refresh()
    expect(elsewhere.today()).toBe(addDays(realToday, 5))
  })

  test.each([
    [{ days: 4000 }, '/'],
    [{ days: 1.5 }, '/'],
    [{ date: '2026-02-30' }, '/'],
    [{ date: '2099-01-01' }, '/date'],
    [{}, '/'],
    [{ days: 1, date: '2026-01-01' }, '/'],
  ])('is not moved by %j', async (payload, place) => {
    const who = await signedIn()
    const answer = await put(who, payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().pointer.startsWith(place === '/' ? '' : place)).toBe(true)
    expect(clock.days()).toBe(0)
  })

  test.each(roles.filter(role => role !== 'administrator'))('is not for the role %s', async role => {
    const who = await signedIn(role)
    const answers = [
      await put(who, { days: 1 }),
      await app.inject({ url: '/api/clock', headers: who.headers }),
    ]
    expect(answers.map(answer => answer.statusCode)).toEqual([403, 403])
  })
})

test('outside the demo there is no clock to move', async () => {
  const plain = await testApp(database, { endpoints: () => clockRoutes({ database, clock: undefined }) })
  const { headers } = await signedIn()
  for (const method of ['GET', 'DELETE'] as const) {
    expect((await plain.inject({ method, url: '/api/clock', headers })).statusCode).toBe(404)
  }
  const answer = await plain.inject({ method: 'PUT', url: '/api/clock', headers, payload: { days: 1 } })
  expect(answer.statusCode).toBe(404)
})

test.each([
  [{ days: 3 }, 3],
  [{ date: '2026-03-01' }, 1],
  [{ date: '2026-02-30' }, undefined],
  [{ date: '2036-02-26' }, 3650],
  [{ date: '2036-02-27' }, undefined],
])('from 28 February 2026 the move %j is %s days', (move, days) => {
  expect(daysOf(move, plainDateOf('2026-02-28'))).toBe(days)
})
