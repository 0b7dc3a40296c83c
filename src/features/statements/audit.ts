import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'

const version = Type.Object({ kind: Type.String(), version: Type.Integer() })

export const statementSaved = auditEvent('statements.save', version)
export const statementPublished = auditEvent('statements.publish', version)
/** Somebody told about accessibility; who it was is nobody's to log. */
export const feedbackGiven = auditEvent('feedback.give', noDetails)
export const feedbackListed = auditEvent('feedback.list', Type.Object({ rows: Type.Integer() }))
export const feedbackAnswered = auditEvent('feedback.answer', noDetails)
