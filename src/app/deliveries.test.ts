import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Fakes, startFakes } from '../../fakes/server.ts'
import type { World } from '../../fakes/world.ts'
import {
  approveNext,
  noteIn,
  noteOf,
  type PlanToSend,
  seedPlans,
  sendBy,
} from '../../test/harness/deliveries.ts'
import { auditOf } from '../../test/harness/people.ts'
import { type Client, testService } from '../../test/harness/service.ts'
import type { DeliveryList, PlanDelivery, RemovalList } from '../features/deliveries/contract.ts'
import { deliveryWorkers } from '../features/deliveries/jobs.ts'
import { createSender, type Sender } from '../features/deliveries/service-sender.ts'
import type { Uuid } from '../platform/ids.ts'
import { silentLog } from '../platform/log/log.ts'

const nothing: World = {
  ...{ qualifications: [], codeSets: new Map(), formerNames: new Map(), plans: [], students: [] },
  tree: { numHits: 0, organisaatiot: [] },
}

const service = await testService({ secretKey: 'k'.repeat(32) })
const { database, owner, server } = service
const fakes = await startFakes(nothing)
// The clock is the test's: pauses pass when it says so.
let ahead = 0
const now = () => new Date(Date.now() + ahead)
const later = (minutes: number) => {
  ahead += minutes * 60_000
}
const senders: Sender[] = []

function newSender(): Sender {
  const sender = createSender({
    ...{ database, log: silentLog, national: server.outside.national },
    ...{ now, random: () => 0 },
  })
  senders.push(sender)
  return sender
}

afterAll(async () => {
  await Promise.all(senders.map(sender => sender.stop()))
  await fakes.close()
})

interface Provider {
  readonly id: Uuid
  readonly administrator: Client
  readonly teacher: Client
  readonly sender: Sender
  /** Runs what the job would, until nothing is under way. */
  run(kind?: 'tend' | 'check' | 'wake'): Promise<void>
}

async function provider(at: Fakes = fakes): Promise<Provider> {
  const id = await service.provider()
  const administrator = await service.signIn(id, ['administrator'])
  const teacher = await service.signIn(id, ['teacher'])
  await sendBy(owner, id, 'here')
  const answer = await connect(administrator, at, 'sana', 0)
  expect(answer.statusCode).toBe(200)
  const sender = newSender()
  const workers = deliveryWorkers({ database, sender, now, providerIds: async () => [id] })
  const run: Provider['run'] = async (kind = 'tend') => {
    await workers.find(worker => worker.kind.queue.name === `deliveries.${kind}`)?.run({ providerId: id })
    await sender.settled()
  }
  return { id, administrator, teacher, sender, run }
}

const connect = (administrator: Client, at: Fakes, secret: string, version: number) =>
  administrator('PUT', '/api/registers/ehoks', {
    ...{ address: at.addresses.ehoks, username: 'kone', secret, version },
    ...{ schedule: 'off', hour: 3, weekday: 1 },
  })

interface Sent extends PlanToSend {
  readonly number: number
}

let numbers = 0

async function plans(of: Provider, count: number, approved = true): Promise<Sent[]> {
  numbers += 100
  const first = numbers
  const seeded = await seedPlans(owner, of.id, { first, count, approved })
  return seeded.map((plan, at) => ({ ...plan, number: first + at }))
}

/** A provider with one approved plan. */
async function one(): Promise<readonly [Provider, Sent]> {
  const own = await provider()
  const [plan] = await plans(own, 1)
  if (plan === undefined) throw new Error('There is no plan')
  return [own, plan]
}

const approve = (of: Provider, plan: Sent, change?: object) =>
  approveNext(owner, of.id, plan, plan.number, change)
const held = (plan: PlanToSend, at: Fakes = fakes) => at.held.byStudyRight(plan.studyRightOid)
const noteOfHeld = (plan: PlanToSend, at?: Fakes) => noteIn(held(plan, at)?.plan)
const rowOf = async (plan: PlanToSend) =>
  (await owner.query('select * from delivery where plan_id = $1', [plan.id])).rows[0]
