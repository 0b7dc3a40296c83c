import type { Uuid } from '../../platform/ids.ts'
import { checkDue } from './service-check.ts'
import type { SenderOptions } from './service-options.ts'
import { sendDue } from './service-send.ts'

/** Sends and looks, each provider by itself: a slow service of one holds up no other. */
export interface Sender {
  /** There may be something to send. Answers at once. */
  wake(providerId: Uuid): void
  /** Looks whether what was delivered still stands there, as far as it is due. */
  check(providerId: Uuid): void
  /** When nothing is under way. */
  settled(): Promise<void>
  /** Ends what is under way, for a bounded time. */
  stop(): Promise<void>
}

const stopMilliseconds = 10_000
/** What is due later is found by the tending. */
const farthestTimer = 60_000

type Given = Pick<SenderOptions, 'database' | 'national' | 'log'> & Partial<SenderOptions>

const usual = {
  now: () => new Date(),
  random: Math.random,
  atOnce: 8,
  leaseMilliseconds: 120_000,
  marginMilliseconds: 5_000,
} as const

export function createSender(given: Given): Sender {
  let ended = false
  const options: SenderOptions = { ...usual, ...given, stopping: () => ended }
  if (options.leaseMilliseconds <= options.national.requestMilliseconds + options.marginMilliseconds) {
    throw new RangeError('A lease must last longer than a request, or nothing is ever sent')
  }
  const timers = new Map<Uuid, NodeJS.Timeout>()
  const sending = createTurns(options, async providerId => {
    const next = await sendDue(options, providerId)
    clearTimeout(timers.get(providerId))
    const wait = next === undefined ? farthestTimer : next.getTime() - options.now().getTime()
    if (ended || wait >= farthestTimer) return
    timers.set(providerId, setTimeout(() => sending.start(providerId), Math.max(wait, 50)).unref())
  })
  const checking = createTurns(options, async providerId => {
    if (await checkDue(options, providerId)) sending.start(providerId)
  })
  const settled = async () => {
    while (sending.isBusy() || checking.isBusy()) await Promise.all([sending.settled(), checking.settled()])
  }
  return {
    wake: sending.start,
    check: checking.start,
    settled,
    stop: async () => {
      ended = true
      for (const timer of timers.values()) clearTimeout(timer)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>(resolve => {
        timer = setTimeout(resolve, stopMilliseconds)
      })
      await Promise.race([settled(), late])
      clearTimeout(timer)
    },
  }
}

interface Turns {
  start(providerId: Uuid): void
  isBusy(): boolean
  settled(): Promise<unknown>
}

/** One turn of work at a time for each provider; who is woken during a turn takes another one after it. */
function createTurns(
  { log, stopping }: Pick<SenderOptions, 'log' | 'stopping'>,
  work: (providerId: Uuid) => Promise<void>,
): Turns {
  const running = new Map<Uuid, Promise<void>>()
  const again = new Set<Uuid>()
  const turn = async (providerId: Uuid): Promise<void> => {
    do {
      again.delete(providerId)
      // Leases run out and the tending wakes it again: nothing is lost by a turn that fails.
      await work(providerId).catch((error: unknown) => log.failure(undefined, error, { part: 'deliveries' }))
    } while (again.has(providerId) && !stopping())
    running.delete(providerId)
  }
  return {
    start: providerId => {
      if (stopping()) return
      if (running.has(providerId)) again.add(providerId)
      else running.set(providerId, turn(providerId))
    },
    isBusy: () => running.size > 0,
    settled: () => Promise.all(running.values()),
  }
}
