import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Somebody saw students in a list; one event a student, so that a search by student finds it. */
export const studentsListed = auditEvent('students.list', Type.Object({ rows: Type.Integer() }))
/** Somebody took students out as a file; one event a student. */
export const studentsExported = auditEvent('students.export', Type.Object({ rows: Type.Integer() }))
export const studentSaved = auditEvent('students.save', Type.Object({ source: Type.String() }))
export const studentErased = auditEvent('students.erase', Type.Object({ reason: Type.String() }))
const protection = Type.Object({ source: Type.String(), reason: Type.Optional(Type.String()) })
/** A register told of a turvakielto, or by its own word that there is none any more; or somebody here, and why. */
export const studentProtected = auditEvent('students.protect', protection)
export const studentUnprotected = auditEvent('students.unprotect', protection)
/** A file of the whole register no longer has the student: marked, not deleted. */
export const studentVanished = auditEvent('students.vanish', Type.Object({ source: Type.String() }))
/** Somebody saw how a student and their guardians are reached. */
export const studentRead = auditEvent(
  'students.read',
  Type.Object({ masked: Type.Boolean(), guardians: Type.Integer() }),
)
/** Somebody looked behind a turvakielto, and why. */
export const studentRevealed = auditEvent('students.reveal', Type.Object({ reason: Type.String() }))
