import { record } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { editPlan, findPlan, isMasked, type SaveContext } from '../plans/public.ts'
import { settingsOf } from '../settings/public.ts'
import { lockStudent } from '../students/public.ts'
import { proposalAccess } from './access.ts'
import { proposalAnswered, proposalMade, proposalWithdrawn } from './audit.ts'
import type { NewProposal, ProposalAnswer } from './contract.ts'
import { closeProposal, findProposals, insertProposal, lockProposal, type ProposalRow } from './queries.ts'
import { answerByOf, faultOf, wishOf } from './rules.ts'
import { changeOf } from './rules-change.ts'

type Making = Pick<SaveContext, 'transaction' | 'audit' | 'today'>

export interface UnitsKnown {
  readonly hasUnit: (code: string) => boolean
  readonly versionOf: (code: string) => number | undefined
}

/** A student's proposal. Answers its id and by when it is answered. @throws AppError */
export async function makeProposal(
  { audit, today, transaction }: Making,
  body: NewProposal,
  unitsOf: (studyRight: Parameters<SaveContext['referenceFor']>[0]) => UnitsKnown,
): Promise<{ id: string; answerBy: string }> {
  const { actor, now } = audit
  const plan = await findPlan(transaction, { id: body.planId })
  // Another student's plan is not known to exist.
  if (plan?.student_id == null || !proposalAccess.make.may(actor, { studentId: plan.student_id }))
    throw new AppError('plans.not-found', 404)
  const studentId = plan.student_id
  await lockStudent(transaction, studentId)
  const rows = await findProposals(transaction, actor, studentId)
  const open = rows.filter(({ state }) => state === 'open')
  const fault = faultOf(body, { plan: plan.body, today, open, hasUnit: unitsOf(plan.study_right).hasUnit })
  if (fault) {
    const busy = fault.code === 'too-many' || fault.code === 'already-open'
    throw new AppError(`proposals.${fault.code}`, busy ? 409 : 400, { pointer: fault.pointer })
  }
  const { reminders } = await settingsOf(transaction)
  const id = newId()
  const answerBy = answerByOf(today, reminders.proposalDays)
  await insertProposal(transaction, {
    ...{ id, studentId, now, answerBy },
    ...{ providerId: actor.providerId, planId: plan.id, planVersion: plan.version },
    ...{ kind: body.kind, about: body.about, message: body.message.trim() },
    wish: wishOf(body.kind, body.wish),
    by: actor.id ?? null,
  })
  await record(transaction, audit, proposalMade, { targetId: id, studentId, details: { kind: body.kind } })
  return { id, answerBy }
}

/** @throws AppError proposals.not-found, proposals.closed */
export async function withdrawProposal({ audit, transaction }: Making, id: string): Promise<void> {
  const proposal = await lockProposal(transaction, id)
  if (proposal === undefined || !proposalAccess.withdraw.may(audit.actor, { studentId: proposal.student_id }))
    throw new AppError('proposals.not-found', 404)
  demandOpen(proposal)
  await closeProposal(transaction, id, { state: 'withdrawn', now: audit.now, by: audit.actor.id ?? null })
  const studentId = proposal.student_id
  await record(transaction, audit, proposalWithdrawn, { targetId: id, studentId, details: {} })
}

/**
 * Answers a proposal; what was wished takes effect in the same transaction, as one version of the plan with the answer as
 * its reason. Somebody who saved the plan meanwhile is not overwritten.
 * @throws AppError proposals.not-found, proposals.closed, proposals.cannot-change, plans.version-conflict, plans.protected
 */
export async function answerProposal(
  context: SaveContext,
  id: string,
  answer: ProposalAnswer,
  unitsOf: (studyRight: Parameters<SaveContext['referenceFor']>[0]) => UnitsKnown,
): Promise<{ version?: number }> {
  const { audit, today, transaction } = context
  const proposal = await lockProposal(transaction, id)
  if (proposal === undefined) throw new AppError('proposals.not-found', 404)
  const studentId = proposal.student_id
  proposalAccess.answer.demand(audit.actor, { studentId })
  if (await isMasked(transaction, audit.actor, today, studentId)) throw new AppError('plans.protected', 403)
  demandOpen(proposal)
  const changes = answer.state === 'accepted' ? answer.changeOf : undefined
  const reason = answer.reason.trim()
  const version =
    changes === undefined ? undefined : await change(context, proposal, { reason, known: changes }, unitsOf)
  const by = audit.actor.id ?? null
  await closeProposal(transaction, id, { state: answer.state, answer: reason, now: audit.now, by })
  const told = version === undefined ? {} : { version }
  await record(transaction, audit, proposalAnswered, {
    targetId: id,
    studentId,
    details: { state: answer.state, ...told },
  })
  return told
}

async function change(
  context: SaveContext,
  proposal: ProposalRow,
  { known, reason }: { readonly known: number; readonly reason: string },
  unitsOf: (studyRight: Parameters<SaveContext['referenceFor']>[0]) => UnitsKnown,
): Promise<number> {
  const found = await findPlan(context.transaction, { id: proposal.plan_id }, { lock: true })
  if (found === undefined) throw new AppError('plans.not-found', 404)
  const changed = changeOf(found.body, proposal, unitsOf(found.study_right).versionOf)
  // A version that is not the one shown is told before what cannot be done with it.
  if (changed === undefined && found.version === known) throw new AppError('proposals.cannot-change', 409)
  const saved = await editPlan(context, found.id, { plan: changed?.plan ?? found.body, reason }, known)
  return saved.version
}

function demandOpen({ state }: ProposalRow): void {
  if (state !== 'open') throw new AppError('proposals.closed', 409)
}
