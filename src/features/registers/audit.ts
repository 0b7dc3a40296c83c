import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { Register } from './contract.ts'

/** Which settings were changed; a password is told by its name only. */
export const registerChanged = auditEvent(
  'registers.change',
  Type.Object({ register: Register, changed: Type.Array(Type.String()), address: Type.String() }),
)
export const registerRun = auditEvent('registers.run', Type.Object({ register: Register }))
export const registerTried = auditEvent(
  'registers.try',
  Type.Object({ register: Register, answers: Type.Boolean() }),
)
