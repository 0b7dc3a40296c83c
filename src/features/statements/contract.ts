import { type Static, Type } from 'typebox'
import { Retention } from '../settings/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const line = optional(Type.String({ maxLength: 500 }))

export const StatementKind = Type.Union([
  Type.Literal('accessibility'),
  Type.Literal('privacy'),
  Type.Literal('processing'),
])
export type StatementKind = Static<typeof StatementKind>

export const PublicKind = Type.Union([Type.Literal('accessibility'), Type.Literal('privacy')])
export type PublicKind = Static<typeof PublicKind>

/** A text in the three languages. */
export const Worded = Type.Object(
  {
    fi: Type.String({ maxLength: 8000 }),
    sv: Type.String({ maxLength: 8000 }),
    en: Type.String({ maxLength: 8000 }),
  },
  closed,
)
export type Worded = Static<typeof Worded>
const worded = optional(Worded)

/** What a provider fills in; which of it belongs to which statement is in `rules.ts`. */
export const StatementBody = Type.Object(
  {
    /** The same in every language. */
    plain: Type.Object(
      {
        controller: line,
        controllerContact: line,
        officerContact: line,
        contactEmail: line,
        contactPhone: line,
        status: line,
        assessedOn: line,
        assessedBy: line,
      },
      closed,
    ),
    worded: Type.Object(
      {
        shortcomings: worded,
        authority: worded,
        purposes: worded,
        bases: worded,
        subjects: worded,
        categories: worded,
        sources: worded,
        recipients: worded,
        transfers: worded,
        security: worded,
        extra: worded,
      },
      closed,
    ),
  },
  closed,
)
export type StatementBody = Static<typeof StatementBody>
export type PlainField = keyof StatementBody['plain']
export type WordedField = keyof StatementBody['worded']

/** How long each kind of data is kept, as the provider's settings say now. */
export const KeptFor = Type.Object({ contacts: Type.Integer(), ...Retention.properties }, closed)
export type KeptFor = Static<typeof KeptFor>

export const StatementView = Type.Object(
  {
    kind: StatementKind,
    body: StatementBody,
    /** 0: never saved; what stands there are our texts. */
    version: Type.Integer(),
    publishedVersion: optional(Type.Integer()),
    publishedAt: optional(Type.String({ format: 'date-time' })),
    /** Required fields that are empty. */
    missing: Type.Array(Type.String()),
    versions: Type.Array(
      Type.Object({ version: Type.Integer(), changedAt: Type.String({ format: 'date-time' }) }, closed),
    ),
    keptFor: KeptFor,
    providerOid: Type.String(),
  },
  closed,
)
export type StatementView = Static<typeof StatementView>

export const StatementChange = Type.Object(
  { body: StatementBody, version: Type.Integer({ minimum: 0 }) },
  closed,
)
export const StatementPublication = Type.Object({ version: Type.Integer({ minimum: 1 }) }, closed)

const Names = Type.Object(
  { fi: optional(Type.String()), sv: optional(Type.String()), en: optional(Type.String()) },
  closed,
)
export const StatementProvider = Type.Object({ id: Type.String(), oid: Type.String(), names: Names }, closed)
export type StatementProvider = Static<typeof StatementProvider>
export const StatementProviders = Type.Object({ items: Type.Array(StatementProvider) }, closed)
export type StatementProviders = Static<typeof StatementProviders>

/** A statement as everyone reads it. */
export const PublicStatement = Type.Object(
  {
    kind: PublicKind,
    provider: StatementProvider,
    /** Whether the provider has completed and published it; else our texts stand there. */
    published: Type.Boolean(),
    publishedAt: optional(Type.String({ format: 'date-time' })),
    body: StatementBody,
    keptFor: KeptFor,
  },
  closed,
)
export type PublicStatement = Static<typeof PublicStatement>

/** Feedback about accessibility. `website` is a field that people do not see. */
export const FeedbackForm = Type.Object(
  {
    message: Type.String({ minLength: 3, maxLength: 4000, pattern: '\\S' }),
    email: optional(Type.String({ format: 'email', maxLength: 254 })),
    page: optional(Type.String({ maxLength: 300 })),
    website: optional(Type.String({ maxLength: 300 })),
  },
  closed,
)
export type FeedbackForm = Static<typeof FeedbackForm>

export const FeedbackRow = Type.Object(
  {
    id: Type.String(),
    at: Type.String({ format: 'date-time' }),
    message: Type.String(),
    page: optional(Type.String()),
    email: optional(Type.String()),
    answerBy: Type.String({ format: 'date' }),
    overdue: Type.Boolean(),
    answeredAt: optional(Type.String({ format: 'date-time' })),
    /** Whether the provider's contact was written to. */
    mailed: Type.Boolean(),
  },
  closed,
)
export type FeedbackRow = Static<typeof FeedbackRow>

export const FeedbackList = Type.Object(
  {
    items: Type.Array(FeedbackRow),
    next: optional(Type.String()),
    open: Type.Integer(),
    overdue: Type.Integer(),
    /** Whether this installation sends mail at all. */
    mail: Type.Boolean(),
  },
  closed,
)
export type FeedbackList = Static<typeof FeedbackList>
