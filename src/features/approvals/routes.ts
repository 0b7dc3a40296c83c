import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { type AuditContext, audited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { approvalAccess } from './access.ts'
import { approvalRecorded, approvalsAsked, approvalsRead } from './audit.ts'
import { ApprovalAsk, PlanApprovals, RecordedAnswer } from './contract.ts'
import { isMaskedTo } from './queries.ts'
import { recordEmployers } from './service-answer.ts'
import { askApprovals } from './service-ask.ts'
import { situationOf } from './service-situation.ts'
import { planApprovals, type Reader, type Wording } from './service-view.ts'

export const planParams = Type.Object({ planId: Type.String({ format: 'uuid' }) })

/** A plan's approvals for staff: who has approved what, asking, recording what an employer said. */
export function approvalRoutes(wording: Wording): Endpoint[] {
  return [read(wording), ask(), recordAnswer(wording)]
}

/** Reading is noted of the student whose plan it is. */
export const noteRead = (
  transaction: ReadTransaction,
  audit: AuditContext,
  plan: { readonly id: string; readonly student_id: string },
  parts: number,
): Promise<void> =>
  record(transaction, audit, approvalsRead, {
    targetId: plan.id,
    studentId: plan.student_id,
    details: { parts },
  })

function read(wording: Wording): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}/approvals',
    tag: 'approvals',
    summary: 'Who has approved which part of a plan, and who is asked since when',
    params: planParams,
    answers: { 200: PlanApprovals },
    access: whoMay(approvalAccess.read),
    audit: audited(approvalsRead),
    transaction: 'read',
    handle: async ({ actor, audit, language, params: { planId }, today }, transaction) => {
      const situation = await situationOf(transaction, planId, today)
      if (situation === undefined) throw new AppError('plans.not-found', 404)
      const { plan } = situation
      approvalAccess.read.demand(actor, { studentId: plan.student_id, guardianPersonId: null })
      const hidden = await isMaskedTo(transaction, actor, today, planId)
      const reader: Reader = { actor, language, wording, hidden }
      const body = await planApprovals(transaction, reader, situation)
      await noteRead(transaction, audit, plan, body.items.length)
      return { body }
    },
  })
}

function ask(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/approvals/ask',
    tag: 'approvals',
    summary: 'Put the plan forward to those whose approval is asked, or ask once more who declined',
    params: planParams,
    body: ApprovalAsk,
    answers: { 204: null },
    access: whoMay(approvalAccess.ask),
    audit: audited(approvalsAsked),
    transaction: 'write',
    handle: async ({ audit, body, params, today }, transaction) => {
      await askApprovals({ transaction, audit, today }, params.planId, body)
      return { status: 204 }
    },
  })
}

function recordAnswer(wording: Wording): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/approvals/record',
    tag: 'approvals',
    summary: "Write down an employer's answer to a workplace period, and how it was told",
    params: planParams,
    body: RecordedAnswer,
    answers: { 204: null },
    access: whoMay(approvalAccess.record),
    audit: audited(approvalRecorded),
    transaction: 'write',
    handle: async ({ actor, audit, body, language, params: { planId }, today }, transaction) => {
      if (await isMaskedTo(transaction, actor, today, planId)) throw new AppError('approvals.protected', 403)
      const reader = { language, wording }
      const guardianOf = async () => null
      await recordEmployers({ transaction, audit, today, reader, guardianOf }, planId, body)
      return { status: 204 }
    },
  })
}
