import type { AuditContext } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { approvalAccess } from './access.ts'
import type { ApprovalAsk } from './contract.ts'
import { type Asking, missingOf } from './rules.ts'
import { renewAskings } from './service-renew.ts'
import { situationOf } from './service-situation.ts'

interface Asks {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

/**
 * Puts a plan forward, or asks once more somebody who declined.
 * @throws AppError plans.not-found, approvals.nobody-to-ask, access.forbidden
 */
export async function askApprovals(
  { audit, today, transaction }: Asks,
  planId: string,
  { part, party }: ApprovalAsk,
): Promise<void> {
  const situation = await situationOf(transaction, planId, today, { lock: true })
  if (situation === undefined) throw new AppError('plans.not-found', 404)
  approvalAccess.ask.demand(audit.actor, { studentId: situation.plan.student_id, guardianPersonId: null })
  const declined = situation.present.find(
    row => row.part === part && row.party === party && row.state === 'declined',
  )
  const once = (asking: Asking): Asking =>
    declined !== undefined && asking.part === part && asking.party === party && asking.act === 'keep'
      ? { ...asking, act: 'ask-again', reason: 'new' }
      : asking
  const asked = await renewAskings(transaction, audit, situation, once)
  if (asked === 0 && situation.present.length === 0) throw new AppError('approvals.nobody-to-ask', 409)
}

/**
 * The provider does not approve before everybody has whose approval its settings demand.
 * @throws AppError approvals.missing, with those who are waited for
 */
export async function demandApprovals(
  transaction: ReadTransaction,
  { planId, today }: { readonly planId: string; readonly today: PlainDate },
): Promise<void> {
  const situation = await situationOf(transaction, planId, today)
  const missing = situation === undefined ? [] : missingOf(situation)
  if (missing.length === 0) return
  throw new AppError('approvals.missing', 409, { params: { count: missing.length }, more: { missing } })
}
