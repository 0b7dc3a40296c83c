import { type Static, Type } from 'typebox'

/** Why one record, or a whole file, was not taken in. The text is `imports.refusals.<code>`. */
export const Refusal = Type.Object({
  /** RFC 6901, into the file as it was given; empty when the whole file is meant. */
  pointer: Type.String(),
  code: Type.String(),
  params: Type.Optional(Type.Record(Type.String(), Type.String())),
})
export type Refusal = Static<typeof Refusal>

/** What reading a file gave: the value with what was left out of it, or one reason for taking nothing. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly refused: readonly Refusal[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** What an import brings in: national reference data (the installation's), or a provider's own. */
export const importKinds = [
  'eperusteet',
  'koodisto',
  'organisaatio',
  'koski',
  'hoks',
  'students',
  'staff',
] as const
export const ImportKind = Type.Enum([...importKinds])
export type ImportKind = Static<typeof ImportKind>

export const nationalKinds = ['eperusteet', 'koodisto', 'organisaatio'] as const

export const ImportOrigin = Type.Enum(['command', 'page', 'schedule', 'demo'])
export type ImportOrigin = Static<typeof ImportOrigin>

/**
 * receiving: files are being sent; waiting: its turn has not come; fetching: a service is being asked; reading: the
 * input is read to its end, nothing is changed yet; storing; then one of done, refused (nothing was changed), stopped
 * (by a person, or by a fault that is not the input's: it can be gone on with).
 */
export const RunState = Type.Enum([
  'receiving',
  'waiting',
  'fetching',
  'reading',
  'storing',
  'done',
  'refused',
  'stopped',
])
export type RunState = Static<typeof RunState>

export const RowCounts = Type.Object({
  read: Type.Integer(),
  written: Type.Integer(),
  unchanged: Type.Integer(),
  /** In the database but no longer in the file: marked, never deleted. */
  vanished: Type.Integer(),
  refused: Type.Integer(),
})
export type RowCounts = Static<typeof RowCounts>

const closed = { additionalProperties: false } as const

export const ImportRunView = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: ImportKind,
    origin: ImportOrigin,
    /** The name of the colleague who asked for it, when a person did. */
    requestedBy: Type.Optional(Type.String()),
    /** Names of the files, or the host that was asked. */
    source: Type.String(),
    state: RunState,
    requestedAt: Type.String(),
    startedAt: Type.Optional(Type.String()),
    finishedAt: Type.Optional(Type.String()),
    /** Records of the input; known once it has been read to its end. */
    total: Type.Optional(Type.Integer()),
    /** Records that are done. */
    position: Type.Integer(),
    counts: RowCounts,
    /** While it stores: records a second, and seconds left at that rate. */
    rate: Type.Optional(Type.Number()),
    secondsLeft: Type.Optional(Type.Integer()),
    /** Why the whole was refused or stopped, as a sentence in the reader's language, with its place. */
    failure: Type.Optional(
      Type.Object(
        {
          document: Type.String(),
          pointer: Type.String(),
          text: Type.String(),
          /** Where it is mended, when not in the input. */
          remedy: Type.Optional(Type.Enum(['credentials'])),
        },
        closed,
      ),
    ),
    /** It waits while another one of its kind is open. */
    behind: Type.Optional(Type.Boolean()),
    /** It is under way, but whoever works on it has not been heard of for a while. */
    silent: Type.Optional(Type.Boolean()),
    permittedActions: Type.Array(Type.Enum(['stop', 'resume'])),
  },
  closed,
)
export type ImportRunView = Static<typeof ImportRunView>

export const ImportRunList = Type.Object(
  { items: Type.Array(ImportRunView), next: Type.Optional(Type.String()) },
  closed,
)
export type ImportRunList = Static<typeof ImportRunList>

/** One line of a report: what was refused, or kept though unknown. */
export const ImportNoteView = Type.Object(
  {
    number: Type.Integer(),
    outcome: Type.Enum(['refused', 'kept']),
    document: Type.String(),
    /** RFC 6901 into the document; for a CSV `/row/column`, the row counted as a spreadsheet does. */
    pointer: Type.String(),
    text: Type.String(),
  },
  closed,
)
export type ImportNoteView = Static<typeof ImportNoteView>

export const ImportNoteList = Type.Object(
  { items: Type.Array(ImportNoteView), next: Type.Optional(Type.Integer()) },
  closed,
)
export type ImportNoteList = Static<typeof ImportNoteList>

/** What the person who imports may choose. */
export const ImportOptions = Type.Object(
  {
    /** The input holds the whole register: what it lacks has vanished there, and is marked. */
    whole: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type ImportOptions = Static<typeof ImportOptions>

/** What starts an import from a page: its files follow in parts. */
export const NewImport = Type.Object(
  {
    kind: ImportKind,
    /** Names of the files, as the list of runs shows them. */
    source: Type.String({ minLength: 1, maxLength: 500 }),
    options: Type.Optional(ImportOptions),
  },
  closed,
)
export type NewImport = Static<typeof NewImport>

export const CreatedImport = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)

/** Largest part of a file: the sender cuts files into parts of at most so many bytes, numbered from 1. */
export const partBytes = 1_048_576
export const documentsAtMost = 200
/** Of one run, all its files together: a gigabyte. */
export const partsAtMost = 1_000