async function outcomesOf(plan: PlanToSend): Promise<string[]> {
  const { rows } = await owner.query(
    'select outcome from delivery_event where plan_id = $1 order by at, id',
    [plan.id],
  )
  return rows.map(row => row.outcome)
}
const shown = async (client: Client, plan: PlanToSend): Promise<PlanDelivery> =>
  (await client('GET', `/api/plans/${plan.id}/delivery`)).json()

/** Questions about HOKSes that the work leads to. */
async function asked(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = fakes.asked.length
  await work()
  return fakes.asked.slice(before).filter(path => path.includes('/api/v1/hoks'))
}

beforeEach(() => {
  for (const service of ['ehoks', 'cas'] as const) fakes.behave({ service, mode: 'normal' })
})

describe('sending', () => {
  test('an approved plan is created there by one request, without what only the service gives', async () => {
    const [own, plan] = await one()
    expect(await asked(() => own.run())).toHaveLength(1)
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
    expect(held(plan)?.plan).not.toHaveProperty('eid')
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', delivered_version: 1, attempts: 0 })
    expect(await outcomesOf(plan)).toEqual(['created'])
  })

  test('what nobody approved is not sent, and nothing while another sends', async () => {
    const own = await provider()
    const [draft] = await plans(own, 1, false)
    const [plan] = await plans(own, 1)
    await sendBy(owner, own.id, 'register')
    expect(await asked(() => own.run())).toEqual([])
    await sendBy(owner, own.id, 'here')
    await own.run()
    expect([draft && held(draft), plan && noteOfHeld(plan)]).toEqual([undefined, noteOf(numbers, 1)])
  })

  test('a later version replaces it, and the same content is not sent again', async () => {
    const [own, plan] = await one()
    await own.run()
    const { id } = held(plan) ?? {}
    await approve(own, plan)
    await own.run()
    expect([noteOfHeld(plan), held(plan)?.id]).toEqual([noteOf(plan.number, 2), id])
    const same = { localUnits: [{ name: noteOf(plan.number, 2) }] }
    await approve(own, plan, same)
    expect(await asked(() => own.run())).toEqual([])
    expect(await outcomesOf(plan)).toEqual(['created', 'replaced', 'unchanged'])
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', delivered_version: 3 })
  })

  test('only the newest of several approved versions is sent', async () => {
    const [own, plan] = await one()
    await approve(own, plan)
    await approve(own, plan)
    expect(await asked(() => own.run())).toHaveLength(1)
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 3))
  })

  test('a version that is approved while an older one is on its way follows it', async () => {
    const [own, plan] = await one()
    fakes.behave({ service: 'ehoks', mode: 'slow', milliseconds: 300, times: 1 })
    const running = own.run()
    await expect.poll(async () => (await rowOf(plan))?.lease_id ?? null).not.toBeNull()
    await approve(own, plan)
    await own.run()
    await running
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect(await outcomesOf(plan)).toEqual(['created', 'replaced'])
  })
})

describe('two processes', () => {
  test('never speak of one plan at once, and who lost the lease writes nothing', async () => {
    const slow = await startFakes(nothing)
    const own = await provider(slow)
    const [plan] = await plans(own, 1)
    if (plan === undefined) throw new Error('There is no plan')
    slow.behave({ service: 'ehoks', mode: 'slow', milliseconds: 1_500, times: 1 })
    const first = own.run()
    await expect.poll(() => slow.asked.some(path => path.endsWith('/api/v1/hoks'))).toBe(true)
    await approve(own, plan)
    const second = newSender()
    const before = slow.asked.length
    second.wake(own.id)
    await second.settled()
    expect(slow.asked.length).toBe(before)
    // The lease runs out while the first still waits for its answer.
    later(3)
    const workers = deliveryWorkers({ database, sender: second, now, providerIds: async () => [own.id] })
    await workers.find(worker => worker.kind.queue.name === 'deliveries.tend')?.run({})
    await second.settled()
    expect(noteOfHeld(plan, slow)).toBe(noteOf(plan.number, 2))
    await first
    expect(noteOfHeld(plan, slow)).toBe(noteOf(plan.number, 2))
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', delivered_version: 2, lease_id: null })
    expect(await outcomesOf(plan)).toEqual(['created'])
    await slow.close()
  })
})

