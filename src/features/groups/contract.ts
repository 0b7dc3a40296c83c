import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const id = Type.String({ format: 'uuid' })

export const GroupCode = Type.String({ minLength: 1, maxLength: 60, pattern: '^\\S(.*\\S)?$' })
const GroupName = Type.String({ maxLength: 200 })

export const GroupRow = Type.Object(
  {
    code: Type.String(),
    name: optional(Type.String()),
    teacher: optional(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    /** Whether the teacher is the one who asks. */
    mine: Type.Boolean(),
    students: Type.Integer(),
    /** How many students have no plan, one with errors, one with warnings at worst, one that is fine. */
    plans: Type.Object(
      { none: Type.Integer(), errors: Type.Integer(), warnings: Type.Integer(), fine: Type.Integer() },
      closed,
    ),
    endsOn: optional(Type.String()),
    continuesAs: optional(Type.String()),
    version: Type.Integer(),
    permittedActions: Type.Array(Type.Enum(['hand-over'])),
  },
  closed,
)
export type GroupRow = Static<typeof GroupRow>

export const GroupList = Type.Object(
  {
    items: Type.Array(GroupRow),
    next: optional(Type.String()),
    permittedActions: Type.Array(Type.Enum(['change-year'])),
  },
  closed,
)
export type GroupList = Static<typeof GroupList>

/** A group to another teacher. The version says which one was read. */
export const Handover = Type.Object({ teacherId: id, version: Type.Integer({ minimum: 1 }) }, closed)
export type Handover = Static<typeof Handover>

export const Moved = Type.Object({ students: Type.Integer() }, closed)

/** What becomes of one group in a change of year. */
export const YearRow = Type.Object(
  {
    code: GroupCode,
    version: Type.Integer({ minimum: 1 }),
    /** The group goes on under this code, its own or another; null: it ends. */
    continuesAs: Type.Union([GroupCode, Type.Null()]),
    name: optional(Type.Union([GroupName, Type.Null()])),
    teacherId: optional(Type.Union([id, Type.Null()])),
  },
  closed,
)
export type YearRow = Static<typeof YearRow>

export const YearChange = Type.Object({ rows: Type.Array(YearRow, { minItems: 1, maxItems: 2_000 }) }, closed)

/** What was done, and the rows that undo it as another change of year. */
export const YearChanged = Type.Object(
  { groups: Type.Integer(), students: Type.Integer(), undo: Type.Array(YearRow) },
  closed,
)
export type YearChanged = Static<typeof YearChanged>
