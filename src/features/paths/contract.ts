/** What a student's path shows, and a page about it needs: what runs now, what comes next, how far it is. No codes. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ format: 'date' })

/** A name in the reader's language, or in the one that it has. Missing where nobody told one. */
export const PathName = Type.Object(
  { text: optional(Type.String()), language: optional(Type.Enum(['fi', 'sv', 'en'])) },
  closed,
)
export type PathName = Static<typeof PathName>

export const PathPhase = Type.Enum([
  'no-right',
  'no-plan',
  'before',
  'running',
  'interrupted',
  'done',
  'ended',
])
export type PathPhase = Static<typeof PathPhase>

export const itemKinds = [
  'school',
  'training-agreement',
  'apprenticeship',
  'other',
  'demonstration',
  'preparatory',
  'study-skills',
] as const
export const ItemKind = Type.Enum([...itemKinds])
export type ItemKind = Static<typeof ItemKind>

export const PathPerson = Type.Object(
  { role: Type.Enum(['instructor', 'teacher', 'assessor']), name: Type.String() },
  closed,
)
export type PathPerson = Static<typeof PathPerson>

/** Something of the path that has days. */
export const PathItem = Type.Object(
  {
    /** Names it towards proposals and comments, from one version of the plan to the next. */
    key: Type.String(),
    /** The one that it had before it got its identifier. */
    formerKey: optional(Type.String()),
    partKey: Type.String(),
    kind: ItemKind,
    name: PathName,
    start: date,
    end: date,
    place: optional(PathName),
    people: Type.Array(PathPerson),
    /** Percent of full time. */
    share: optional(Type.Integer()),
    tasks: Type.Array(Type.String()),
    /** It stands still today; until this day, where one is known. */
    paused: optional(Type.Object({ until: optional(date) }, closed)),
  },
  closed,
)
export type PathItem = Static<typeof PathItem>

/** `recognised`: known before; `shown`: the days of its demonstrations are over; `open`: no days yet. */
export const PartState = Type.Enum(['recognised', 'shown', 'running', 'coming', 'passed', 'open'])
export type PartState = Static<typeof PartState>

export const PathPart = Type.Object(
  {
    key: Type.String(),
    kind: Type.Enum(['vocational', 'local', 'area', 'preparatory']),
    name: PathName,
    points: optional(Type.Number()),
    state: PartState,
  },
  closed,
)
export type PathPart = Static<typeof PathPart>

/** Days for which the plan holds nothing; without an end nothing comes after. */
export const PathGap = Type.Object({ start: date, end: optional(date) }, closed)
export type PathGap = Static<typeof PathGap>

export const HowFar = Type.Object(
  {
    parts: Type.Object({ total: Type.Integer(), recognised: Type.Integer(), shown: Type.Integer() }, closed),
    points: optional(
      Type.Object({ total: Type.Number(), recognised: Type.Number(), shown: Type.Number() }, closed),
    ),
    weeksLeft: optional(Type.Integer()),
    endsOn: optional(date),
  },
  closed,
)
export type HowFar = Static<typeof HowFar>

/** One of the student's study rights, to choose from where there are several. */
export const PathChoice = Type.Object(
  { studyRight: Type.String(), name: PathName, planId: optional(Type.String()) },
  closed,
)
export type PathChoice = Static<typeof PathChoice>

export const PathView = Type.Object(
  {
    student: Type.Object({ id: Type.String(), name: optional(Type.String()), own: Type.Boolean() }, closed),
    /** A turvakielto hides places and people from this reader. */
    masked: Type.Boolean(),
    today: date,
    phase: PathPhase,
    startsOn: optional(date),
    /** When an interruption of the studies ends, or the studies ended. */
    until: optional(date),
    teacher: optional(Type.String()),
    choices: Type.Array(PathChoice),
    chosen: optional(PathChoice),
    plan: optional(
      Type.Object({ id: Type.String(), version: Type.Integer(), savedAt: Type.String() }, closed),
    ),
    now: Type.Array(PathItem),
    next: Type.Array(PathItem),
    demonstrations: Type.Array(PathItem),
    /** Everything that has days, in their order. */
    items: Type.Array(PathItem),
    parts: Type.Array(PathPart),
    gaps: Type.Array(PathGap),
    howFar: optional(HowFar),
  },
  closed,
)
export type PathView = Static<typeof PathView>
