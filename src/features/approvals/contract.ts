import { type Static, Type } from 'typebox'
import { ApprovalPart, ApprovalParty } from '../settings/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const day = Type.String({ format: 'date' })
const instant = Type.String()

/** `not-asked`: would be asked, once the plan is put forward. */
export const ShownState = Type.Enum(['not-asked', 'asked', 'approved', 'declined'])
export type ShownState = Static<typeof ShownState>

/** How staff heard an employer's answer. */
export const toldWays = ['phone', 'meeting', 'paper'] as const
export const ToldHow = Type.Enum([...toldWays])
export type ToldHow = Static<typeof ToldHow>

/** What a part is about, in the reader's language. */
export const PartAbout = Type.Object(
  {
    /** The unit in which a workplace period stands. */
    unit: optional(Type.String()),
    workplace: optional(Type.String()),
    start: optional(day),
    end: optional(day),
    /** Percent of full working time. */
    share: optional(Type.Integer()),
    tasks: optional(Type.Array(Type.String())),
    /** Forms of support. */
    support: optional(Type.Array(Type.String())),
    /** How many units the path has. */
    units: optional(Type.Integer()),
  },
  closed,
)
export type PartAbout = Static<typeof PartAbout>

/** One party's approval of one part, as it stands now. */
export const ShownApproval = Type.Object(
  {
    part: Type.String(),
    kind: ApprovalPart,
    party: ApprovalParty,
    state: ShownState,
    /** Whether the provider waits for it. */
    demanded: Type.Boolean(),
    /** Sent back with an answer, so that nobody answers to what they have not seen. */
    digest: Type.String(),
    planVersion: Type.Integer(),
    askedAt: optional(instant),
    answeredAt: optional(instant),
    /** Who answered or recorded the answer; for staff only. */
    answeredBy: optional(Type.String()),
    told: optional(Type.Object({ how: ToldHow, on: day }, closed)),
    /** Why it is declined, or why it was before it was asked again. */
    reason: optional(Type.String()),
    firstApprovedOn: optional(day),
    /** Approved in an earlier form, and not asked any more. */
    earlier: optional(Type.Boolean()),
    about: PartAbout,
    /** Sentences on what is another than what this party approved last. */
    changes: optional(Type.Array(Type.String())),
    permittedActions: Type.Array(Type.Enum(['answer', 'change', 'record', 'ask-again'])),
  },
  closed,
)
export type ShownApproval = Static<typeof ShownApproval>

/** A plan's approvals as staff see them. */
export const PlanApprovals = Type.Object(
  {
    planId: Type.String(),
    version: Type.Integer(),
    /** Whether the plan has been put forward. */
    begun: Type.Boolean(),
    firstApprovedOn: optional(day),
    approvedVersion: optional(Type.Integer()),
    approvedAt: optional(instant),
    /** Turvakielto: places are left out. */
    hidden: Type.Boolean(),
    items: Type.Array(ShownApproval),
    permittedActions: Type.Array(Type.Enum(['ask'])),
  },
  closed,
)
export type PlanApprovals = Static<typeof PlanApprovals>

/** What is asked of the student, or of a guardian, and what they have answered. */
export const OwnApprovals = Type.Object(
  {
    plans: Type.Array(
      Type.Object(
        {
          planId: Type.String(),
          qualification: optional(Type.String()),
          hidden: Type.Boolean(),
          firstApprovedOn: optional(day),
          items: Type.Array(ShownApproval),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type OwnApprovals = Static<typeof OwnApprovals>

const reason = Type.String({ maxLength: 2000 })
const about = {
  part: Type.String({ minLength: 1, maxLength: 220 }),
  digest: Type.String({ maxLength: 100 }),
  planVersion: Type.Integer({ minimum: 1 }),
  answer: Type.Enum(['approved', 'declined']),
  /** Demanded when it is declined. */
  reason: optional(reason),
}

export const ApprovalAnswer = Type.Object({ ...about, party: Type.Enum(['student', 'guardian']) }, closed)
export type ApprovalAnswer = Static<typeof ApprovalAnswer>

export const RecordedAnswer = Type.Object({ ...about, how: ToldHow, on: day }, closed)
export type RecordedAnswer = Static<typeof RecordedAnswer>

/** Without a part the whole plan is put forward; with one, who declined it is asked once more. */
export const ApprovalAsk = Type.Object(
  { part: optional(Type.String({ maxLength: 220 })), party: optional(ApprovalParty) },
  closed,
)
export type ApprovalAsk = Static<typeof ApprovalAsk>
