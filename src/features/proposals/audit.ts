import { Type } from 'typebox'
import { auditEvent, noDetails } from '../../platform/audit/audit.ts'
import { ProposalKind } from './contract.ts'

export const proposalsListed = auditEvent('proposals.list', Type.Object({ proposals: Type.Integer() }))
export const proposalMade = auditEvent('proposals.make', Type.Object({ kind: ProposalKind }))
export const proposalWithdrawn = auditEvent('proposals.withdraw', noDetails)
/** `version`: of the plan in which the wish took effect, where it did. */
export const proposalAnswered = auditEvent(
  'proposals.answer',
  Type.Object({ state: Type.String(), version: Type.Optional(Type.Integer()) }),
)
