import { Type } from 'typebox'
import { everyone, whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Endpoint, endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId, uuidOf } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { addDays, dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import { feedbackAccess } from './access.ts'
import { feedbackAnswered, feedbackGiven, feedbackListed } from './audit.ts'
import { FeedbackForm, FeedbackList, type FeedbackRow } from './contract.ts'
import { feedbackCame } from './jobs.ts'
import {
  countOpen,
  countSince,
  type FeedbackStored,
  insertFeedback,
  listFeedback,
  markAnswered,
} from './queries-feedback.ts'
import { providerOf, publicParams } from './routes.ts'
import { answerDays, feedbackAnHour, feedbackOfAnAddress } from './rules.ts'

export interface FeedbackDependencies {
  readonly database: Database
  readonly jobs: JobSender
  /** Whether this installation sends mail. */
  readonly mail: boolean
}

export function feedbackRoutes(dependencies: FeedbackDependencies): Endpoint[] {
  return [giveRoute(dependencies), listRoute(dependencies), answerRoute()]
}

const hour = 3_600_000

function giveRoute({ database, jobs }: FeedbackDependencies): Endpoint {
  return publicEndpoint({
    method: 'POST',
    path: '/api/public-statements/{providerOid}/feedback',
    tag: 'statements',
    summary:
      'Tell a provider about the accessibility of the service; without signing in, an e-mail is optional',
    params: publicParams,
    body: FeedbackForm,
    bodyLimit: 32_768,
    anHourOfAnAddress: feedbackOfAnAddress,
    answers: { 204: null },
    access: everyone('Whoever cannot use the service cannot be asked to sign in'),
    audit: audited(feedbackGiven),
    transaction: 'none',
    handle: async ({ body, now, params, requestId }) => {
      const { id } = await providerOf(database, params.providerOid)
      // Whoever fills what people do not see is no person; it need not know that nothing was stored.
      if (body.website !== undefined && body.website !== '') return { status: 204 }
      const providerId = uuidOf(id)
      const audit = { actor: { kind: 'system', source: 'feedback', providerId } as const, now, requestId }
      const feedbackId = newId(now.getTime())
      await write(database, providerId, async transaction => {
        const lately = await countSince(transaction, new Date(now.getTime() - hour))
        if (lately >= feedbackAnHour) throw new AppError('request.too-many', 429)
        const { email, message, page } = body
        const row = { id: feedbackId, providerId, at: now, answerBy: addDays(dayOf(now), answerDays) }
        await insertFeedback(transaction, {
          ...row,
          message: message.trim(),
          email: email ?? null,
          page: page ?? null,
        })
        await record(transaction, audit, feedbackGiven, { targetId: feedbackId, details: {} })
        await jobs.send(transaction, feedbackCame, { providerId, feedbackId })
      })
      return { status: 204 }
    },
  })
}

function listRoute({ mail }: FeedbackDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/feedback',
    tag: 'statements',
    summary: 'Feedback about accessibility: open ones, the oldest first, or answered ones, the newest first',
    query: Type.Object({
      answered: Type.Optional(Type.Boolean()),
      after: Type.Optional(Type.String({ format: 'uuid' })),
    }),
    answers: { 200: FeedbackList },
    access: whoMay(feedbackAccess.list),
    audit: audited(feedbackListed),
    transaction: 'read',
    handle: async ({ query: { after, answered = false }, audit, today }, transaction) => {
      const limit = 50
      const rows = await listFeedback(transaction, { after, answered, limit: limit + 1 })
      const items = rows.slice(0, limit).map(row => feedbackRow(row, today))
      await record(transaction, audit, feedbackListed, { details: { rows: items.length } })
      const next = rows.length > limit ? items.at(-1)?.id : undefined
      const counts = await countOpen(transaction, today)
      return { body: { items, ...(next === undefined ? {} : { next }), ...counts, mail } }
    },
  })
}

function feedbackRow(row: FeedbackStored, today: PlainDate): FeedbackRow {
  return {
    id: row.id,
    at: row.at.toISOString(),
    message: row.message,
    ...(row.page === null ? {} : { page: row.page }),
    ...(row.email === null ? {} : { email: row.email }),
    answerBy: row.answer_by,
    overdue: row.answered_at === null && row.answer_by < today,
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at.toISOString() }),
    mailed: row.mailed_at !== null,
  }
}

function answerRoute(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/feedback/{id}/answer',
    tag: 'statements',
    summary: 'Mark feedback as answered; once',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    answers: { 204: null },
    access: whoMay(feedbackAccess.answer),
    audit: audited(feedbackAnswered),
    transaction: 'write',
    handle: async ({ params: { id }, actor, audit, now }, transaction) => {
      if (await markAnswered(transaction, id, { by: actor.id ?? null, now }))
        await record(transaction, audit, feedbackAnswered, { targetId: id, details: {} })
      return { status: 204 }
    },
  })
}
