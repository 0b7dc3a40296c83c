/** A template being applied to a group: what is known, what is asked, what was answered. */
import { type Static, Type } from 'typebox'
import { NamedCode } from '../plans/contract-api.ts'
import { Protection } from '../students/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const id = Type.String({ format: 'uuid' })
const day = Type.String({ format: 'date' })
/** A study right's OID; of a student without one their own. */
const rowKey = Type.String({ minLength: 1, maxLength: 100 })
const columnKey = Type.String({ pattern: '^[a-z]{1,20}(:[a-z0-9-]{1,40})?$' })
export const answerLimit = 500
/** More than any template asks. */
const columnsAtMost = 2000

/** What a column asks. `workplace`, `instructor`, `tasks`, `share` and `dates` ask it of one period of the template. */
export const ColumnKind = Type.Enum([
  'workplace',
  'instructor',
  'tasks',
  'share',
  'dates',
  'returns',
  'email',
  'support',
  'included',
])
export type ColumnKind = Static<typeof ColumnKind>

export const Column = Type.Object(
  {
    key: Type.String(),
    kind: ColumnKind,
    /** The unit or subject area whose period it is about. */
    code: optional(Type.String()),
    /** Of a local unit, which has no code. */
    name: optional(Type.String()),
    /** Where the learning is, whose days are asked. */
    place: optional(Type.Enum(['school', 'workplace'])),
    /** Of several periods that would be called the same: from the second on, which. */
    nth: optional(Type.Integer()),
  },
  closed,
)
export type Column = Static<typeof Column>

/**
 * `known`: needs nothing. `lacking`: to be answered before the plan is saved. `wrong`: answered, but not so that it can be
 * used. `wished`: the plan is better with it.
 */
export const CellState = Type.Enum(['known', 'lacking', 'wrong', 'wished'])
export type CellState = Static<typeof CellState>

export const CellError = Type.Enum([
  'workplace-unknown',
  'workplace-many',
  'business-id-wrong',
  'instructor-wrong',
  'share-wrong',
  'dates-wrong',
  'dates-outside',
  'date-wrong',
  'email-wrong',
  'support-wrong',
])

/** Why something is asked of this student alone. */
export const CellReason = Type.Enum(['special-support', 'demanding-support'])
export type CellReason = Static<typeof CellReason>
export type CellError = Static<typeof CellError>

export const Cell = Type.Object(
  {
    state: CellState,
    /** What stands there: the answer, else what is known. */
    text: Type.String(),
    /** Whether somebody answered it here. */
    answered: Type.Boolean(),
    error: optional(CellError),
    reason: optional(CellReason),
    /** Answers that would do, each a button. */
    fixes: optional(Type.Array(Type.String())),
  },
  closed,
)
export type Cell = Static<typeof Cell>
export type Cells = Readonly<Record<string, Cell>>

/** Why no plan can be drafted for a student just now. */
export const RowProblem = Type.Enum([
  'no-study-right',
  'ended',
  'preparatory',
  'unsuitable',
  'included',
  'other-qualification',
  'protected',
  'left-out',
])
export type RowProblem = Static<typeof RowProblem>

/** A part of the template that this student's plan does not get, and why. */
export const LeftOut = Type.Object(
  {
    code: optional(Type.String()),
    name: optional(Type.String()),
    why: Type.Enum(['prior', 'completed', 'not-in-qualification', 'repeated']),
  },
  closed,
)
export type LeftOut = Static<typeof LeftOut>

export const Answers = Type.Record(columnKey, Type.String({ maxLength: answerLimit }))
export type Answers = Static<typeof Answers>

export const RowOutcome = Type.Object(
  { planId: Type.String(), version: Type.Integer(), what: Type.Enum(['made', 'changed', 'unchanged']) },
  closed,
)
export type RowOutcome = Static<typeof RowOutcome>

