import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { Successor } from './contract.ts'

/** An operator told which organisations follow another. */
export const successorsChanged = auditEvent(
  'organisations.succeed',
  Type.Object({ before: Type.Array(Successor), after: Type.Array(Successor) }),
)
