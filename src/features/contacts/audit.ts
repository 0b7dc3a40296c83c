import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'

export const contactErased = auditEvent(
  'contacts.erase',
  Type.Object({ planId: Type.String(), extent: Type.String(), reason: Type.String() }),
)
