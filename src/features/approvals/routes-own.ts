import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardianRow } from '../guardianship/public.ts'
import { approvalAccess } from './access.ts'
import { approvalAnswered, approvalsRead } from './audit.ts'
import { ApprovalAnswer, OwnApprovals } from './contract.ts'
import { begunPlans } from './queries.ts'
import { noteRead, planParams } from './routes.ts'
import { answerOwn } from './service-answer.ts'
import { situationOf } from './service-situation.ts'
import { ownApprovals, type Reader, type Wording } from './service-view.ts'

/** What is asked of a student, and of a guardian about a student; they answer for themselves. */
export function ownApprovalRoutes(wording: Wording): Endpoint[] {
  return [list(wording), answer(wording)]
}

const OwnQuery = Type.Object({
  /** Of whom a guardian asks; left out by students, who ask of themselves. */
  student: Type.Optional(Type.String({ format: 'uuid' })),
})

function list(wording: Wording): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/own-approvals',
    tag: 'approvals',
    summary: 'What of the own plan, or of the plan of a student whose guardian asks, is to be approved',
    query: OwnQuery,
    answers: { 200: OwnApprovals },
    access: whoMay(approvalAccess.own),
    audit: audited(approvalsRead),
    transaction: 'read',
    handle: async ({ actor, audit, language, query, today }, transaction) => {
      const { party, studentId } = await whoseOf(transaction, actor, today, query.student)
      const plans: OwnApprovals['plans'] = []
      for (const planId of await begunPlans(transaction, { studentId })) {
        const situation = await situationOf(transaction, planId, today)
        if (situation === undefined) continue
        // No reveal opens a turvakielto to a guardian; a student sees everything of their own.
        const hidden = party === 'guardian' && situation.plan.protected
        const reader: Reader = { actor, language, wording, hidden }
        const shown = await ownApprovals(transaction, reader, situation, party)
        if (shown === undefined) continue
        plans.push(shown)
        await noteRead(transaction, audit, situation.plan, shown.items.length)
      }
      return { body: { plans } }
    },
  })
}

/** As whom the reader asks, and of which student. @throws AppError access.forbidden */
async function whoseOf(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  asked: string | undefined,
): Promise<{ party: 'student' | 'guardian'; studentId: string }> {
  const own = actor.kind === 'person' ? actor.studentId : undefined
  const studentId = asked ?? own ?? ''
  const party = studentId === own ? 'student' : 'guardian'
  const guardian =
    party === 'student' || studentId === ''
      ? { guardianPersonId: null }
      : await guardianRow(transaction, actor, studentId, today)
  approvalAccess.own.demand(actor, { studentId: party === 'student' ? studentId : null, ...guardian })
  return { party, studentId }
}

function answer(wording: Wording): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/approvals/answer',
    tag: 'approvals',
    summary: 'Approve or decline a part of a plan, as the student or as a guardian',
    params: planParams,
    body: ApprovalAnswer,
    answers: { 204: null },
    access: whoMay(approvalAccess.answer),
    audit: audited(approvalAnswered),
    transaction: 'write',
    handle: async ({ actor, audit, body, language, params, today }, transaction) => {
      const reader = { language, wording }
      const guardianOf = async (studentId: string) =>
        (await guardianRow(transaction, actor, studentId, today)).guardianPersonId
      await answerOwn({ transaction, audit, today, reader, guardianOf }, params.planId, body)
      return { status: 204 }
    },
  })
}
