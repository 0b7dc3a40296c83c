import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

/** Of which plan the path was shown, by its version; 0 where there is no plan. */
export const pathRead = auditEvent('paths.read', Type.Object({ version: Type.Integer() }))
