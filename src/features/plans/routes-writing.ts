import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { planAccess } from './access.ts'
import { planApproved, planCreated, planStartRead } from './audit.ts'
import { PlanSaved } from './contract-api.ts'
import { CheckedPlan, NewPlan, PlanStart, PlanToCheck } from './contract-writing.ts'
import { findStart } from './queries-start.ts'
import { etagOf, planParams, versionOf } from './routes.ts'
import { findingsWhileWriting } from './service-check.ts'
import { approvePlan } from './service-edit.ts'
import { createHere, findStartable } from './service-new.ts'
import { withTexts } from './service-page.ts'
import { demandUnmaskedPlan } from './service-protection.ts'
import type { SaveContext } from './service-save.ts'
import { type StartDependencies, startOf } from './service-start.ts'

interface Dependencies extends StartDependencies {
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults' | 'demandApprovals'>
}

/** As large as the largest plans several times over. */
const bodyLimit = 2_000_000

/** Making a plan, looking at it while it is written, approving it. */
export function planWritingRoutes(dependencies: Dependencies): Endpoint[] {
  return [create(dependencies), check(dependencies), start(dependencies), approve(dependencies)]
}

function create({ saving, text }: Dependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans',
    tag: 'plans',
    summary: 'Make the first plan of a study right',
    body: NewPlan,
    bodyLimit,
    answers: { 201: PlanSaved },
    access: whoMay(planAccess.update),
    audit: audited(planCreated),
    transaction: 'write',
    handle: async ({ body, actor, audit, today, language }, transaction) => {
      planAccess.update.demand(actor, { studentId: null })
      const saved = await createHere({ transaction, audit, today, ...saving }, body)
      const { id, version } = saved
      const findings = withTexts(saved.findings, language, text)
      return { status: 201, body: { id, version, findings }, headers: { etag: etagOf(version) } }
    },
  })
}

function check({ saving, text }: Dependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/check',
    tag: 'plans',
    summary: 'What the rules say of a plan that is being written; nothing is stored',
    body: PlanToCheck,
    bodyLimit,
    answers: { 200: CheckedPlan },
    access: whoMay(planAccess.update),
    audit: notAudited('It tells of what the sender wrote; of the student it shows nothing new'),
    transaction: 'read',
    handle: async ({ body, actor, today, language }, transaction) => {
      const found = await findStart(transaction, actor, today, body.studyRightOid)
      if (found?.masked) throw new AppError('plans.protected', 403)
      // A plan from a file may have a study right that no register has told of; that is a finding.
      const findings = findingsWhileWriting(body, found?.study_right ?? null, saving, today)
      return { body: { findings: withTexts(findings, language, text) } }
    },
  })
}

function start(dependencies: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/plans/start',
    tag: 'plans',
    summary: 'A plan to begin from: what is known of the study right, its student and its qualification',
    query: Type.Object({ studyRight: Type.String({ minLength: 1, maxLength: 100 }) }),
    answers: { 200: PlanStart },
    access: whoMay(planAccess.update),
    audit: audited(planStartRead),
    transaction: 'read',
    handle: async ({ query, actor, audit, today }, transaction) => {
      const row = await findStartable(transaction, actor, today, query.studyRight)
      const { student_id: studentId, study_right: studyRight } = row
      await record(transaction, audit, planStartRead, { targetId: studyRight.oid, studentId, details: {} })
      return { body: startOf(row, today, dependencies) }
    },
  })
}

function approve({ saving, text }: Dependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/plans/{planId}/approve',
    tag: 'plans',
    summary: 'Approve the plan as it stands, so that it may go on to the national service',
    params: planParams,
    answers: { 200: PlanSaved },
    access: whoMay(planAccess.update),
    audit: audited(planApproved),
    transaction: 'write',
    handle: async ({ params, headers, actor, audit, today, language }, transaction) => {
      const known = versionOf(headers['if-match'])
      if (known === undefined) throw new AppError('plans.version-needed', 428)
      await demandUnmaskedPlan(transaction, actor, today, params.planId)
      const saved = await approvePlan({ transaction, audit, today, ...saving }, params.planId, known)
      const { id, version } = saved
      const findings = withTexts(saved.findings, language, text)
      return { body: { id, version, findings }, headers: { etag: etagOf(version) } }
    },
  })
}
