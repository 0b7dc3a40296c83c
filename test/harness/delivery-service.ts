// The whole service with a fake national one and a clock of the test's own: imported by a test file, it stands for that file.
import { afterAll, beforeEach, expect } from 'vitest'
import { type Fakes, startFakes } from '../../fakes/server.ts'
import type { World } from '../../fakes/world.ts'
import type { PlanDelivery } from '../../src/features/deliveries/contract.ts'
import { deliveryWorkers } from '../../src/features/deliveries/jobs.ts'
import { createSender, type Sender } from '../../src/features/deliveries/service-sender.ts'
import type { Uuid } from '../../src/platform/ids.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { approveNext, noteIn, type PlanToSend, seedPlans, sendBy } from './deliveries.ts'
import { type Client, testService } from './service.ts'

export const nothing: World = {
  ...{ qualifications: [], codeSets: new Map(), formerNames: new Map(), plans: [], students: [] },
  tree: { numHits: 0, organisaatiot: [] },
}

export const service = await testService({ secretKey: 'k'.repeat(32) })
export const { database, owner, server } = service
export const fakes = await startFakes(nothing)
// The clock is the test's: pauses pass when it says so.
let ahead = 0
export const now = () => new Date(Date.now() + ahead)
export const later = (minutes: number) => {
  ahead += minutes * 60_000
}
export const senders: Sender[] = []

export function newSender(): Sender {
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

export interface Provider {
  readonly id: Uuid
  readonly administrator: Client
  readonly teacher: Client
  readonly sender: Sender
  /** Runs what the job would, until nothing is under way. */
  run(kind?: 'tend' | 'check' | 'wake'): Promise<void>
}

export async function provider(at: Fakes = fakes): Promise<Provider> {
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

export const connect = (administrator: Client, at: Fakes, secret: string, version: number) =>
  administrator('PUT', '/api/registers/ehoks', {
    ...{ address: at.addresses.ehoks, username: 'kone', secret, version },
    ...{ schedule: 'off', hour: 3, weekday: 1 },
  })

export interface Sent extends PlanToSend {
  readonly number: number
}

export let numbers = 0

export async function plans(of: Provider, count: number, approved = true): Promise<Sent[]> {
  numbers += 100
  const first = numbers
  const seeded = await seedPlans(owner, of.id, { first, count, approved })
  return seeded.map((plan, at) => ({ ...plan, number: first + at }))
}

/** A provider with one approved plan. */
export async function one(): Promise<readonly [Provider, Sent]> {
  const own = await provider()
  const [plan] = await plans(own, 1)
  if (plan === undefined) throw new Error('There is no plan')
  return [own, plan]
}

export const approve = (of: Provider, plan: Sent, change?: object) =>
  approveNext(owner, of.id, plan, plan.number, change)
export const held = (plan: PlanToSend, at: Fakes = fakes) => at.held.byStudyRight(plan.studyRightOid)
export const noteOfHeld = (plan: PlanToSend, at?: Fakes) => noteIn(held(plan, at)?.plan)
export const rowOf = async (plan: PlanToSend) =>
  (await owner.query('select * from delivery where plan_id = $1', [plan.id])).rows[0]
export async function outcomesOf(plan: PlanToSend): Promise<string[]> {
  const { rows } = await owner.query(
    'select outcome from delivery_event where plan_id = $1 order by at, id',
    [plan.id],
  )
  return rows.map(row => row.outcome)
}
export const shown = async (client: Client, plan: PlanToSend): Promise<PlanDelivery> =>
  (await client('GET', `/api/plans/${plan.id}/delivery`)).json()

/** Questions about HOKSes that the work leads to. */
export async function asked(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = fakes.asked.length
  await work()
  return fakes.asked.slice(before).filter(path => path.includes('/api/v1/hoks'))
}

beforeEach(() => {
  for (const service of ['ehoks', 'cas'] as const) fakes.behave({ service, mode: 'normal' })
})
