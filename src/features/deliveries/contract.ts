import { type Static, Type } from 'typebox'
import { NationalSender } from '../settings/contract.ts'
import { Protection } from '../students/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const instant = Type.String()
const version = Type.Integer()

/**
 * How a plan stands towards the national service. `differs`: somebody changed it there. `removal`: it is to be taken away
 * there by a person; `removed`: it has been, and is not sent again.
 */
export const deliveryStates = ['waiting', 'delivered', 'refused', 'differs', 'removal', 'removed'] as const
export const DeliveryState = Type.Enum([...deliveryStates])
export type DeliveryState = Static<typeof DeliveryState>

/** What came of one try, or of one look at what the national service has. */
export const deliveryOutcomes = [
  'created',
  'replaced',
  'unchanged',
  'refused',
  'failed',
  'differs',
  'confirmed',
  'missing',
  'older-found',
  'removed',
  'still-there',
] as const
export const DeliveryOutcome = Type.Enum([...deliveryOutcomes])
export type DeliveryOutcome = Static<typeof DeliveryOutcome>

/** Why something did not succeed, as a sentence in the reader's language. */
const failureFields = {
  code: Type.String(),
  text: Type.String(),
  at: instant,
  /** What the national service said, in its own words; hidden from those who may not see the student. */
  message: optional(Type.String()),
}
export const DeliveryFailure = Type.Object(
  {
    ...failureFields,
    /** Places in our plan that the service found wrong, with its own words. */
    findings: Type.Array(Type.Object({ pointer: Type.String(), text: Type.String() }, closed)),
  },
  closed,
)
export type DeliveryFailure = Static<typeof DeliveryFailure>

/** Nothing of a provider is sent while there is one: the service is away, or does not let us in. */
export const DeliveryPause = Type.Object(
  { ...failureFields, since: instant, nextTryAt: instant, tries: Type.Integer() },
  closed,
)
export type DeliveryPause = Static<typeof DeliveryPause>

export const DeliveryTry = Type.Object(
  {
    at: instant,
    outcome: DeliveryOutcome,
    version: optional(version),
    /** HTTP status of the answer, when there was one. */
    status: optional(Type.Integer()),
    failure: optional(Type.Object({ code: Type.String(), text: Type.String() }, closed)),
  },
  closed,
)
export type DeliveryTry = Static<typeof DeliveryTry>

export const Removal = Type.Object(
  {
    reason: Type.String(),
    askedAt: instant,
    askedBy: optional(Type.String()),
    /** When somebody told that it has been taken away there. */
    toldDoneAt: optional(instant),
    toldDoneBy: optional(Type.String()),
    /** When it was last looked for there; while it is not confirmed it was still there then. */
    checkedAt: optional(instant),
    confirmedAt: optional(instant),
  },
  closed,
)
export type Removal = Static<typeof Removal>

export const DeliveryAction = Type.Enum(['retry', 'ask-removal', 'tell-removed', 'withdraw-removal'])
export type DeliveryAction = Static<typeof DeliveryAction>

/** How one plan stands towards the national service. */
export const PlanDelivery = Type.Object(
  {
    planId: Type.String(),
    /** Who sends the provider's plans; only with `here` anything is sent. */
    sender: NationalSender,
    /** Left out while nothing of the plan was ever to be sent from here. */
    state: optional(DeliveryState),
    /** The newest version that was approved here. */
    approvedVersion: optional(version),
    /** The version that should stand there, and the one that does as far as is known. */
    wantedVersion: optional(version),
    deliveredVersion: optional(version),
    nationalId: optional(Type.Integer()),
    /** Since when the two sides have not agreed. */
    waitingSince: optional(instant),
    deliveredAt: optional(instant),
    /** When the national service was last seen to hold what was delivered. */
    confirmedAt: optional(instant),
    /** Tries of which nobody knows how they ended, or that failed, since the last that succeeded. */
    attempts: Type.Integer(),
    nextTryAt: optional(instant),
    tryingNow: Type.Boolean(),
    failure: optional(DeliveryFailure),
    pause: optional(DeliveryPause),
    removal: optional(Removal),
    /** Newest first. */
    history: Type.Array(DeliveryTry),
    protection: optional(Protection),
    permittedActions: Type.Array(DeliveryAction),
  },
  closed,
)
export type PlanDelivery = Static<typeof PlanDelivery>

const student = Type.Object(
  { id: optional(Type.String()), name: optional(Type.String()), studentOid: Type.String() },
  closed,
)

export const DeliveryRow = Type.Object(
  {
    planId: Type.String(),
    student,
    studyRightOid: Type.String(),
    state: DeliveryState,
    wantedVersion: version,
    deliveredVersion: optional(version),
    waitingSince: instant,
    deliveredAt: optional(instant),
    attempts: Type.Integer(),
    nextTryAt: optional(instant),
    failure: optional(DeliveryFailure),
    protection: optional(Protection),
  },
  closed,
)
export type DeliveryRow = Static<typeof DeliveryRow>

export const DeliveryQuery = Type.Object({
  state: optional(DeliveryState),
  /** `next` of the page before. */
  after: optional(Type.String({ maxLength: 100 })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type DeliveryQuery = Static<typeof DeliveryQuery>

export const DeliveryList = Type.Object(
  {
    sender: NationalSender,
    /** How many plans stand in each state; every state is named. */
    counts: Type.Record(Type.String(), Type.Integer()),
    /** Since when the plan waits that has waited longest. */
    oldestWaiting: optional(instant),
    pause: optional(DeliveryPause),
    /** When the service last gave no answer that could be used; left out when it has answered since. */
    unansweredAt: optional(instant),
    /** Those longest in their state first. */
    items: Type.Array(DeliveryRow),
    next: optional(Type.String()),
    permittedActions: Type.Array(Type.Enum(['retry'])),
  },
  closed,
)
export type DeliveryList = Static<typeof DeliveryList>

/** Which ones to try again at once: all of a state. A pause of the sending ends too. */
export const DeliveryRetry = Type.Object({ state: Type.Enum(['waiting', 'refused']) }, closed)
export type DeliveryRetry = Static<typeof DeliveryRetry>
export const DeliveriesRetried = Type.Object({ plans: Type.Integer() }, closed)
export type DeliveriesRetried = Static<typeof DeliveriesRetried>

export const RemovalRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  closed,
)
export type RemovalRequest = Static<typeof RemovalRequest>

export const RemovalRow = Type.Object(
  {
    planId: Type.String(),
    student,
    studyRightOid: Type.String(),
    /** By this number the plan is found in the national service. */
    nationalId: optional(Type.Integer()),
    removal: Removal,
    protection: optional(Protection),
    permittedActions: Type.Array(DeliveryAction),
  },
  closed,
)
export type RemovalRow = Static<typeof RemovalRow>

export const RemovalQuery = Type.Object({
  /** `open`: not confirmed yet; `done`: confirmed. */
  standing: optional(Type.Enum(['open', 'done'])),
  after: optional(Type.String({ maxLength: 100 })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export const RemovalList = Type.Object(
  { items: Type.Array(RemovalRow), next: optional(Type.String()) },
  closed,
)
export type RemovalList = Static<typeof RemovalList>
