import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { planSaved } from './audit.ts'
import { PlanSaved } from './contract-api.ts'
import { PlanRestore } from './contract-restore.ts'
import { etagOf, type PlanDependencies, versionOf } from './routes.ts'
import { versionParams } from './routes-versions.ts'
import { withTexts } from './service-page.ts'
import { demandUnmaskedPlan } from './service-protection.ts'
import { restoreVersion } from './service-restore.ts'

export function planRestoreRoutes({ saving, text }: Pick<PlanDependencies, 'saving' | 'text'>): Endpoint[] {
  const restore = endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/versions/{version}/restore',
    tag: 'plans',
    summary: 'Make an earlier version the next one; If-Match tells the newest version that was seen',
    params: versionParams,
    body: PlanRestore,
    answers: { 200: PlanSaved },
    access: whoMay(planAccess.update),
    audit: audited(planSaved),
    transaction: 'write',
    handle: async ({ params, body, headers, actor, audit, today, language }, transaction) => {
      const knownVersion = versionOf(headers['if-match'])
      if (knownVersion === undefined) throw new AppError('plans.version-needed', 428)
      await demandUnmaskedPlan(transaction, actor, today, params.planId)
      const wish = { version: params.version, reason: body.reason, knownVersion }
      const saved = await restoreVersion({ transaction, audit, today, ...saving }, params.planId, wish)
      const findings = withTexts(saved.findings, language, text)
      return {
        body: { id: saved.id, version: saved.version, findings },
        headers: { etag: etagOf(saved.version) },
      }
    },
  })
  return [restore]
}
