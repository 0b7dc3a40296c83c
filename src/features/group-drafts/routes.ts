import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { type AuditContext, audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlanPageDependencies, SaveContext } from '../plans/public.ts'
import { groupDraftAccess } from './access.ts'
import {
  candidatesRead,
  groupDraftAnswered,
  groupDraftDiscarded,
  groupDraftMade,
  groupDraftRead,
  groupDraftSaved,
  groupDraftSupportRead,
} from './audit.ts'
import {
  AnswersChange,
  AnswersChanged,
  Candidates,
  DraftList,
  DraftMade,
  DraftPage,
  DraftSave,
  DraftSaved,
  NewDraft,
} from './contract.ts'
import { deleteDraft, findVersions, listDrafts } from './queries.ts'
import { rowPlan } from './routes-plan.ts'
import { draftTag, isTag } from './rules-tag.ts'
import { type DraftDependencies, type LoadedDraft, loadDraft, seesSupport } from './service.ts'
import { candidatesFor, makeDraft } from './service-new.ts'
import { pageOf, rowOf } from './service-page.ts'
import { answerDraft, saveDraft } from './service-save.ts'

export interface Dependencies extends DraftDependencies, PlanPageDependencies {
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>
}

export const draftParams = Type.Object({ id: Type.String({ format: 'uuid' }) })
const tag = 'group-drafts'
/** As many answers as a group has cells, several times over. */
const bodyLimit = 2_000_000

export function groupDraftRoutes(dependencies: Dependencies): Endpoint[] {
  return [
    list(),
    candidates(),
    create(),
    page(dependencies),
    rowPlan(dependencies),
    answer(dependencies),
    save(dependencies),
    discard(),
  ]
}

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/group-drafts',
    tag,
    summary: 'Drafts of groups with something left to save, the newest first',
    answers: { 200: DraftList },
    access: whoMay(groupDraftAccess.read),
    audit: notAudited('Templates, groups and counts; nobody is named'),
    transaction: 'read',
    handle: async (_, transaction) => {
      const rows = await listDrafts(transaction)
      const items = rows.map(row => ({
        id: row.id,
        templateName: row.template_name,
        ...(row.group_code === null ? {} : { groupCode: row.group_code }),
        startsOn: row.starts_on,
        students: row.students,
        saved: row.saved,
        changedAt: row.changed_at.toISOString(),
      }))
      return { body: { items } }
    },
  })
}

function candidates(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/group-drafts/candidates',
    tag,
    summary: 'Who of a group would get a draft of a template, and why somebody would not',
    query: Type.Object({
      templateId: Type.String({ format: 'uuid' }),
      groupCode: Type.String({ minLength: 1, maxLength: 60 }),
    }),
    answers: { 200: Candidates },
    access: whoMay(groupDraftAccess.write),
    audit: audited(candidatesRead),
    transaction: 'read',
    handle: async ({ query, actor, audit, today }, transaction) => {
      const { body, studentIds } = await candidatesFor(transaction, { actor, today }, query)
      const details = { students: studentIds.length }
      const events = studentIds.map(studentId => ({ studentId, details }))
      await record(transaction, audit, candidatesRead, events)
      return { body }
    },
  })
}

function create(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/group-drafts',
    tag,
    summary: 'Begin to apply a template to a group or to chosen students; no plan is made yet',
    body: NewDraft,
    answers: { 201: DraftMade },
    access: whoMay(groupDraftAccess.write),
    audit: audited(groupDraftMade),
    transaction: 'write',
    handle: async ({ body, actor, audit, today }, transaction) => {
      const id = await makeDraft(transaction, audit, { actor, today }, body)
      return { status: 201, body: { id } }
    },
  })
}

function page(dependencies: Dependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/group-drafts/{id}',
    tag,
    summary: 'The table of questions: a row a student with what is known, what lacks and what was answered',
    params: draftParams,
    answers: { 200: DraftPage },
    access: whoMay(groupDraftAccess.read),
    audit: audited(groupDraftRead, groupDraftSupportRead),
    transaction: 'read',
    handle: async ({ params, actor, audit, language, today }, transaction) => {
      const loaded = await loadDraft(transaction, { actor, language, today }, params.id, dependencies)
      const details = { students: loaded.rows.length }
      const events = loaded.rows.map(({ record: row }) => ({
        targetId: params.id,
        studentId: row.student_id,
        details,
      }))
      await record(transaction, audit, groupDraftRead, events)
      if (seesSupport({ actor })) await recordSupport(transaction, audit, loaded)
      const body = pageOf(loaded, { actor }, dependencies)
      return { body, headers: { etag: draftTag(body) } }
    },
  })
}

/** Of everybody who was looked up, so that the log does not tell who has a decision. */
async function recordSupport(
  transaction: ReadTransaction,
  audit: AuditContext,
  { draft, rows }: LoadedDraft,
): Promise<void> {
  const looked = rows.filter(({ record: row }) => !row.masked && row.outcome === null)
  const events = looked.map(({ record: row }) => ({
    targetId: draft.id,
    studentId: row.student_id,
    details: {},
  }))
  await record(transaction, audit, groupDraftSupportRead, events)
}

function answer(dependencies: Dependencies): Endpoint {
  return endpoint({
    method: 'PATCH',
    path: '/api/group-drafts/{id}/answers',
    tag,
    summary:
      'Answer cells, many at once; rows that somebody else changed since are told and left as they are',
    params: draftParams,
    body: AnswersChange,
    bodyLimit,
    answers: { 200: AnswersChanged },
    access: whoMay(groupDraftAccess.write),
    audit: audited(groupDraftAnswered),
    transaction: 'write',
    handle: async ({ params, body, audit, language, today }, transaction) => {
      const context = { transaction, audit, today, language, ...dependencies.saving }
      const { conflicts, rows } = await answerDraft(context, params.id, body.rows, dependencies)
      return { body: { rows: rows.map(rowOf), conflicts: [...conflicts] } }
    },
  })
}

function save(dependencies: Dependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/group-drafts/{id}/save',
    tag,
    summary: 'Save the plans of all rows that are ready, all or none; repeated it answers the same',
    params: draftParams,
    body: DraftSave,
    answers: { 200: DraftSaved },
    access: whoMay(groupDraftAccess.write),
    audit: audited(groupDraftSaved),
    transaction: 'write',
    handle: async ({ params, body, audit, language, today }, transaction) => {
      const context = { transaction, audit, today, language, ...dependencies.saving }
      return { body: await saveDraft(context, params.id, body, dependencies) }
    },
  })
}

function discard(): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: '/api/group-drafts/{id}',
    tag,
    summary:
      'Throw a draft away with its answers; plans that were saved of it stay. If-Match tells the draft that was seen',
    params: draftParams,
    answers: { 204: null },
    access: whoMay(groupDraftAccess.write),
    audit: audited(groupDraftDiscarded),
    transaction: 'write',
    handle: async ({ params, headers, audit }, transaction) => {
      const known = headers['if-match']
      if (known === undefined) throw new AppError('group-drafts.version-needed', 428)
      const draft = await findVersions(transaction, params.id)
      if (draft === undefined) throw new AppError('group-drafts.not-found', 404)
      if (!isTag(known, draft)) throw new AppError('group-drafts.version-conflict', 409)
      await deleteDraft(transaction, params.id)
      await record(transaction, audit, groupDraftDiscarded, { targetId: params.id, details: {} })
      return { status: 204 }
    },
  })
}