describe('a service that fails', () => {
  test.each(['lose-answer', 'half', 'down', 'garbage'] as const)(
    '%s: is asked what it has before anything is sent again',
    async mode => {
      const [own, plan] = await one()
      fakes.behave({ service: 'ehoks', mode, times: 1 })
      await own.run()
      const failed = await shown(own.teacher, plan)
      expect(failed).toMatchObject({
        state: 'waiting',
        attempts: 1,
        failure: { code: expect.stringMatching(/^service-/) },
      })
      expect(failed.failure?.text).toMatch(/127\.0\.0\.1/)
      later(1)
      const questions = await asked(() => own.run())
      expect(questions[0]).toContain('/opiskeluoikeus/')
      expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
      expect(
        fakes.held.all().filter(one => one.plan['opiskeluoikeus-oid'] === plan.studyRightOid),
      ).toHaveLength(1)
      const arrived = mode === 'lose-answer' || mode === 'half'
      expect(await outcomesOf(plan)).toEqual(['failed', arrived ? 'unchanged' : 'created'])
    },
  )

  test('that is away is told once, rests, and goes on by itself', async () => {
    const own = await provider()
    const all = await plans(own, 30)
    fakes.behave({ service: 'ehoks', mode: 'down' })
    const questions = await asked(() => own.run())
    expect(questions.length).toBeLessThan(15)
    const list = (await own.administrator('GET', '/api/deliveries')).json<DeliveryList>()
    expect(list).toMatchObject({
      counts: { waiting: 30, delivered: 0 },
      pause: { code: 'service-failed', tries: 1 },
    })
    expect(await asked(() => own.run())).toEqual([])
    fakes.behave({ service: 'ehoks', mode: 'normal' })
    later(1)
    await own.run()
    expect(all.filter(plan => noteOfHeld(plan) === noteOf(plan.number, 1))).toHaveLength(30)
    const after = (await own.administrator('GET', '/api/deliveries')).json<DeliveryList>()
    expect([after.counts.delivered, after.pause]).toEqual([30, undefined])
  })

  test('a wrong password rests all of it, and a right one mends it at once', async () => {
    const own = await provider()
    await connect(own.administrator, fakes, 'wrong', 1)
    const all = await plans(own, 5)
    await own.run()
    const [plan] = all
    const seen = plan && (await shown(own.teacher, plan))
    expect(seen).toMatchObject({ state: 'waiting', attempts: 0, pause: { code: 'service-unauthorized' } })
    expect(seen).not.toHaveProperty('failure')
    await connect(own.administrator, fakes, 'sana', 2)
    await owner.query(
      `update delivery_pause set failed_at = now() - interval '1 minute' where provider_id = $1`,
      [own.id],
    )
    await own.run()
    expect(all.filter(one => noteOfHeld(one) !== undefined)).toHaveLength(5)
  })

  test('tickets that ran out are renewed', async () => {
    const own = await provider()
    const all = await plans(own, 20)
    fakes.behave({ service: 'ehoks', mode: 'slow', milliseconds: 20 })
    const running = own.run()
    for (let times = 0; times < 5; times += 1) {
      await new Promise(resolve => setTimeout(resolve, 15))
      fakes.expireTickets()
    }
    await running
    later(1)
    await own.run()
    expect(all.filter(one => noteOfHeld(one) !== undefined)).toHaveLength(20)
  })

  test('a slow service of one provider holds up no other', async () => {
    const slow = await startFakes(nothing)
    slow.behave({ service: 'ehoks', mode: 'slow', milliseconds: 60_000 })
    const [own, other] = [await provider(slow), await provider()]
    const [held1] = await plans(own, 1)
    const [quick] = await plans(other, 1)
    const workers = deliveryWorkers({
      database,
      sender: own.sender,
      now,
      providerIds: async () => [own.id, other.id],
    })
    await workers.find(worker => worker.kind.queue.name === 'deliveries.tend')?.run({})
    await expect.poll(() => quick && noteOfHeld(quick)).toBe(noteOf(numbers, 1))
    expect(held1 && (await shown(own.teacher, held1))).toMatchObject({ tryingNow: true, state: 'waiting' })
    await slow.close()
  })
})

