import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

/** The parts of a plan that may have different masters. */
export const planParts = ['basics', 'prior', 'units', 'periods', 'demonstrations', 'support'] as const
export type PlanPart = (typeof planParts)[number]

/** Whose version stands when a register and a colleague here changed the same thing differently. */
export const Master = Type.Enum(['register', 'here'])
export type Master = Static<typeof Master>

export const NationalSender = Type.Enum(['register', 'here', 'nobody'])
export type NationalSender = Static<typeof NationalSender>

/** Kinds of data that may be kept for a time; how long is never law of ours but a provider's decision. */
export const retentionKinds = ['plans', 'students', 'imports', 'deliveries', 'feedback', 'audit'] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** For how many months, and by which decision. Without months: until somebody decides. */
export const RetentionRule = Type.Object(
  {
    months: Type.Union([Type.Integer({ minimum: 1, maximum: 1200 }), Type.Null()]),
    source: Type.String({ maxLength: 300 }),
  },
  closed,
)
export type RetentionRule = Static<typeof RetentionRule>

export const Retention = Type.Object(
  {
    plans: RetentionRule,
    students: RetentionRule,
    imports: RetentionRule,
    deliveries: RetentionRule,
    feedback: RetentionRule,
    audit: RetentionRule,
  },
  closed,
)
export type Retention = Static<typeof Retention>

/** Who may be asked to approve a part of a plan. */
export const ApprovalParty = Type.Enum(['student', 'guardian', 'provider', 'employer'])
export type ApprovalParty = Static<typeof ApprovalParty>

/** The parts that are approved apart: the path of studies, support, and each workplace period by its form. */
export const ApprovalPart = Type.Enum(['path', 'support', 'training-agreement', 'apprenticeship'])
export type ApprovalPart = Static<typeof ApprovalPart>

/**
 * Whether a party is asked to approve a part, on the days from `from` until `until`, both included. `demanded`: the
 * provider does not approve before; `asked`: the answer is waited for by nobody. Without a rule nobody is asked.
 */
export const ApprovalRule = Type.Object(
  {
    part: ApprovalPart,
    party: ApprovalParty,
    need: Type.Enum(['demanded', 'asked']),
    from: Type.String({ format: 'date' }),
    until: Type.Optional(Type.String({ format: 'date' })),
    /** By which decision or law. */
    source: Type.String({ maxLength: 300 }),
  },
  closed,
)
export type ApprovalRule = Static<typeof ApprovalRule>

/** Limits of the early signs. A sign that is off is not looked for. */
export const SignLimits = Type.Object(
  {
    /** Nothing demonstrated, achieved or ended in so many weeks. */
    progress: Type.Object({ on: Type.Boolean(), weeks: Type.Integer({ minimum: 1, maximum: 52 }) }, closed),
    /** So many empty weeks within the next ones. */
    emptyWeeks: Type.Object(
      {
        on: Type.Boolean(),
        weeks: Type.Integer({ minimum: 1, maximum: 52 }),
        ahead: Type.Integer({ minimum: 1, maximum: 52 }),
        /** The provider's own holidays, in which nothing needs to be planned; both days are included. */
        breaks: Type.Optional(
          Type.Array(
            Type.Object(
              { start: Type.String({ format: 'date' }), end: Type.String({ format: 'date' }) },
              closed,
            ),
            { maxItems: 30 },
          ),
        ),
      },
      closed,
    ),
    /** A workplace period interrupted, or without a workplace so many days before its start. */
    workplace: Type.Object({ on: Type.Boolean(), days: Type.Integer({ minimum: 1, maximum: 365 }) }, closed),
  },
  closed,
)
export type SignLimits = Static<typeof SignLimits>

/** Days that make something stand on somebody's list, or in which it is to be answered. */
export const Reminders = Type.Object(
  {
    /** A study right that has begun this many days ago has no plan. */
    planMissingDays: Type.Integer({ minimum: 0, maximum: 365 }),
    /** A workplace period ends within this many days and is not yet sent, or lacks contacts. */
    periodEndsDays: Type.Integer({ minimum: 1, maximum: 90 }),
    /** A student's proposal is answered within. */
    proposalDays: Type.Integer({ minimum: 1, maximum: 90 }),
    /** Asking for support is answered within. */
    helpDays: Type.Integer({ minimum: 1, maximum: 30 }),
  },
  closed,
)
export type Reminders = Static<typeof Reminders>

export const ProviderSettings = Type.Object(
  {
    master: Type.Object(
      {
        basics: Master,
        prior: Master,
        units: Master,
        periods: Master,
        demonstrations: Master,
        support: Master,
      },
      closed,
    ),
    /** Who sends the plans to the national service. */
    nationalSender: NationalSender,
    /** How many months contact data of outsiders are kept after they were last needed. */
    contactRetentionMonths: Type.Integer({ minimum: 1, maximum: 120 }),
    /** How long each other kind is kept. */
    retention: Retention,
    approvals: Type.Array(ApprovalRule, { maxItems: 100 }),
    signs: SignLimits,
    reminders: Reminders,
  },
  closed,
)
export type ProviderSettings = Static<typeof ProviderSettings>

/** With the version that was read: a change of another one is refused. 0 stands for settings never changed. */
export const VersionedSettings = Type.Object(
  { ...ProviderSettings.properties, version: Type.Integer({ minimum: 0 }) },
  closed,
)
export type VersionedSettings = Static<typeof VersionedSettings>