export const DraftRow = Type.Object(
  {
    key: Type.String(),
    version: Type.Integer(),
    /** Missing of a student with turvakielto, and where the name has been erased. */
    name: optional(Type.String()),
    studentId: Type.String(),
    protection: optional(Protection),
    language: optional(Type.String()),
    problem: optional(RowProblem),
    ready: Type.Boolean(),
    cells: Type.Record(Type.String(), Cell),
    leftOut: Type.Array(LeftOut),
    /** Periods that go on after a break or an interruption. */
    moved: Type.Integer(),
    /** The student's competence area, where the template is for another one. */
    otherArea: optional(Type.String()),
    /** The plan that there is already; it keeps what it has. */
    planId: optional(Type.String()),
    /** Ready, and the plan that there is already has all of it. */
    unchanged: optional(Type.Boolean()),
    outcome: optional(RowOutcome),
  },
  closed,
)
export type DraftRow = Static<typeof DraftRow>

export const DraftTemplate = Type.Object(
  { id: Type.String(), name: Type.String(), version: Type.Integer(), newest: Type.Integer() },
  closed,
)

export const DraftPage = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    template: DraftTemplate,
    groupCode: optional(Type.String()),
    startsOn: Type.String(),
    savedAt: optional(Type.String()),
    columns: Type.Array(Column),
    rows: Type.Array(DraftRow),
    names: Type.Record(Type.String(), NamedCode),
  },
  closed,
)
export type DraftPage = Static<typeof DraftPage>

export const NewDraft = Type.Object(
  {
    templateId: id,
    startsOn: day,
    groupCode: optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** Only these of the group, or these of no group. */
    studentIds: optional(Type.Array(id, { minItems: 1, maxItems: 300, uniqueItems: true })),
  },
  closed,
)
export type NewDraft = Static<typeof NewDraft>
export const DraftMade = Type.Object({ id: Type.String() }, closed)
export type DraftMade = Static<typeof DraftMade>

export const DraftSummary = Type.Object(
  {
    id: Type.String(),
    templateName: Type.String(),
    groupCode: optional(Type.String()),
    startsOn: Type.String(),
    students: Type.Integer(),
    saved: Type.Integer(),
    changedAt: Type.String(),
  },
  closed,
)
export type DraftSummary = Static<typeof DraftSummary>
export const DraftList = Type.Object({ items: Type.Array(DraftSummary) }, closed)
export type DraftList = Static<typeof DraftList>

/** Who would get a draft, told before it is made. */
export const Candidate = Type.Object(
  {
    studentId: Type.String(),
    name: optional(Type.String()),
    problem: optional(RowProblem),
    hasPlan: Type.Boolean(),
  },
  closed,
)
export const Candidates = Type.Object({ items: Type.Array(Candidate) }, closed)
export type Candidates = Static<typeof Candidates>

/** A change of one row. `before` is what stood in each changed cell, so that others' answers are not lost. */
export const RowChange = Type.Object(
  {
    key: rowKey,
    version: Type.Integer({ minimum: 1 }),
    answers: Type.Record(columnKey, Type.Union([Type.String({ maxLength: answerLimit }), Type.Null()]), {
      maxProperties: columnsAtMost,
    }),
  },
  closed,
)
export type RowChange = Static<typeof RowChange>
export const AnswersChange = Type.Object(
  { rows: Type.Array(RowChange, { minItems: 1, maxItems: 300 }) },
  closed,
)
export type AnswersChange = Static<typeof AnswersChange>

/** `conflicts`: keys of rows that somebody else changed since; they stand in `rows` as they are now. */
export const AnswersChanged = Type.Object(
  { rows: Type.Array(DraftRow), conflicts: Type.Array(Type.String()) },
  closed,
)
export type AnswersChanged = Static<typeof AnswersChanged>

export const DraftSave = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    approve: optional(Type.Boolean()),
  },
  closed,
)
export type DraftSave = Static<typeof DraftSave>

export const DraftSaved = Type.Object(
  {
    made: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    /** Not ready: their rows wait in the draft. */
    waiting: Type.Integer(),
  },
  closed,
)
export type DraftSaved = Static<typeof DraftSaved>
