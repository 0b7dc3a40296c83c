import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { ApprovalPart, ApprovalParty } from '../settings/contract.ts'

const count = Type.Integer()

export const approvalsRead = auditEvent('approvals.read', Type.Object({ parts: count }))
export const approvalsAsked = auditEvent(
  'approvals.ask',
  Type.Object({ version: count, asked: count, again: count, ended: count }),
)
const answered = Type.Object({
  kind: ApprovalPart,
  party: ApprovalParty,
  answer: Type.Enum(['approved', 'declined']),
  version: count,
})
export const approvalAnswered = auditEvent('approvals.answer', answered)
/** Staff wrote down what an employer had told them. */
export const approvalRecorded = auditEvent('approvals.record', answered)
export const approvalsErased = auditEvent('approvals.erase', Type.Object({ reason: Type.String() }))
