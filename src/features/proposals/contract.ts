/** A student proposes a change of the path; teachers and guidance answer with a reason, and by a day. */
import { type Static, Type } from 'typebox'
import { PathName } from '../paths/contract.ts'
import { DateText } from '../plans/contract-parts.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

export const proposalKinds = ['dates', 'workplace', 'unit', 'part-time', 'other'] as const
export const ProposalKind = Type.Enum([...proposalKinds])
export type ProposalKind = Static<typeof ProposalKind>

/** What the student would like to have instead; what the kind has no use for is left out. */
export const Wish = Type.Object(
  {
    start: optional(DateText),
    end: optional(DateText),
    unitCode: optional(Type.String({ maxLength: 100 })),
    /** Percent of full time. */
    share: optional(Type.Integer({ minimum: 1, maximum: 100 })),
    workplace: optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  closed,
)
export type Wish = Static<typeof Wish>

export const NewProposal = Type.Object(
  {
    planId: Type.String({ format: 'uuid' }),
    kind: ProposalKind,
    /** A key of `paths/rules-keys.ts`: a part, a period, or `plan`. */
    about: Type.String({ minLength: 1, maxLength: 300 }),
    message: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    wish: optional(Wish),
  },
  closed,
)
export type NewProposal = Static<typeof NewProposal>

export const ProposalAnswer = Type.Object(
  {
    state: Type.Enum(['accepted', 'declined']),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    /** The plan is changed as wished, over the version that was shown. Without it nothing of the plan changes. */
    changeOf: optional(Type.Integer({ minimum: 1 })),
  },
  closed,
)
export type ProposalAnswer = Static<typeof ProposalAnswer>

const Side = Type.Object(
  {
    start: optional(Type.String()),
    end: optional(Type.String()),
    unit: optional(PathName),
    share: optional(Type.Integer()),
  },
  closed,
)

/** What accepting would change in the plan as it stands now. */
export const ProposedChange = Type.Object({ before: Side, after: Side, planVersion: Type.Integer() }, closed)
export type ProposedChange = Static<typeof ProposedChange>

export const ProposalState = Type.Enum(['open', 'accepted', 'declined', 'withdrawn'])
export type ProposalState = Static<typeof ProposalState>

export const Proposal = Type.Object(
  {
    id: Type.String(),
    planId: Type.String(),
    kind: ProposalKind,
    about: Type.String(),
    /** What it is about: the name of the part, and its days. Missing where it is about all, or about what is no more. */
    aboutName: optional(PathName),
    aboutDays: optional(Type.Object({ start: Type.String(), end: Type.String() }, closed)),
    message: optional(Type.String()),
    wish: optional(Wish),
    wishedUnit: optional(PathName),
    state: ProposalState,
    madeAt: Type.String(),
    answerBy: Type.String({ format: 'date' }),
    answer: optional(Type.String()),
    answeredAt: optional(Type.String()),
    answeredBy: optional(Type.String()),
    change: optional(ProposedChange),
    /** Where in the plan it is about, as a pointer, once it is accepted; for those who may change the plan. */
    editAt: optional(Type.String()),
    permittedActions: Type.Array(Type.Enum(['withdraw', 'answer'])),
  },
  closed,
)
export type Proposal = Static<typeof Proposal>

export const ProposalList = Type.Object(
  {
    items: Type.Array(Proposal),
    mayMake: Type.Boolean(),
    /** By when one that is made today is answered. */
    answerBy: Type.String({ format: 'date' }),
    masked: Type.Boolean(),
  },
  closed,
)
export type ProposalList = Static<typeof ProposalList>

/** Units of the plan's qualification that the plan does not have, by their names. */
export const UnitWishes = Type.Object(
  { items: Type.Array(Type.Object({ code: Type.String(), name: PathName }, closed)) },
  closed,
)
export type UnitWishes = Static<typeof UnitWishes>