describe('a plan that is there already', () => {
  test('is adopted when it says the same, and replaced when it does not', async () => {
    const own = await provider()
    const [same, other] = await plans(own, 2)
    if (same === undefined || other === undefined) throw new Error('There are no plans')
    await own.run()
    // As if another installation had sent them: nothing is known of it here.
    await owner.query('delete from delivery_event where provider_id = $1', [own.id])
    await owner.query('delete from delivery where provider_id = $1', [own.id])
    await approve(own, other)
    await own.run()
    expect([await outcomesOf(same), await outcomesOf(other)]).toEqual([['unchanged'], ['replaced']])
    expect(noteOfHeld(other)).toBe(noteOf(other.number, 2))
  })

  test('and was changed there is not overwritten until somebody decides', async () => {
    const [own, plan] = await one()
    await own.run()
    const there = held(plan)
    if (there === undefined) throw new Error('It is not there')
    fakes.held.replace(there.id, { ...there.plan, sahkoposti: 'muutos@esimerkki.test' })
    await approve(own, plan)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
    expect(await shown(own.teacher, plan)).toMatchObject({
      state: 'differs',
      failure: { code: 'changed-there' },
    })
    const guidance = await service.signIn(own.id, ['guidance'])
    expect((await guidance('POST', `/api/plans/${plan.id}/delivery/retry`)).statusCode).toBe(204)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect(await auditOf(owner, own.id, 'deliveries.retry')).toMatchObject([
      { target_id: plan.id, details: { state: 'differs' } },
    ])
  })
})

describe('looking again', () => {
  test('confirms, finds what was changed or taken away there, and mends what came late', async () => {
    const own = await provider()
    const [fine, changed, gone, late] = await plans(own, 4)
    if (!fine || !changed || !gone || !late) throw new Error('There are no plans')
    await own.run()
    const lateThere = held(late)
    await approve(own, late)
    await own.run()
    for (const plan of [changed, gone]) expect(held(plan)).toBeDefined()
    fakes.held.replace(held(changed)?.id ?? 0, {
      ...held(changed)?.plan,
      sahkoposti: 'muutos@esimerkki.test',
    })
    fakes.held.remove(held(gone)?.id ?? 0)
    // A request of an earlier try that was on its way all the time.
    fakes.held.replace(lateThere?.id ?? 0, lateThere?.plan ?? {})
    later(8 * 24 * 60)
    await own.run('check')
    expect([await outcomesOf(changed), await outcomesOf(gone)]).toEqual([
      ['created', 'differs'],
      ['created', 'missing', 'refused'],
    ])
    expect((await rowOf(fine)).confirmed_at).not.toBeNull()
    expect((await shown(own.teacher, gone)).failure?.code).toBe('archived')
    expect(await outcomesOf(late)).toEqual(['created', 'replaced', 'older-found', 'replaced'])
    expect(noteOfHeld(late)).toBe(noteOf(late.number, 2))
  })

  test('takes contact data that the service has erased for no change', async () => {
    const own = await provider()
    const [plan] = await plans(own, 1, false)
    if (plan === undefined) throw new Error('There is no plan')
    await approve(own, plan, { phone: '040 1234567', contact: undefined })
    await own.run()
    const there = held(plan)
    const { puhelinnumero: _, ...without } = there?.plan ?? {}
    fakes.held.replace(there?.id ?? 0, without)
    later(8 * 24 * 60)
    await own.run('check')
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered' })
  })
})

