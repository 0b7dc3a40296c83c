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
