import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

export const studyRightSaved = auditEvent('study-rights.save', Type.Object({ source: Type.String() }))
