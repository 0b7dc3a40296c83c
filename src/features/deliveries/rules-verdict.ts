import type { DeliveryState } from './contract.ts'
import type { Failure, Looked } from './contract-service.ts'
import { differenceCode, fault, isOfOnePlan, pauseAfter, planWaits, type Verdict } from './rules.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** After endings that nobody knew a late request may still arrive: it is looked at soon. */
const soon = 10 * minute
const usualLook = 7 * day
/** A look that failed is tried again after so long as the sixth try of a sending: some minutes. */
const lookAgain = 6
/** A fault of ours is mended by people. */
const faultAgain = 12

/** What becomes of a row: only what is named is changed. */
export interface Settled {
  readonly state: DeliveryState
  /** When it is to be tried, or looked at, next. */
  readonly inMilliseconds: number
  /** What is counted on: above zero the service is asked before anything is sent. */
  readonly attempts: number
  readonly outcome: string
  readonly failure: Failure | null
  readonly status: number | null
  readonly nationalId: number | null
  /** The version that was sent stands there now. */
  readonly delivered: boolean
  /** It was seen there. */
  readonly confirmed: boolean
}

interface Tried {
  readonly attempts: number
  /** Whether anything was sent: a look that failed leaves what is there as well known as before. */
  readonly sent: boolean
  readonly nationalId: number | undefined
  /** From 0 to 1. */
  readonly jitter: number
}

/** What becomes of a plan after a try. */
export function afterTry(verdict: Verdict, { attempts, jitter, nationalId, sent }: Tried): Settled {
  const shared = {
    outcome: verdict.outcome,
    failure: verdict.failure ?? null,
    status: verdict.status ?? null,
    nationalId: verdict.nationalId ?? nationalId ?? null,
    ...{ delivered: false, confirmed: verdict.seen ?? false },
  }
  switch (verdict.outcome) {
    case 'created':
    case 'replaced':
    case 'unchanged': {
      const look = attempts > 1 ? soon : usualLook * (1 - jitter / 2)
      return { ...shared, state: 'delivered', delivered: true, attempts: 0, inMilliseconds: look }
    }
    case 'refused':
      return { ...shared, state: 'refused', attempts: verdict.uncertain ? 1 : 0, inMilliseconds: 0 }
    case 'differs':
      return { ...shared, state: 'differs', attempts: 0, inMilliseconds: day }
    case 'failed': {
      const least = verdict.failure?.code === fault.failure?.code ? faultAgain : lookAgain
      const tries = sent ? attempts : Math.max(attempts, least)
      const pause = pauseAfter(tries, jitter, planWaits, verdict.retryAfterMilliseconds)
      return { ...shared, state: 'waiting', attempts: sent ? attempts : attempts - 1, inMilliseconds: pause }
    }
    // Nothing was done there, and it is no matter of this plan.
    case 'barred':
      return { ...shared, failure: null, state: 'waiting', attempts: attempts - 1, inMilliseconds: 0 }
  }
}

/** What a look at the service showed of a plan that should stand there, or should not. */
export interface LookedAt {
  readonly state: 'delivered' | 'differs' | 'removal'
  /** Whether what stands there is what was delivered. */
  readonly asDelivered: boolean
  /** Whether it is another version that was sent from here once: one that came late. */
  readonly asTriedBefore: boolean
  /** Whether anything was ever delivered from here. */
  readonly delivered: boolean
  readonly nationalId: number | undefined
  readonly attempts: number
  readonly jitter: number
}

/** What becomes of a plan that could not be looked at for a fault of ours: it lets others go first for a day. */
export const afterFault = ({
  attempts,
  nationalId,
  state,
}: Pick<LookedAt, 'state' | 'attempts' | 'nationalId'>): Settled => ({
  ...{ state, attempts, outcome: fault.outcome, failure: fault.failure ?? null, status: null },
  ...{ nationalId: nationalId ?? null, delivered: false, confirmed: false, inMilliseconds: day },
})

/** What becomes of a plan after a look. */
export function afterCheck(looked: Looked, about: LookedAt): Settled {
  const { asDelivered, asTriedBefore, attempts, jitter, state } = about
  const shared = {
    status: looked.status ?? null,
    failure: null,
    nationalId: about.nationalId ?? null,
    ...{ delivered: false, confirmed: false, attempts: 0 },
  }
  if (looked.kind === 'missing') {
    if (state === 'removal') return { ...shared, state: 'removed', outcome: 'removed', inMilliseconds: 0 }
    return { ...shared, state: 'waiting', outcome: 'missing', attempts: 1, inMilliseconds: 0 }
  }
  if (looked.kind !== 'found') {
    const { failure } = looked
    const inMilliseconds = pauseAfter(lookAgain, jitter, planWaits)
    return { ...shared, state, outcome: 'failed', failure, attempts, inMilliseconds }
  }
  const found = { ...shared, nationalId: looked.nationalId }
  if (state === 'removal') return { ...found, state, outcome: 'still-there', inMilliseconds: day }
  if (asDelivered) {
    const inMilliseconds = usualLook * (1 - jitter / 2)
    return { ...found, state: 'delivered', outcome: 'confirmed', confirmed: true, inMilliseconds }
  }
  if (asTriedBefore)
    return { ...found, state: 'waiting', outcome: 'older-found', attempts: 1, inMilliseconds: 0 }
  const failure = { code: differenceCode(about.delivered) }
  return { ...found, state: 'differs', outcome: 'differs', failure, inMilliseconds: day }
}

/** After how many failures in a row, and none that succeeded, the service is taken to be away. */
const failuresInARow = 3

/** What a batch of tries shows of the service as a whole. */
export interface Standing {
  readonly failuresInARow: number
  /** Whether the service has answered about any plan. */
  readonly answered: boolean
  /** Why nothing more is to be sent. */
  readonly stop:
    | (Pick<Verdict, 'failure' | 'retryAfterMilliseconds'> & { readonly barred: boolean })
    | undefined
}

export const goodStanding: Standing = { failuresInARow: 0, answered: false, stop: undefined }

/** @param probing one plan is tried to see whether the service is back */
export function standingAfter(before: Standing, verdict: Verdict, probing: boolean): Standing {
  const { failure, outcome, retryAfterMilliseconds } = verdict
  const asked = retryAfterMilliseconds === undefined ? {} : { retryAfterMilliseconds }
  if (outcome === 'barred') {
    return { ...before, stop: before.stop ?? { barred: true, ...(failure && { failure }) } }
  }
  if (outcome !== 'failed') return { failuresInARow: 0, answered: true, stop: before.stop }
  if (isOfOnePlan(verdict)) return before
  const failed = before.failuresInARow + 1
  const enough = probing || failed >= failuresInARow || (retryAfterMilliseconds ?? 0) > 0
  const stop = enough ? { barred: false, ...asked, ...(failure && { failure }) } : undefined
  return { ...before, failuresInARow: failed, stop: before.stop ?? stop }
}
