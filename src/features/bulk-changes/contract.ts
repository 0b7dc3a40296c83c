/** One change made to many plans at once: what it does is one of a closed list. */
import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'
import { DateText } from '../plans/contract-parts.ts'
import { plansAtMost } from './rules-selection.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const id = Type.String({ format: 'uuid' })
const code = Type.String({ minLength: 1, maxLength: 200 })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** Which part of each plan: a unit by its code, or a subject area of a common unit. */
export const BulkPart = Type.Object({ unit: code, subjectArea: optional(code) }, closed)
export type BulkPart = Static<typeof BulkPart>

/** Which of the part's periods, by time. */
export const WhichPeriod = Type.Enum(['first', 'last', 'all'])
export type WhichPeriod = Static<typeof WhichPeriod>

/**
 * Dates of what begins on the day (today, where none is given) or after it, so many weeks later; a minus means earlier.
 * What has ended already happened when it did: it is moved only where that is asked for.
 */
export const MoveDates = Type.Object(
  {
    kind: Type.Literal('move-dates'),
    weeks: Type.Integer({ minimum: -104, maximum: 104 }),
    from: optional(DateText),
    /** Also what has ended; without a day then all dates. */
    ended: optional(Type.Boolean()),
  },
  closed,
)
export const PlacePeriod = Type.Object(
  {
    kind: Type.Literal('place-period'),
    part: BulkPart,
    which: Type.Enum(['first', 'last']),
    start: DateText,
    end: DateText,
  },
  closed,
)
export const SetWorkplace = Type.Object(
  {
    kind: Type.Literal('set-workplace'),
    part: BulkPart,
    which: WhichPeriod,
    workplace: Type.Object({ name: text(500), businessId: optional(Type.String({ maxLength: 50 })) }, closed),
    instructor: Type.Object(
      {
        name: text(500),
        email: optional(Type.String({ maxLength: 256 })),
        phone: optional(Type.String({ maxLength: 256 })),
      },
      closed,
    ),
  },
  closed,
)
export const AddUnit = Type.Object(
  {
    kind: Type.Literal('add-unit'),
    diaryNumber: code,
    part: BulkPart,
    start: DateText,
    end: DateText,
  },
  closed,
)
export const SetHours = Type.Object(
  { kind: Type.Literal('set-hours'), part: BulkPart, hours: Type.Number({ minimum: 0, maximum: 10_000 }) },
  closed,
)
export const AddNote = Type.Object(
  { kind: Type.Literal('add-note'), part: BulkPart, which: WhichPeriod, note: text(500) },
  closed,
)
export const BulkOperation = Type.Union([MoveDates, PlacePeriod, SetWorkplace, AddUnit, SetHours, AddNote])
export type BulkOperation = Static<typeof BulkOperation>
/** What another feature did to many plans at once: a path template was applied to a group. Nobody asks for it here. */
export interface DraftOperation {
  readonly kind: 'group-draft'
  readonly draftId: string
  /** The name that the template had. */
  readonly template: string
}

export const bulkKinds = [
  'move-dates',
  'place-period',
  'set-workplace',
  'add-unit',
  'set-hours',
  'add-note',
] as const
export type BulkKind = (typeof bulkKinds)[number]

const planIds = Type.Array(id, { minItems: 1, maxItems: plansAtMost, uniqueItems: true })

/** Plans that were chosen elsewhere, across groups. */
export const SomePlans = Type.Object({ planIds }, closed)
export type SomePlans = Static<typeof SomePlans>

/** Whose plans one may choose from: a group's, or those that were named. */
export const Selectable = Type.Object(
  {
    plans: Type.Array(
      Type.Object(
        {
          planId: Type.String(),
          studentId: optional(Type.String()),
          /** Missing of a student with turvakielto whom the reader has not looked behind. */
          name: optional(Type.String()),
          qualification: optional(Names),
          masked: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** Units and subject areas that stand in any of the plans, with how many have them. */
    parts: Type.Array(
      Type.Object({ ...BulkPart.properties, names: optional(Names), plans: Type.Integer() }, closed),
    ),
    /** Whose units may be added. */
    diaryNumbers: Type.Array(Type.String()),
  },
  closed,
)
export type Selectable = Static<typeof Selectable>

export const BulkQuestion = Type.Object({ planIds, operation: BulkOperation }, closed)
export type BulkQuestion = Static<typeof BulkQuestion>

/** What would become of one plan. */
export const PlanPreview = Type.Object(
  {
    planId: Type.String(),
    name: optional(Type.String()),
    version: Type.Integer(),
    outcome: Type.Enum(['changes', 'same', 'refused']),
    /** Why not, in the reader's language. */
    reason: optional(Type.String()),
    changes: Type.Array(Type.String()),
    findingsNew: Type.Array(Type.String()),
    findingsGone: Type.Array(Type.String()),
  },
  closed,
)
export type PlanPreview = Static<typeof PlanPreview>

export const BulkPreview = Type.Object({ plans: Type.Array(PlanPreview) }, closed)
export type BulkPreview = Static<typeof BulkPreview>

const someVersions = Type.Array(Type.Object({ planId: id, version: Type.Integer({ minimum: 1 }) }, closed), {
  minItems: 1,
  maxItems: plansAtMost,
})
// Entries of one plan with two versions would differ: `uniqueItems` says too little.
const versions = Type.Refine(
  someVersions,
  plans => new Set(plans.map(one => one.planId)).size === plans.length,
)

/** The versions are those that were looked at: what changed since is told and nothing is done. */
export const NewBulkChange = Type.Object(
  { operation: BulkOperation, reason: text(500), plans: versions },
  closed,
)
export type NewBulkChange = Static<typeof NewBulkChange>

export const BulkMade = Type.Object({ id: Type.String(), plans: Type.Integer() }, closed)
export type BulkMade = Static<typeof BulkMade>

export const BulkRow = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    /** What was done, in words. */
    text: Type.String(),
    reason: Type.String(),
    madeAt: Type.String(),
    madeBy: optional(Type.String()),
    plans: Type.Integer(),
    /** Out of so many it has been taken; the rest can still be undone as long as it is undoable. */
    undonePlans: Type.Integer(),
    /** When nothing more could be undone. */
    undoneAt: optional(Type.String()),
    undoneBy: optional(Type.String()),
    undoable: Type.Boolean(),
  },
  closed,
)
export type BulkRow = Static<typeof BulkRow>

export const BulkList = Type.Object({ items: Type.Array(BulkRow) }, closed)
export type BulkList = Static<typeof BulkList>

/** `restores`: as it was before. `merges`: only this change is taken out, what came after stays. `left`: it cannot be. */
export const UndoPreview = Type.Object(
  {
    change: BulkRow,
    plans: Type.Array(
      Type.Object(
        {
          planId: Type.String(),
          name: optional(Type.String()),
          version: Type.Integer(),
          outcome: Type.Enum(['restores', 'merges', 'left']),
          reason: optional(Type.String()),
          changes: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type UndoPreview = Static<typeof UndoPreview>

export const Undo = Type.Object({ plans: versions }, closed)
export const Undone = Type.Object({ undone: Type.Integer(), left: Type.Integer() }, closed)
export type Undone = Static<typeof Undone>
