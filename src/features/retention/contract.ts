import { type Static, Type } from 'typebox'
import { retentionKinds } from '../settings/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** In the order in which they are erased: what refers to something goes before it. */
export const erasedKinds = ['contacts', ...retentionKinds] as const
export type ErasedKind = (typeof erasedKinds)[number]
export const ErasedKind = Type.Enum([...erasedKinds])

/** What would go now of a kind that has a rule. */
export const DueKind = Type.Object(
  { kind: ErasedKind, months: Type.Integer(), before: Type.String({ format: 'date' }), due: Type.Integer() },
  closed,
)
export type DueKind = Static<typeof DueKind>
export const RetentionPreview = Type.Object({ items: Type.Array(DueKind) }, closed)
export type RetentionPreview = Static<typeof RetentionPreview>

export const RunOrigin = Type.Union([Type.Literal('night'), Type.Literal('page')])
export type RunOrigin = Static<typeof RunOrigin>

/** A rule as a run logs it before anything goes. */
export const RunRule = Type.Object(
  {
    months: Type.Integer(),
    before: Type.String({ format: 'date' }),
    source: Type.String(),
    /** Of plans and students: the states in which a study right has ended. */
    states: optional(Type.Array(Type.String())),
  },
  closed,
)
export type RunRule = Static<typeof RunRule>
export type RunRules = { readonly [K in ErasedKind]?: RunRule }

export const RetentionRunView = Type.Object(
  {
    id: Type.String(),
    origin: RunOrigin,
    startedAt: Type.String({ format: 'date-time' }),
    finishedAt: optional(Type.String({ format: 'date-time' })),
    failed: Type.Boolean(),
    kinds: Type.Array(
      Type.Object(
        {
          kind: ErasedKind,
          months: Type.Integer(),
          before: Type.String({ format: 'date' }),
          erased: Type.Integer(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type RetentionRunView = Static<typeof RetentionRunView>
export const RetentionRunList = Type.Object(
  { items: Type.Array(RetentionRunView), next: optional(Type.String()) },
  closed,
)
export type RetentionRunList = Static<typeof RetentionRunList>
