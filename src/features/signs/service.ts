import type { Actor } from '../../platform/access/actor.ts'
import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { agreeOn, measuresBySign } from '../measures/public.ts'
import { signAccess } from './access.ts'
import { signDecided, signExplained } from './audit.ts'
import type { Decision, Explanation, SignView } from './contract.ts'
import { lockSign, type SignRow, saveDecision, saveExplanation } from './queries.ts'
import { refusedChange } from './rules-deciding.ts'
import { accessRow, signView } from './service-view.ts'

export interface SignContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

/**
 * The student's own words, changeable until somebody has decided.
 * @throws AppError signs.not-found, access.forbidden, signs.not-open, signs.changed-since
 */
export async function explain(context: SignContext, id: string, told: Explanation): Promise<SignView> {
  const sign = await demandChangeable(context, id, 'explain', told.version)
  const text = told.text.trim()
  const { audit, transaction } = context
  await saveExplanation(transaction, id, text === '' ? null : text, byOf(audit))
  const details = { kind: sign.kind }
  await record(transaction, audit, signExplained, { targetId: id, studentId: sign.student_id, details })
  return shownAfter(context, id)
}

/**
 * Staff decide: nothing is needed, for a reason, or one measure is agreed.
 * @throws AppError signs.not-found, access.forbidden, signs.not-open, signs.changed-since, measures.…
 */
export async function decide(context: SignContext, id: string, decision: Decision): Promise<SignView> {
  const sign = await demandChangeable(context, id, 'decide', decision.version)
  const { audit, transaction } = context
  const reason = decision.decision === 'no-need' ? decision.reason.trim() : null
  await saveDecision(transaction, id, { decision: decision.decision, reason }, byOf(audit))
  const details = { kind: sign.kind, decision: decision.decision }
  await record(transaction, audit, signDecided, { targetId: id, studentId: sign.student_id, details })
  if (decision.decision === 'measure')
    await agreeOn(context, { studentId: sign.student_id, signId: id }, decision.measure)
  return shownAfter(context, id)
}

async function demandChangeable(
  { audit, today, transaction }: SignContext,
  id: string,
  action: 'explain' | 'decide',
  version: number,
): Promise<SignRow> {
  const sign = await lockSign(transaction, audit.actor, today, id)
  if (sign === undefined) throw new AppError('signs.not-found', 404)
  signAccess[action].demand(audit.actor, accessRow(sign))
  const refusal = refusedChange(sign, version)
  if (refusal !== undefined) throw new AppError(`signs.${refusal}`, refusal === 'protected' ? 403 : 409)
  return sign
}

const byOf = (audit: AuditContext) => ({ by: audit.actor.id ?? null, now: audit.now })

async function shownAfter({ audit, today, transaction }: SignContext, id: string): Promise<SignView> {
  const actor: Actor = audit.actor
  const sign = await lockSign(transaction, actor, today, id)
  if (sign === undefined) throw new AppError('signs.not-found', 404)
  const measures = await measuresBySign(transaction, actor, today, [id])
  return signView(sign, actor, measures.get(id) ?? [])
}