describe('a refusal', () => {
  test('stands on the plan with its places in our words, until it is mended', async () => {
    const [own, plan] = await one()
    await approve(own, plan, {
      localUnits: [{ name: 'x', teachingHours: -1 }],
      vocationalUnits: [{ unitCode: 'väärä', unitCodeVersion: 1 }],
    })
    await own.run()
    const refused = await shown(own.teacher, plan)
    expect(refused).toMatchObject({
      state: 'refused',
      failure: { code: 'faults' },
      permittedActions: ['retry'],
    })
    expect(refused.failure?.findings.map(finding => finding.pointer)).toContain('/vocationalUnits/0/unitCode')
    later(24 * 60)
    expect(await asked(() => own.run())).toEqual([])
    await approve(own, plan)
    await own.run()
    expect(await outcomesOf(plan)).toEqual(['refused', 'created'])
    expect(await shown(own.teacher, plan)).not.toHaveProperty('failure')
  })

  test('is tried again when an administrator says so, of all plans', async () => {
    const own = await provider()
    const all = await plans(own, 3)
    fakes.behave({ service: 'ehoks', mode: 'refuse' })
    await own.run()
    fakes.behave({ service: 'ehoks', mode: 'normal' })
    const answer = await own.administrator('POST', '/api/deliveries/retry', { state: 'refused' })
    expect(answer.json()).toEqual({ plans: 3 })
    expect((await own.teacher('POST', '/api/deliveries/retry', { state: 'refused' })).statusCode).toBe(403)
    await own.run()
    expect(all.filter(one => noteOfHeld(one) !== undefined)).toHaveLength(3)
  })
})

describe('a removal', () => {
  test('is a task of a person, believed when nothing is found any more', async () => {
    const [own, plan] = await one()
    const url = `/api/plans/${plan.id}/removal`
    expect((await own.teacher('POST', url, { reason: 'Väärä opiskelija' })).statusCode).toBe(409)
    await own.run()
    expect((await own.teacher('POST', url, { reason: 'Väärä opiskelija' })).statusCode).toBe(204)
    await approve(own, plan)
    expect(await asked(() => own.run())).toEqual([])
    expect((await own.teacher('POST', `${url}/done`)).statusCode).toBe(403)
    expect((await own.administrator('POST', `${url}/done`)).statusCode).toBe(204)
    await own.run('wake')
    const tasks = (await own.administrator('GET', '/api/removals')).json<RemovalList>()
    expect(tasks.items).toMatchObject([
      { nationalId: held(plan)?.id, removal: { reason: 'Väärä opiskelija', checkedAt: expect.any(String) } },
    ])
    expect(await outcomesOf(plan)).toEqual(['created', 'still-there'])
    fakes.held.remove(held(plan)?.id ?? 0)
    await own.administrator('POST', `${url}/done`)
    await own.run('wake')
    expect(await shown(own.teacher, plan)).toMatchObject({
      state: 'removed',
      removal: { confirmedAt: expect.any(String) },
      permittedActions: [],
    })
    await approve(own, plan)
    expect(await asked(() => own.run())).toEqual([])
    expect((await own.administrator('GET', '/api/removals')).json<RemovalList>().items).toEqual([])
    const done = await own.administrator('GET', '/api/removals?standing=done')
    expect(done.json<RemovalList>().items).toHaveLength(1)
  })

  test('may be withdrawn, and the plan is sent on', async () => {
    const [own, plan] = await one()
    await own.run()
    await own.teacher('POST', `/api/plans/${plan.id}/removal`, { reason: 'Erehdys' })
    await approve(own, plan)
    expect((await own.teacher('POST', `/api/plans/${plan.id}/removal/withdraw`)).statusCode).toBe(204)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect((await own.teacher('POST', `/api/plans/${plan.id}/removal/withdraw`)).statusCode).toBe(409)
  })
})

test('the list goes on from page to page, by state', async () => {
  const own = await provider()
  await plans(own, 5)
  fakes.behave({ service: 'cas', mode: 'down' })
  await own.run()
  const seen: string[] = []
  let next = ''
  for (let pages = 0; pages < 3; pages += 1) {
    const page = (
      await own.administrator('GET', `/api/deliveries?state=waiting&limit=2${next}`)
    ).json<DeliveryList>()
    seen.push(...page.items.map(item => item.planId))
    next = `&after=${page.next}`
  }
  expect(new Set(seen).size).toBe(5)
  expect((await own.administrator('GET', '/api/deliveries?after=x')).statusCode).toBe(400)
  expect((await own.teacher('GET', '/api/deliveries')).statusCode).toBe(403)
})
