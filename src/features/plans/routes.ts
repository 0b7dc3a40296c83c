import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, auditRow, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { planConflictSettled, planRead, planSaved } from './audit.ts'
import { PlanEdit, PlanPage, PlanSaved } from './contract-api.ts'
import { findPlan, readPlanPage } from './queries.ts'
import { settleConflict } from './queries-save.ts'
import { editPlan } from './service-edit.ts'
import { type PageDependencies, pageOf, withTexts } from './service-page.ts'
import { demandUnmaskedPlan } from './service-protection.ts'
import type { SaveContext } from './service-save.ts'

export interface PlanDependencies extends PageDependencies {
  readonly database: Database
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults' | 'demandApprovals'>
}

export const planParams = Type.Object({ planId: Type.String({ format: 'uuid' }) })

export function planRoutes(dependencies: PlanDependencies): Endpoint[] {
  return [readPlan(dependencies), savePlan(dependencies), settle()]
}

function readPlan(dependencies: PlanDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/{planId}',
    tag: 'plans',
    summary: 'A plan with its findings, names, contacts and durations',
    params: planParams,
    answers: { 200: PlanPage },
    access: whoMay(planAccess.read),
    audit: audited(planRead),
    // The reading opens its own, in one packet with its statement.
    transaction: 'none',
    handle: async ({ params, actor, audit, today, language }) => {
      const event = auditRow(audit, planRead, { details: { version: 0 } })
      const row = await readPlanPage(dependencies.database, actor, params.planId, today, event)
      if (row === undefined) throw new AppError('plans.not-found', 404)
      return {
        json: pageOf(row, { actor, today, language }, dependencies),
        headers: { etag: etagOf(row.version) },
      }
    },
  })
}

function savePlan(dependencies: PlanDependencies): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/plans/{planId}',
    tag: 'plans',
    summary: 'Save an edited plan as its next version; If-Match tells the version that was edited',
    params: planParams,
    body: PlanEdit,
    answers: { 200: PlanSaved },
    access: whoMay(planAccess.update),
    audit: audited(planSaved),
    transaction: 'write',
    handle: async ({ params, body, headers, actor, audit, today, language }, transaction) => {
      const known = versionOf(headers['if-match'])
      if (known === undefined) throw new AppError('plans.version-needed', 428)
      const context = { transaction, audit, today, ...dependencies.saving }
      await demandUnmaskedPlan(transaction, actor, today, params.planId)
      const saved = await editPlan(context, params.planId, body, known)
      const findings = withTexts(saved.findings, language, dependencies.text)
      return {
        body: { id: saved.id, version: saved.version, findings },
        headers: { etag: etagOf(saved.version) },
      }
    },
  })
}

function settle(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/conflicts/{conflictId}/settle',
    tag: 'plans',
    summary: 'Mark a conflict between a register and an edit made here as looked at',
    params: Type.Object({
      planId: Type.String({ format: 'uuid' }),
      conflictId: Type.String({ format: 'uuid' }),
    }),
    answers: { 204: null },
    access: whoMay(planAccess.update),
    audit: audited(planConflictSettled),
    transaction: 'write',
    handle: async ({ params, actor, audit, now }, transaction) => {
      const plan = await findPlan(transaction, { id: params.planId })
      if (plan === undefined) throw new AppError('plans.not-found', 404)
      planAccess.update.demand(actor, { studentId: plan.student_id })
      if (!(await settleConflict(transaction, plan.id, params.conflictId, now))) {
        throw new AppError('plans.conflict-not-found', 404)
      }
      const details = { conflictId: params.conflictId }
      await record(transaction, audit, planConflictSettled, {
        targetId: plan.id,
        studentId: plan.student_id,
        details,
      })
      return { status: 204 }
    },
  })
}

export const etagOf = (version: number): string => `"v${version}"`

/** The version that an If-Match names; undefined without the header. @throws AppError plans.version-unreadable */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())
  if (!match) throw new AppError('plans.version-unreadable', 400)
  return Number(match[1])
}
