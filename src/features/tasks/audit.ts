import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Somebody saw on their own list that something waits; one event a student. */
export const tasksListed = auditEvent('tasks.list', Type.Object({ rows: Type.Integer() }))
