import { describe, expect, test } from 'vitest'
import { startFakes } from '../../fakes/server.ts'
import { noteOf, type PlanToSend } from '../../test/harness/deliveries.ts'
import {
  approve,
  asked,
  connect,
  database,
  fakes,
  later,
  newSender,
  noteOfHeld,
  nothing,
  now,
  numbers,
  one,
  outcomesOf,
  owner,
  plans,
  provider,
  rowOf,
  shown,
} from '../../test/harness/delivery-service.ts'
import type { DeliveryList } from '../features/deliveries/contract.ts'
import { deliveryWorkers } from '../features/deliveries/jobs.ts'

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

const unanswered = async ({ administrator }: Pick<Awaited<ReturnType<typeof provider>>, 'administrator'>) =>
  (await administrator('GET', '/api/deliveries')).json<DeliveryList>().unansweredAt

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
      // Whoever keeps the connection is told of the server, and nobody else.
      expect((await shown(own.administrator, plan)).failure?.text).toMatch(/127\.0\.0\.1/)
      expect(failed.failure?.text).toMatch(/palvelu/)
      expect(JSON.stringify(failed)).not.toMatch(/127\.0\.0\.1|\b50\d\b/)
      expect(await unanswered(own)).toBe(failed.failure?.at)
      later(1)
      const questions = await asked(() => own.run())
      expect(questions[0]).toContain('/opiskeluoikeus/')
      expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
      expect(
        fakes.held.all().filter(one => one.plan['opiskeluoikeus-oid'] === plan.studyRightOid),
      ).toHaveLength(1)
      const arrived = mode === 'lose-answer' || mode === 'half'
      expect(await outcomesOf(plan)).toEqual(['failed', arrived ? 'unchanged' : 'created'])
      expect(await unanswered(own)).toBeUndefined()
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

describe('a plan of which no form can be made', () => {
  const broken = (plan: PlanToSend | undefined) =>
    owner.query(
      `update plan_version set body = '{"vocationalUnits": 5, "localUnits": [null]}' where plan_id = $1`,
      [plan?.id],
    )

  test('rests no sending, and is not what tells whether the service is back', async () => {
    const own = await provider()
    const all = await plans(own, 6)
    for (const plan of all.slice(0, 4)) await broken(plan)
    await own.run()
    expect(await Promise.all(all.map(async plan => (await rowOf(plan)).state))).toEqual([
      ...Array.from({ length: 4 }, () => 'waiting'),
      ...['delivered', 'delivered'],
    ])
    const list = (await own.administrator('GET', '/api/deliveries')).json<DeliveryList>()
    expect(list).not.toHaveProperty('pause')
    expect(list.items.find(item => item.state === 'waiting')?.failure?.code).toBe('fault')

    fakes.behave({ service: 'ehoks', mode: 'down' })
    const [fine] = await plans(own, 1)
    const { number } = fine ?? { number: 0 }
    for (let times = 0; times < 3; times += 1) {
      if (fine) await approve(own, fine)
      later(30)
      await own.run()
    }
    fakes.behave({ service: 'ehoks', mode: 'normal' })
    later(120)
    await own.run()
    expect(fine && noteOfHeld(fine)).toBe(noteOf(number, 4))
  })

  test('keeps no other from being seen, and lets them go first', async () => {
    const own = await provider()
    const [bad, good] = await plans(own, 2)
    await own.run()
    await broken(bad)
    later(8 * 24 * 60)
    await own.run('check')
    expect(good && (await rowOf(good))).toMatchObject({ state: 'delivered', confirmed_at: expect.any(Date) })
    const row = bad && (await rowOf(bad))
    expect(row).toMatchObject({ state: 'delivered', failure: { code: 'fault' }, lease_id: null })
    expect(row.due_at > now()).toBe(true)
  })
})
