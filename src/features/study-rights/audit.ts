import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

export const studyRightSaved = auditEvent('study-rights.save', Type.Object({ source: Type.String() }))
/** A register checked a plan against the dates of a study right, and heard of them where they differ. */
export const studyRightConsulted = auditEvent('study-rights.consult', Type.Object({}))
