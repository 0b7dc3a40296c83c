import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

const text = Type.Optional(Type.String())
/** What was asked for, by references and days. */
const asked = Type.Object({ rows: Type.Integer(), actorId: text, kind: text, from: text, to: text })

/** Somebody searched the audit; one event for each student whose rows were shown, or one where there was none. */
export const auditSearched = auditEvent('audit-log.search', asked)
export const auditExported = auditEvent('audit-log.export', asked)
/** An administrator looked for a student or a colleague to ask about. */
export const auditPicked = auditEvent('audit-log.list-students', Type.Object({ rows: Type.Integer() }))
/** A student looked at who has seen their data. */
export const ownAuditRead = auditEvent('audit-log.read-own', Type.Object({ rows: Type.Integer() }))
