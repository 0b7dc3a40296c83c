import { type Static, Type } from 'typebox'
import { Range } from './contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const code = Type.String({ maxLength: 200 })

/**
 * What is chosen: a unit of the requirements, or something that only an open place of them takes. `optionalGoals` are
 * the optional goals of common units; `extension` extends the qualification and forms no part of it.
 */
export const PartKind = Type.Enum([
  'unit',
  'local',
  'otherQualification',
  'higherEducation',
  'generalStudies',
  'optionalGoals',
  'extension',
])
export type PartKind = Static<typeof PartKind>

export const ChosenArea = Type.Object({ code, points: optional(Type.Number({ minimum: 0 })) }, closed)

export const ChosenPart = Type.Object(
  {
    /** The caller's own name of the part; of two with the same the second is a duplicate. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
    kind: PartKind,
    /** The code of a unit. One that the requirements do not have counts as of another qualification. */
    unit: optional(code),
    /** Competence points; of a unit of the requirements those of the requirements when absent, and no more than its most. */
    points: optional(Type.Number({ minimum: 0, maximum: 1000 })),
    /** Subject areas of a common unit, with their compulsory points; not checked when absent. */
    subjectAreas: optional(Type.Array(ChosenArea, { maxItems: 100 })),
    /** The path of the group in which it is meant to count. */
    group: optional(Type.String({ maxLength: 100 })),
  },
  closed,
)
export type ChosenPart = Static<typeof ChosenPart>

export const Selection = Type.Object(
  {
    parts: Type.Array(ChosenPart, { maxItems: 200 }),
    competenceArea: optional(code),
    title: optional(code),
  },
  closed,
)
export type Selection = Static<typeof Selection>

export const GroupState = Type.Enum(['fulfilled', 'short', 'over', 'open', 'unused'])
export type GroupState = Static<typeof GroupState>

export const FormedGroup = Type.Object(
  {
    /** Places of the members on the way from the root, as in `0/2/1`; empty for the root. */
    path: Type.String(),
    /** `open`: one of its alternatives is still to be chosen. `unused`: nothing needs to fill it, and nothing does. */
    state: GroupState,
    points: Type.Number(),
    /** Units and groups directly in it, as the older requirements count. */
    count: Type.Integer(),
    missingPoints: optional(Type.Number()),
    missingCount: optional(Type.Integer()),
    overPoints: optional(Type.Number()),
    overCount: optional(Type.Integer()),
    /** Compulsory units that are not chosen. */
    missingUnits: optional(Type.Array(Type.String())),
    /** Keys of the parts that count here. */
    parts: Type.Array(Type.String()),
  },
  closed,
)
export type FormedGroup = Static<typeof FormedGroup>

export const Alternative = Type.Object(
  {
    path: Type.String(),
    kind: Type.Enum(['competenceArea', 'title']),
    code: Type.String(),
    /** No worse for the selection than any other; once everything is there, only what it forms. */
    possible: Type.Boolean(),
    /** Given in the selection, or the only possible one. */
    chosen: Type.Boolean(),
  },
  closed,
)
export type Alternative = Static<typeof Alternative>

/** The smallest sensible thing to add: these units, or so many points or units from the group, or a choice. */
export const Completion = Type.Object(
  {
    path: Type.String(),
    units: optional(Type.Array(Type.String())),
    points: optional(Type.Number()),
    count: optional(Type.Integer()),
    choose: optional(Type.Enum(['competenceArea', 'title'])),
  },
  closed,
)
export type Completion = Static<typeof Completion>

/** A chosen unit that is smaller or larger than the requirements ask, or not of the parts that they ask. */
export const Fault = Type.Object(
  {
    key: Type.String(),
    code: Type.Enum(['too-small', 'too-large', 'area-missing', 'area-points']),
    area: optional(Type.String()),
    points: optional(Type.Number()),
    /** What the requirements ask: the least of what is too small, the most of what is too large. */
    needed: optional(Type.Number()),
  },
  closed,
)
export type Fault = Static<typeof Fault>

export const Formation = Type.Object(
  {
    complete: Type.Boolean(),
    /** Points that count into the qualification. */
    planned: Type.Number(),
    total: optional(Range),
    groups: Type.Array(FormedGroup),
    alternatives: Type.Array(Alternative),
    /** A given competence area or title that the requirements have, but not together with the other choice. */
    outside: Type.Array(
      Type.Object({ kind: Type.Enum(['competenceArea', 'title']), code: Type.String() }, closed),
    ),
    /** Parts that form nothing, and why. */
    unplaced: Type.Array(
      Type.Object({ key: Type.String(), reason: Type.Enum(['duplicate', 'nowhere', 'extension']) }, closed),
    ),
    faults: Type.Array(Fault),
    toComplete: Type.Array(Completion),
    /** False when there were too many ways to place the parts to try them all. */
    exact: Type.Boolean(),
  },
  closed,
)
export type Formation = Static<typeof Formation>
