import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

export const clockMoved = auditEvent('clock.move', Type.Object({ days: Type.Integer() }))
