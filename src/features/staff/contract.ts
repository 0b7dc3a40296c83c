import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

export const StaffMember = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    staffNumber: Type.String(),
    /** Whether this is the one who asks. */
    me: Type.Boolean(),
  },
  closed,
)
export type StaffMember = Static<typeof StaffMember>

export const StaffList = Type.Object({ items: Type.Array(StaffMember) }, closed)
export type StaffList = Static<typeof StaffList>
