import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** A student whom the reader guards today. */
export const GuardedStudent = Type.Object(
  {
    studentId: Type.String({ format: 'uuid' }),
    /** Hidden where the student has a turvakielto. */
    name: optional(Type.String()),
    protected: Type.Boolean(),
    /** The 18th birthday, from which on this is over. */
    endsOn: Type.String({ format: 'date' }),
    /** Whom to ask; hidden with the rest, because the teacher tells the group. */
    teacher: optional(Type.Object({ name: Type.String(), email: optional(Type.String()) }, closed)),
  },
  closed,
)
export type GuardedStudent = Static<typeof GuardedStudent>

/** Why a guardianship gives nothing any more. */
export const EndReason = Type.Enum(['of-age', 'no-custody', 'unknown'])
export type EndReason = Static<typeof EndReason>

export const GuardedStudents = Type.Object(
  {
    items: Type.Array(GuardedStudent),
    /** The reasons of those that ended, each once. */
    ended: Type.Array(EndReason),
  },
  closed,
)
export type GuardedStudents = Static<typeof GuardedStudents>
