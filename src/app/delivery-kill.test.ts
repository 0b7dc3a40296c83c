import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { Mode } from '../../fakes/behaviour.ts'
import { startFakes } from '../../fakes/server.ts'
import { testDatabase } from '../../test/harness/database.ts'
import {
  approveNext,
  noteIn,
  noteOf,
  type PlanToSend,
  seedPlans,
  sendBy,
} from '../../test/harness/deliveries.ts'
import type { DeliveryTask } from '../../test/harness/delivery-child.ts'
import { deliveryKiller } from '../../test/harness/delivery-kill.ts'
import { newProvider } from '../../test/harness/people.ts'
import { deliveryWorkers } from '../features/deliveries/jobs.ts'
import type { Sender } from '../features/deliveries/service-sender.ts'

const { database, owner, url } = await testDatabase()
const run = deliveryKiller()
const tree = { numHits: 0, organisaatiot: [] }
const fakes = await startFakes({
  ...{ qualifications: [], codeSets: new Map(), formerNames: new Map(), plans: [], students: [], tree },
})
afterAll(() => fakes.close())

const count = 40
// A request is given up long before its lease runs out, and the lease before the next process comes by.
const times = { requestMilliseconds: 400, leaseMilliseconds: 1_000 }
const late = 700
// Long enough that a newer version is approved while an older one is on its way.
const unhurried = 100

const below = (limit: number) => Math.floor(Math.random() * limit)

type Round = readonly [mode: Mode, death: NonNullable<DeliveryTask['death']>['to']]

/** In each round the service does something else, and the processes die at other places. */
const cuts: readonly Round[] = [
  ['normal', 'database'],
  ['lose-answer', 'service'],
  ['normal', 'service'],
  ['half', 'database'],
  ['down', 'service'],
  ['lose-answer', 'database'],
  ['garbage', 'service'],
  ['normal', 'database'],
]
/** Requests that arrive when nobody waits for them any more. */
const delays: readonly Round[] = [
  ['slow', 'service'],
  ['slow', 'database'],
  ['normal', 'service'],
  ['slow', 'service'],
]

/** Pauses pass at once: nobody waits for them in a test. */
async function passPauses(which: string): Promise<void> {
  await owner.query(`update delivery set due_at = now() where ${which}`)
  await owner.query('update delivery_pause set due_at = now()')
}

const nobodyToWake: Sender = {
  ...{ wake: () => undefined, check: () => undefined },
  ...{ settled: () => Promise.resolve(), stop: () => Promise.resolve() },
}

/** A provider with plans, of which some are approved anew from time to time. */
async function approving(first: number) {
  const { id: providerId } = await newProvider(owner)
  await sendBy(owner, providerId, 'here')
  const plans = await seedPlans(owner, providerId, { first, count, approved: true })
  const approved = new Map<PlanToSend, number>(plans.map(plan => [plan, 1]))
  const around = { database, sender: nobodyToWake, now: () => new Date(), providerIds: async () => [] }
  const job = deliveryWorkers(around).find(worker => worker.kind.queue.name === 'plans.approved')
  /**
   * Again and again while they send, so that a newer version meets an older one on its way. Each plan in two rounds only:
   * what went wrong with it then is not mended by yet another version.
   */
  const approveDuring = async (sending: Promise<unknown>, round: number) => {
    const some = plans.flatMap((plan, at) => ((at + round) % cuts.length < 2 ? [{ plan, at }] : []))
    let ended = false
    sending.finally(() => {
      ended = true
    })
    while (!ended) {
      const chosen = some[below(some.length)]
      if (chosen === undefined) return
      const { at, plan } = chosen
      approved.set(plan, await approveNext(owner, providerId, plan, first + at))
      await job?.run({ providerId, planId: plan.id })
      await setTimeout(10)
    }
  }
  /** What stands on both sides, and what should. */
  const standing = async () => {
    const { rows } = await owner.query(
      'select plan_id, state, delivered_version from delivery where provider_id = $1',
      [providerId],
    )
    const known = new Map(rows.map(row => [row.plan_id, row]))
    const found = plans.map(plan => {
      const row = known.get(plan.id)
      const there = fakes.held.byStudyRight(plan.studyRightOid)
      return [plan.id, noteIn(there?.plan), row?.state, row?.delivered_version]
    })
    const expected = plans.map((plan, at) => {
      const version = approved.get(plan) ?? 0
      return [plan.id, noteOf(first + at, version), 'delivered', version]
    })
    return { found, expected }
  }
  return { providerId, approveDuring, standing }
}

/** Two at once in each round, each told to die: one must keep off what the other has leased. */
async function disturb(
  task: DeliveryTask,
  rounds: readonly Round[],
  approveDuring: (sending: Promise<unknown>, round: number) => Promise<void>,
) {
  let deaths = 0
  for (const [round, [mode, to]] of rounds.entries()) {
    await passPauses("state = 'waiting'")
    if (mode === 'normal') fakes.behave({ service: 'ehoks', mode: 'slow', milliseconds: unhurried })
    else fakes.behave({ service: 'ehoks', mode, times: 2 + below(8), milliseconds: late })
    const dying = (): DeliveryTask => {
      const at = to === 'database' ? 12 + below(100) : 3 + below(40)
      return { ...task, death: { to, at, moment: below(2) === 0 ? 'before' : 'sent' } }
    }
    const running = Promise.all([run(dying()), run(dying())])
    if (below(2) === 0) fakes.expireTickets()
    await approveDuring(running, round)
    for (const ended of await running) if (!ended) deaths += 1
  }
  // Otherwise nothing has been tried.
  expect(deaths).toBeGreaterThan(rounds.length / 2)
  fakes.behave({ service: 'ehoks', mode: 'normal' })
  await setTimeout(Math.max(late, times.leaseMilliseconds))
}

test('killed and cut at every step, the two sides agree again by themselves', {
  timeout: 120_000,
}, async () => {
  const { approveDuring, providerId, standing } = await approving(5_000)
  const task = { url, providerId, address: fakes.addresses.ehoks, ...times, looks: false }
  await disturb(task, cuts, approveDuring)
  await passPauses("state = 'waiting'")
  expect(await run(task)).toBe(true)
  const { expected, found } = await standing()
  expect(found).toEqual(expected)
  expect(fakes.held.all()).toHaveLength(count)
})

test('what arrives late is noticed when it is looked for, and mended', { timeout: 120_000 }, async () => {
  const { approveDuring, providerId, standing } = await approving(6_000)
  const task = { url, providerId, address: fakes.addresses.ehoks, ...times, looks: true }
  await disturb(task, delays, approveDuring)
  for (let rounds = 0; rounds < 2; rounds += 1) {
    await passPauses('true')
    expect(await run(task)).toBe(true)
  }
  const { expected, found } = await standing()
  expect(found).toEqual(expected)
})
