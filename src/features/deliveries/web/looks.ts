import type { PlanDelivery, Removal } from '../contract.ts'

type Standing = Pick<PlanDelivery, 'sender' | 'state' | 'tryingNow' | 'pause' | 'removal'>

const soon = 2_000
const later = 20_000
/** Each look leaves a mark of who was shown the plan's way: so many at short pauses are enough. */
const often = 10

/** Whether something is about to happen by itself: a plan on its way, or a removal that is being checked. */
function isMoving({ removal, sender, state, tryingNow }: Standing): boolean {
  if (tryingNow) return true
  if (state === 'waiting') return sender === 'here'
  return state === 'removal' && removal?.toldDoneAt !== undefined
}

/**
 * What is approved and not yet taken up by the sending waits, though nobody has written it down: a moment later somebody
 * has. `known`: the approved version that the page knows, which may be newer than what was read of the sending.
 */
export function asApproved(delivery: PlanDelivery, known: number | undefined): PlanDelivery {
  const { failure, nextTryAt, waitingSince, ...rest } = delivery
  const { approvedVersion = 0, sender, state, wantedVersion = 0 } = rest
  const approved = Math.max(known ?? 0, approvedVersion)
  if (sender !== 'here' || approved <= wantedVersion || state === 'removal' || state === 'removed')
    return delivery
  return { ...rest, state: 'waiting', wantedVersion: approved }
}

/** Milliseconds to the next look at a plan's way; false when it has come to rest. Who waits long is looked at less. */
export function pauseBetweenLooks(delivery: Standing | undefined, looks: number): number | false {
  if (delivery === undefined || !isMoving(delivery)) return false
  return looks < often && delivery.pause === undefined ? soon : later
}

/** The same of removals: told done, and not looked for in the service since. */
export function pauseBetweenChecks(removals: readonly Removal[], looks: number): number | false {
  const isChecked = ({ checkedAt = '', toldDoneAt }: Removal) =>
    toldDoneAt !== undefined && checkedAt < toldDoneAt
  if (!removals.some(isChecked)) return false
  return looks < often ? soon : later
}
