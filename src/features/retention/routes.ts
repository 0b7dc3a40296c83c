import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { retentionAccess } from './access.ts'
import { retentionStarted } from './audit.ts'
import { erasedKinds, RetentionPreview, RetentionRunList, type RetentionRunView } from './contract.ts'
import { listRuns, type StoredRun } from './queries-runs.ts'
import { previewOf, startRun } from './service.ts'

export function retentionRoutes({ jobs }: { readonly jobs: JobSender }): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/retention/preview',
      tag: 'retention',
      summary: 'How much of each kind the rules would erase now; nothing is erased',
      answers: { 200: RetentionPreview },
      access: whoMay(retentionAccess.see),
      audit: notAudited("Counts are no one's data"),
      transaction: 'read',
      handle: async ({ now }, transaction) => ({ body: { items: await previewOf(transaction, now) } }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/retention/runs',
      tag: 'retention',
      summary: 'Runs of retention, the newest first: by which rules, and how much went of each kind',
      query: Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })) }),
      answers: { 200: RetentionRunList },
      access: whoMay(retentionAccess.see),
      audit: notAudited("Counts are no one's data"),
      transaction: 'read',
      handle: async ({ query: { after } }, transaction) => {
        const limit = 30
        const runs = await listRuns(transaction, { after, limit: limit + 1 })
        const items = runs.slice(0, limit).map(runView)
        const next = runs.length > limit ? items.at(-1)?.id : undefined
        return { body: { items, ...(next === undefined ? {} : { next }) } }
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/retention/runs',
      tag: 'retention',
      summary: 'Run the rules of retention now; a run that has not ended is gone on with',
      answers: { 202: Type.Object({ id: Type.String() }) },
      access: whoMay(retentionAccess.run),
      audit: audited(retentionStarted),
      transaction: 'write',
      handle: async ({ audit }, transaction) => {
        const id = await startRun(transaction, { audit, jobs, origin: 'page' })
        return { status: 202, body: { id } }
      },
    }),
  ]
}

function runView({ counts, failure, finishedAt, id, origin, rules, startedAt }: StoredRun): RetentionRunView {
  const kinds = erasedKinds.flatMap(kind => {
    const rule = rules[kind]
    return rule === undefined
      ? []
      : [{ kind, months: rule.months, before: rule.before, erased: counts[kind] ?? 0 }]
  })
  return {
    id,
    origin,
    startedAt: startedAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    failed: failure !== null,
    kinds,
  }
}
