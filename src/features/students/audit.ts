import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Somebody saw students in a list; one event a student, so that a search by student finds it. */
export const studentsListed = auditEvent('students.list', Type.Object({ rows: Type.Integer() }))
export const studentSaved = auditEvent('students.save', Type.Object({ source: Type.String() }))
export const studentErased = auditEvent('students.erase', Type.Object({ reason: Type.String() }))
