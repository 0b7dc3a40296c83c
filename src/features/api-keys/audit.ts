import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

const details = Type.Object({ source: Type.String() })

export const keyCreated = auditEvent('api-keys.create', details)
export const keyRevoked = auditEvent('api-keys.revoke', details)
