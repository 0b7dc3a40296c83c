import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { planFormationRead } from './audit.ts'
import { PlanFormation } from './contract-formation.ts'
import { findPlan } from './queries.ts'
import { planParams } from './routes.ts'
import { type FormationReference, planFormation } from './service-formation.ts'
import { isMasked, maskFormation } from './service-protection.ts'

interface Dependencies {
  /** Reference data at hand. */
  readonly data: () => FormationReference
}

export function planFormationRoutes({ data }: Dependencies): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/plans/{planId}/formation',
      tag: 'plans',
      summary: "Whether the plan's units form the qualification, and what is still missing",
      params: planParams,
      answers: { 200: PlanFormation },
      access: whoMay(planAccess.read),
      audit: audited(planFormationRead),
      transaction: 'read',
      handle: async ({ params, actor, audit, today }, transaction) => {
        const plan = await findPlan(transaction, { id: params.planId })
        if (plan === undefined) throw new AppError('plans.not-found', 404)
        planAccess.read.demand(actor, { studentId: plan.student_id })
        await record(transaction, audit, planFormationRead, {
          targetId: plan.id,
          ...(plan.student_id === null ? {} : { studentId: plan.student_id }),
          details: { version: plan.version },
        })
        const body = planFormation(plan.body, plan.study_right, data(), today)
        const masked = await isMasked(transaction, actor, today, plan.student_id)
        return { body: masked ? maskFormation(body) : body }
      },
    }),
  ]
}
