import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** The staff's file told of somebody what was not known yet; which roles the file now gives, where it gives any. */
export const staffSaved = auditEvent(
  'staff.save',
  Type.Object({ source: Type.String(), roles: Type.Optional(Type.Array(Type.String())) }),
)
/** Members of the staff whom a whole file no longer had; the roles that the file had given are gone. */
export const staffVanished = auditEvent('staff.vanish', Type.Object({ source: Type.String() }))
