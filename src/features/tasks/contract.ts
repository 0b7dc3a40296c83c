import { type Static, Type } from 'typebox'
import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { VersionedSettings } from '../settings/contract.ts'

const closed = { additionalProperties: false } as const

/** Every kind of thing that may stand on somebody's list; each has its texts: what it is, and the word of its button. */
export const taskKinds = [
  'proposal',
  'proposal-answered',
  'help',
  'help-answered',
  'comment',
  'approval',
  'invitation',
  'recognition',
  'recognition-decided',
  'findings',
  'refusal',
  'sign',
  'measure',
  'period-ending',
  'plan-missing',
  'conflict',
] as const
export type TaskKind = (typeof taskKinds)[number]

/**
 * One thing that waits for this person: one button and one date. It is computed from the state that makes it wait and
 * stored nowhere, so it goes by itself when the state does.
 */
export interface Task {
  readonly kind: TaskKind
  /** Of what waits: the same as long as it waits. */
  readonly id: string
  /** Whose; the name is looked up and masked by the list, never by the source. */
  readonly studentId?: string | undefined
  /** By when, or since when where nothing is promised. */
  readonly date: PlainDate
  /** Whether `date` is a promise (by) or only tells since when (since). */
  readonly dateIs: 'by' | 'since'
  /** Path of the page where one press takes care of it. */
  readonly to: string
  /**
   * What the text of the kind names: counts, dates, names of units in the reader's language. No contact data. `reason`
   * picks another text of the kind (`kinds.<kind>.<reason>`) where it has several, `action` another word of the button.
   */
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** How long an answer stands on the list of the student who waited for it. */
export const daysOfAnswer = 14

/** How far a source counts: whoever sees a whole provider is helped by no greater number, and it would take long. */
export const countedAtMost = 1_000

/** What a source is given; the transaction is behind the fence of the person's active provider. */
export interface TaskContext {
  readonly transaction: ReadTransaction
  readonly person: Person
  readonly today: PlainDate
  readonly settings: VersionedSettings
  /** Of whoever reads the list, or the mail. */
  readonly language: Language
}

/**
 * Where tasks come from: each feature tells what of it waits for a person, at most `limit`, most urgent first, and how
 * many there are in all. The app hands the sources over in one list (src/app/task-sources.ts).
 */
export interface TaskSource {
  readonly name: string
  /** A total need not be counted beyond `countedAtMost`. */
  tasks(
    context: TaskContext,
    limit: number,
  ): Promise<{ readonly items: readonly Task[]; readonly total: number }>
}

export const TaskView = Type.Object(
  {
    kind: Type.Enum([...taskKinds]),
    id: Type.String(),
    student: Type.Optional(Type.Object({ id: Type.String(), name: Type.Optional(Type.String()) }, closed)),
    date: Type.String({ format: 'date' }),
    dateIs: Type.Enum(['by', 'since']),
    to: Type.String(),
    /** What it is, in the reader's language. */
    text: Type.String(),
    /** The word of its button. */
    action: Type.String(),
  },
  closed,
)
export type TaskView = Static<typeof TaskView>

export const TaskQuery = Type.Object({ kind: Type.Optional(Type.Enum([...taskKinds])) }, closed)

/** The list of whoever asks: the most urgent first, not all where there are very many; `totals` counts them all. */
export const TaskList = Type.Object(
  {
    items: Type.Array(TaskView),
    totals: Type.Array(
      Type.Object({ kind: Type.Enum([...taskKinds]), name: Type.String(), count: Type.Integer() }, closed),
    ),
    today: Type.String({ format: 'date' }),
    /** A teacher who is the responsible teacher of nobody: nothing of students comes here, and the page says why. */
    noStudents: Type.Boolean(),
  },
  closed,
)
export type TaskList = Static<typeof TaskList>

export const rhythms = ['never', 'weekdays', 'mondays'] as const
export type Rhythm = (typeof rhythms)[number]

export const DigestChoice = Type.Object({ rhythm: Type.Enum([...rhythms]) }, closed)
export type DigestChoice = Static<typeof DigestChoice>

/** How often one's own list comes by e-mail, and whether it can. */
export const DigestView = Type.Object(
  {
    ...DigestChoice.properties,
    /** Whether an address is known; which one is told where contact data are. */
    address: Type.Boolean(),
    /** Whether this installation sends mail at all. */
    mail: Type.Boolean(),
  },
  closed,
)
export type DigestView = Static<typeof DigestView>
