import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { PlanPageDependencies } from '../plans/public.ts'
import { groupDraftAccess } from './access.ts'
import { groupDraftPlanRead } from './audit.ts'
import { DraftPlan } from './contract-plan.ts'
import type { DraftDependencies } from './service.ts'
import { draftedPlan } from './service-plan.ts'

export function rowPlan(dependencies: DraftDependencies & PlanPageDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/group-drafts/{id}/rows/{key}/plan',
    tag: 'group-drafts',
    summary: 'The plan that one student would get: units, periods and findings; nothing is stored',
    params: Type.Object({
      id: Type.String({ format: 'uuid' }),
      key: Type.String({ minLength: 1, maxLength: 100 }),
    }),
    answers: { 200: DraftPlan },
    access: whoMay(groupDraftAccess.read),
    audit: audited(groupDraftPlanRead),
    transaction: 'read',
    handle: async ({ params, actor, audit, language, today }, transaction) => {
      const reader = { actor, language, today }
      const { body, studentId } = await draftedPlan(transaction, reader, params, dependencies)
      await record(transaction, audit, groupDraftPlanRead, { targetId: params.id, studentId, details: {} })
      return { body }
    },
  })
}
