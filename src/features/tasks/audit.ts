import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Somebody saw on their own list that something waits; one event a student. */
export const tasksListed = auditEvent('tasks.list', Type.Object({ rows: Type.Integer() }))
/** Somebody chose how often their own list comes by e-mail. */
export const digestChosen = auditEvent('tasks.choose-digest', Type.Object({ rhythm: Type.String() }))
/** A person's digest went out, with counts and no names. */
export const digestSent = auditEvent('tasks.digest', Type.Object({ rows: Type.Integer() }))
