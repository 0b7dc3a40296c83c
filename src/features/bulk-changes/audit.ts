import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Each plan has its own event of its save besides. */
export const bulkMade = auditEvent(
  'bulk-changes.make',
  Type.Object({ kind: Type.String(), plans: Type.Integer() }),
)
export const bulkUndone = auditEvent(
  'bulk-changes.undo',
  Type.Object({ plans: Type.Integer(), left: Type.Integer() }),
)
/** Students of a group were shown to choose whose plans to change. */
export const bulkSelection = auditEvent('bulk-changes.select', Type.Object({ plans: Type.Integer() }))
