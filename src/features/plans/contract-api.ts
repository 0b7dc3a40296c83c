/** What our own interface shows of plans and takes in. */
import { type Static, Type } from 'typebox'
import { Names, Protection } from '../students/contract.ts'
import { StudyRight } from '../study-rights/contract.ts'
import { Finding } from './contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/**
 * A plan as it is stored: the shape of Plan, with people as references (`contact`). It is checked against Plan after
 * the contacts have been put in their places.
 */
export const PlanBody = Type.Object(
  {},
  { additionalProperties: true, description: 'A plan with contacts as references' },
)

export const ShownContact = Type.Object(
  {
    kind: Type.String(),
    name: optional(Type.String()),
    email: optional(Type.String()),
    phone: optional(Type.String()),
    /** The day of erasing, where something has been erased. */
    erasedOn: optional(Type.String()),
  },
  closed,
)
export const ShownContacts = Type.Record(Type.String(), ShownContact)

export const ShownFinding = Type.Object({ ...Finding.properties, text: Type.String() }, closed)

export const NamedCode = Type.Object({ ...Names.properties, points: optional(Type.Number()) }, closed)

export const Author = Type.Object({ name: optional(Type.String()), source: Type.String() }, closed)

export const ShownConflict = Type.Object(
  {
    id: Type.String(),
    pointer: Type.String(),
    base: optional(Type.Unknown()),
    register: optional(Type.Unknown()),
    here: optional(Type.Unknown()),
    taken: Type.Union([Type.Literal('register'), Type.Literal('here')]),
    source: Type.String(),
    at: Type.String(),
  },
  closed,
)

export const PlanPage = Type.Object(
  {
    id: Type.String(),
    hoksId: Type.Integer(),
    version: Type.Integer(),
    savedAt: Type.String(),
    savedBy: Author,
    /** The newest version that student and provider approved, and when. */
    approvedVersion: optional(Type.Integer()),
    approvedAt: optional(Type.String()),
    /** The day of the first approval in the plan is the day of drafting: the first approval sets it. */
    firstApprovalOpen: optional(Type.Boolean()),
    student: Type.Object(
      { id: optional(Type.String()), name: optional(Type.String()), studentOid: Type.String() },
      closed,
    ),
    studyRightOid: Type.String(),
    studyRight: optional(StudyRight),
    qualification: optional(
      Type.Object({ diaryNumber: Type.String(), names: Names, totalPoints: optional(Type.Number()) }, closed),
    ),
    names: Type.Record(Type.String(), NamedCode),
    durations: Type.Record(Type.String(), Type.Integer()),
    findings: Type.Array(ShownFinding),
    conflicts: Type.Array(ShownConflict),
    permittedActions: Type.Array(Type.String()),
    protection: optional(Protection),
    contacts: ShownContacts,
    plan: PlanBody,
  },
  closed,
)
export type PlanPage = Static<typeof PlanPage>

/** People by references made by the sender. */
export const WrittenContacts = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Object(
    { name: optional(Type.String()), email: optional(Type.String()), phone: optional(Type.String()) },
    closed,
  ),
)

/** An edit: the whole body as it should be. New people stand in `contacts` under references made by the sender. */
export const PlanEdit = Type.Object(
  {
    plan: PlanBody,
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    contacts: optional(WrittenContacts),
    /** The version is approved as it is stored. */
    approve: optional(Type.Boolean()),
  },
  closed,
)
export type PlanEdit = Static<typeof PlanEdit>

export const PlanSaved = Type.Object(
  { id: Type.String(), version: Type.Integer(), findings: Type.Array(ShownFinding) },
  closed,
)

export const Change = Type.Object(
  {
    kind: Type.String(),
    pointer: Type.String(),
    from: optional(Type.String()),
    before: optional(Type.Unknown()),
    after: optional(Type.Unknown()),
  },
  closed,
)

const versionFields = {
  version: Type.Integer(),
  savedAt: Type.String(),
  author: Author,
  reason: optional(Type.String()),
  changes: Type.Array(Change),
}

export const PlanVersionList = Type.Object(
  {
    items: Type.Array(Type.Object(versionFields, closed)),
    contacts: ShownContacts,
    names: Type.Record(Type.String(), NamedCode),
    next: optional(Type.Integer()),
  },
  closed,
)

export const PlanVersion = Type.Object(
  {
    ...versionFields,
    plan: PlanBody,
    contacts: ShownContacts,
    names: Type.Record(Type.String(), NamedCode),
  },
  closed,
)
