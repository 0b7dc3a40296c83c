import { type Static, Type } from 'typebox'
import { isPlainDate } from '../../platform/time/plain-date.ts'
import { MeasureAgreed, MeasureView } from '../measures/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ format: 'date' })
const id = Type.String({ format: 'uuid' })

export const signKinds = ['no-progress', 'empty-weeks', 'workplace'] as const
export const SignKind = Type.Enum([...signKinds])
export type SignKind = Static<typeof SignKind>

/** The last thing that went forward; where there is none, what the weeks are counted from instead. */
export const progressKinds = ['demonstration', 'attainment', 'period', 'start', 'return', 'plan'] as const

/** Nothing went forward in so many weeks. */
export const NoProgress = Type.Object(
  {
    reason: Type.Literal('no-progress'),
    since: date,
    what: Type.Enum([...progressKinds]),
    /** The provider's limit, in weeks. */
    limit: Type.Integer(),
  },
  closed,
)
export type NoProgress = Static<typeof NoProgress>

/** So many weeks without anything planned, from one day until another. */
export const EmptyWeeks = Type.Object(
  {
    reason: Type.Literal('empty-weeks'),
    from: date,
    until: date,
    /** Mondays of the empty weeks, in order. */
    weeks: Type.Array(date),
    /** The provider's limit, in weeks. */
    limit: Type.Integer(),
  },
  closed,
)
export type EmptyWeeks = Static<typeof EmptyWeeks>

export const WorkplaceForm = Type.Enum(['training-agreement', 'apprenticeship'])
export type WorkplaceForm = Static<typeof WorkplaceForm>

/** A workplace period starts soon, or goes on, and no workplace stands in the plan. */
export const NoWorkplace = Type.Object(
  {
    reason: Type.Literal('no-workplace'),
    form: WorkplaceForm,
    start: date,
    end: date,
    begun: Type.Boolean(),
    /** The provider's limit, in days. */
    limit: Type.Integer(),
  },
  closed,
)
export type NoWorkplace = Static<typeof NoWorkplace>

/** A workplace period goes on by its days, and is interrupted. */
export const Interrupted = Type.Object(
  {
    reason: Type.Literal('interrupted'),
    form: WorkplaceForm,
    start: date,
    end: date,
    interruptedFrom: date,
    interruptedUntil: optional(date),
  },
  closed,
)
export type Interrupted = Static<typeof Interrupted>

/** The figures and days that the rule looked at: they prove the reason by themselves. No names and no places. */
export const SignData = Type.Union([NoProgress, EmptyWeeks, NoWorkplace, Interrupted])
export type SignData = Static<typeof SignData>

export const SignState = Type.Enum(['open', 'decided', 'over'])
export type SignState = Static<typeof SignState>

const words = Type.String({ minLength: 1, maxLength: 2000 })

/** A sign as it is shown: to staff with its student, to the student without. */
export const SignView = Type.Object(
  {
    id,
    planId: id,
    kind: SignKind,
    data: SignData,
    state: SignState,
    noticedOn: date,
    seenOn: date,
    overOn: optional(date),
    student: optional(
      Type.Object(
        {
          id,
          name: optional(Type.String()),
          group: optional(Type.String()),
          protection: optional(Type.Enum(['masked', 'revealed'])),
        },
        closed,
      ),
    ),
    /** Its words are hidden where a turvakielto hides the student. */
    explanation: optional(Type.Object({ text: optional(Type.String()), at: Type.String() }, closed)),
    decision: optional(
      Type.Object(
        {
          decision: Type.Enum(['measure', 'no-need']),
          reason: optional(Type.String()),
          at: Type.String(),
          by: optional(Type.String()),
        },
        closed,
      ),
    ),
    measures: Type.Array(MeasureView),
    version: Type.Integer(),
    permittedActions: Type.Array(Type.String()),
  },
  closed,
)
export type SignView = Static<typeof SignView>

/** In the order in which they were noticed, the oldest first; never by a count or a figure. */
export const SignList = Type.Object({ items: Type.Array(SignView), next: optional(Type.String()) }, closed)
export type SignList = Static<typeof SignList>

/** After which sign a page begins: the day and the id. */
const Place = Type.Refine(
  Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' }),
  text => isPlainDate(text.slice(0, text.indexOf('_'))),
)

export const SignQuery = Type.Object(
  {
    kind: optional(SignKind),
    state: optional(SignState),
    group: optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Only of students whose responsible teacher is the one who asks. */
    mine: optional(Type.Boolean()),
    after: optional(Place),
    limit: optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export type SignQuery = Static<typeof SignQuery>

/** The student's own words; an empty text takes them back. */
export const Explanation = Type.Object(
  { text: Type.String({ maxLength: 2000 }), version: Type.Integer({ minimum: 1 }) },
  closed,
)
export type Explanation = Static<typeof Explanation>

export const Decision = Type.Union([
  Type.Object(
    { decision: Type.Literal('no-need'), reason: words, version: Type.Integer({ minimum: 1 }) },
    closed,
  ),
  Type.Object(
    { decision: Type.Literal('measure'), measure: MeasureAgreed, version: Type.Integer({ minimum: 1 }) },
    closed,
  ),
])
export type Decision = Static<typeof Decision>
