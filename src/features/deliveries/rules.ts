import type { Failure, Looked, Sent } from './contract-service.ts'

/** What is known of a plan when a try begins. */
export interface Known {
  /** Tries since one ended in a known way, this one included: above one, nobody knows what the service has. */
  readonly attempts: number
  readonly nationalId: number | undefined
  /** Of what was last delivered. */
  readonly deliveredDigest: string | undefined
  /** Of what is to be delivered. */
  readonly digest: string
}

export type Step =
  | { readonly do: 'create' }
  | { readonly do: 'replace'; readonly nationalId: number }
  | { readonly do: 'look'; readonly nationalId?: number }

/** How a try ended. */
export interface Verdict {
  readonly outcome: 'created' | 'replaced' | 'unchanged' | 'differs' | 'refused' | 'failed' | 'barred'
  /** Where the plan stands there, as far as the try has shown. */
  readonly nationalId?: number | undefined
  readonly status?: number
  readonly failure?: Failure
  readonly retryAfterMilliseconds?: number
  /** Whether the service was seen to hold it. */
  readonly seen?: boolean
  /** Whether it is still unknown how an earlier try ended. */
  readonly uncertain?: boolean
}

export type Next = Step | Verdict

/** What was found when looking, compared with what we know. */
export interface Compared {
  readonly asWanted: boolean
  readonly asDelivered: boolean
}

/**
 * The first step of a try. What was never tried is created without asking; what was delivered is looked at before it is
 * replaced, so that nothing that somebody changed there is overwritten.
 */
export function firstStep({ attempts, deliveredDigest, digest, nationalId }: Known): Next {
  if (attempts > 1) return nationalId === undefined ? { do: 'look' } : { do: 'look', nationalId }
  if (nationalId === undefined) return { do: 'create' }
  if (deliveredDigest === undefined) return { do: 'replace', nationalId }
  return deliveredDigest === digest ? { outcome: 'unchanged', nationalId } : { do: 'look', nationalId }
}

/** What comes after having looked. `compared` is given where something was found. */
export function afterLook(known: Known, step: Step, looked: Looked, compared: Compared | undefined): Next {
  if (looked.kind === 'missing') {
    // A number that leads nowhere may have been given anew: the study right tells.
    return 'nationalId' in step && step.nationalId !== undefined ? { do: 'look' } : { do: 'create' }
  }
  if (looked.kind !== 'found') return endOf(looked, known.attempts > 1)
  const { nationalId, status } = looked
  if (compared?.asWanted === true) return { outcome: 'unchanged', nationalId, status, seen: true }
  // After an unknown end it may be ours, and whoever sends again what differs has decided.
  if (compared?.asDelivered === true || known.attempts > 1) return { do: 'replace', nationalId }
  const code = differenceCode(known.deliveredDigest !== undefined)
  return { outcome: 'differs', nationalId, status, failure: { code } }
}

/** What we never delivered was made there by somebody else, such as the register that sent before us. */
export const differenceCode = (delivered: boolean): string => (delivered ? 'changed-there' : 'other-there')

export function afterSending(step: Step, sent: Sent): Next {
  if (sent.kind === 'done') {
    const outcome = step.do === 'create' ? 'created' : 'replaced'
    return { outcome, nationalId: sent.nationalId, status: sent.status }
  }
  if (sent.kind === 'exists') return { do: 'look' }
  if (sent.kind === 'missing') return { do: 'create' }
  return endOf(sent, false)
}

function endOf(
  answer: Exclude<Looked | Sent, { kind: 'found' | 'missing' | 'done' | 'exists' }>,
  uncertain: boolean,
): Verdict {
  const { failure, kind, status } = answer
  return {
    outcome: kind,
    failure,
    ...(status === undefined ? {} : { status }),
    ...(uncertain ? { uncertain } : {}),
    ...(kind === 'failed' && answer.retryAfterMilliseconds !== undefined
      ? { retryAfterMilliseconds: answer.retryAfterMilliseconds }
      : {}),
  }
}

/** A service that contradicts itself would keep a try going for ever. */
export const mostSteps = 5
export const contradiction: Verdict = { outcome: 'failed', failure: { code: 'contradiction' } }
export const tooLate: Verdict = { outcome: 'failed', failure: { code: 'too-late' } }
export const fault: Verdict = { outcome: 'failed', failure: { code: 'fault' } }

const ofOnePlan: readonly (string | undefined)[] = [contradiction, tooLate, fault].map(
  verdict => verdict.failure?.code,
)
/** Whether a failure is a matter of one plan, and tells nothing of the service as a whole. */
export const isOfOnePlan = (verdict: Verdict): boolean => ofOnePlan.includes(verdict.failure?.code)

export const isVerdict = (next: Next): next is Verdict => 'outcome' in next

interface Waits {
  readonly firstMilliseconds: number
  readonly longestMilliseconds: number
}

/**
 * How long to wait after so many tries: twice as long each time, within bounds, shortened by up to half so that not all
 * come back at once. The service may ask for longer.
 *
 * @param jitter from 0 to 1
 */
export function pauseAfter(
  tries: number,
  jitter: number,
  waits: Waits,
  askedMilliseconds: number | undefined = 0,
): number {
  const grown = waits.firstMilliseconds * 2 ** Math.min(Math.max(tries - 1, 0), 30)
  const pause = Math.min(grown, waits.longestMilliseconds) * (1 - jitter / 2)
  return Math.max(pause, Math.min(askedMilliseconds, longestAsked))
}

const longestAsked = 6 * 3_600_000

/** A plan that failed by itself. */
export const planWaits: Waits = { firstMilliseconds: 5_000, longestMilliseconds: 3_600_000 }
/** A service that is away: everybody waits for it, so it is asked often. */
export const serviceWaits: Waits = { firstMilliseconds: 5_000, longestMilliseconds: 10 * 60_000 }
/** A user name or address that is wrong is mended by a person, and then tried at once. */
export const barredWaits: Waits = { firstMilliseconds: 60_000, longestMilliseconds: 3_600_000 }
