import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

const optionalText = Type.Optional(Type.String())

/** A file told of a group what was not known yet. */
export const groupSaved = auditEvent('groups.save', Type.Object({ source: Type.String() }))
export const groupsListed = auditEvent('groups.list', Type.Object({ groups: Type.Integer() }))
/** A group went to another teacher: ids of members of the staff. */
export const groupHandedOver = auditEvent(
  'groups.hand-over',
  Type.Object({ from: optionalText, to: optionalText, students: Type.Integer() }),
)
/** A group of a change of year: as what it goes on, to whom, or that it ended. */
export const groupChangedYear = auditEvent(
  'groups.change-year',
  Type.Object({
    ends: Type.Boolean(),
    continuesAs: optionalText,
    from: optionalText,
    to: optionalText,
    students: Type.Integer(),
  }),
)
/**
 * A student came into another group or to another teacher by one of the two above, whose numbers leave out students with
 * turvakielto. Of those it is told that something changed, and neither group nor teacher.
 */
export const studentMoved = auditEvent(
  'groups.move-student',
  Type.Object({ from: optionalText, to: optionalText, teacher: optionalText }),
)
