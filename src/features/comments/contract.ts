/** Comments on parts of the path, to readers who are named before anything is written. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

export const readerRoles = ['student', 'teacher', 'guidance', 'guardian'] as const
export const ReaderRole = Type.Enum([...readerRoles])
export type ReaderRole = Static<typeof ReaderRole>

/** So long a comment is new to a reader who has not opened it. */
export const daysOfNew = 14

/** Why somebody cannot be a reader: each is a text of the pages and of the refusal. */
export const NoReader = Type.Enum([
  'no-teacher',
  'no-guidance',
  'guardian-of-age',
  'guardian-no-custody',
  'guardian-none',
  'guardian-protected',
])
export type NoReader = Static<typeof NoReader>

/** Those who read as one role: by name where the writer may know the names. */
export const ReaderChoice = Type.Object(
  {
    role: ReaderRole,
    /** Whom the choice means now. They are sent with the comment, so that it reaches nobody else. */
    keys: Type.Array(Type.String()),
    names: Type.Array(Type.String()),
    not: optional(NoReader),
  },
  closed,
)
export type ReaderChoice = Static<typeof ReaderChoice>

export const NewComment = Type.Object(
  {
    studentId: Type.String({ format: 'uuid' }),
    planId: Type.String({ format: 'uuid' }),
    /** A key of `paths/rules-keys.ts`: a part, a period, or `plan`. */
    about: Type.String({ minLength: 1, maxLength: 300 }),
    text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    /** Keys of those who were named before it was written. */
    readers: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 200, uniqueItems: true }),
  },
  closed,
)
export type NewComment = Static<typeof NewComment>

export const Comment = Type.Object(
  {
    id: Type.String(),
    about: Type.String(),
    text: Type.String(),
    author: Type.Object({ role: Type.String(), name: optional(Type.String()) }, closed),
    /** Who reads it besides the author. */
    readers: Type.Array(Type.Object({ role: ReaderRole, names: Type.Array(Type.String()) }, closed)),
    writtenAt: Type.String(),
    /** Said lately to whoever asks, who has not had it before them yet. */
    isNew: Type.Boolean(),
    permittedActions: Type.Array(Type.Enum(['remove'])),
  },
  closed,
)
export type Comment = Static<typeof Comment>

/** Which comments have been on the reader's screen. */
export const OpenedComments = Type.Object(
  { ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200 }) },
  closed,
)

/** Those that were written before this one; without it the newest. */
export const CommentQuery = Type.Object({ after: optional(Type.String({ format: 'uuid' })) }, closed)

export const CommentList = Type.Object(
  {
    items: Type.Array(Comment),
    /** After which comment the older ones follow; nothing where there are none. */
    next: optional(Type.String()),
    /** Empty for those who do not write. */
    readers: Type.Array(ReaderChoice),
    mayWrite: Type.Boolean(),
    masked: Type.Boolean(),
  },
  closed,
)
export type CommentList = Static<typeof CommentList>
