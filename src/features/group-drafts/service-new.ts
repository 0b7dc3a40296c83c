import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { displayName } from '../students/rules.ts'
import { findTemplate, type TemplateRecord } from '../templates/public.ts'
import { groupDraftMade } from './audit.ts'
import type { Candidates, NewDraft } from './contract.ts'
import { type CandidateRecord, findCandidates, insertDraft } from './queries.ts'
import { chosenRight, problemOf } from './rules-problem.ts'
import type { Reader } from './service.ts'

/** @throws AppError templates.not-found, group-drafts.template-empty, group-drafts.nobody */
export async function makeDraft(
  transaction: WriteTransaction,
  audit: AuditContext,
  reader: Pick<Reader, 'actor' | 'today'>,
  { groupCode, startsOn, studentIds, templateId }: NewDraft,
): Promise<string> {
  if (groupCode === undefined && studentIds === undefined)
    throw new AppError('group-drafts.nobody', 400, { pointer: '/groupCode' })
  const template = await demandTemplate(transaction, templateId)
  const found = await findCandidates(transaction, reader, { groupCode, studentIds })
  // Nobody drafts for whom they have not looked behind the turvakielto.
  const students = found.filter(one => !one.masked)
  if (students.length === 0) throw new AppError('group-drafts.nobody', 400, { pointer: '/groupCode' })
  const id = newId(audit.now.getTime())
  const { actor, now } = audit
  const rows = students.map(one => ({
    studentId: one.student_id,
    key: chosenRight(one.study_rights, template.diary_number, reader.today)?.oid ?? one.student_oid,
  }))
  const by = actor.kind === 'person' ? actor.id : null
  const made = { id, groupCode, startsOn, by, now, rows, templateId, templateVersion: template.version }
  await insertDraft(transaction, { ...made, providerId: actor.providerId })
  await record(transaction, audit, groupDraftMade, { targetId: id, details: { students: rows.length } })
  return id
}

async function demandTemplate(transaction: ReadTransaction, id: string): Promise<TemplateRecord> {
  const template = await findTemplate(transaction, id)
  if (template === undefined) throw new AppError('templates.not-found', 404, { pointer: '/templateId' })
  // A template without units would make plans of nothing.
  if (template.body.units.length === 0)
    throw new AppError('group-drafts.template-empty', 400, { pointer: '/templateId' })
  return template
}

/** Who would get a draft of the template, before it is made; those masked to the reader are not told. */
export async function candidatesFor(
  transaction: ReadTransaction,
  reader: Pick<Reader, 'actor' | 'today'>,
  asked: { readonly templateId: string; readonly groupCode: string },
): Promise<{ readonly body: Candidates; readonly studentIds: readonly string[] }> {
  const template = await demandTemplate(transaction, asked.templateId)
  const found = await findCandidates(transaction, reader, { groupCode: asked.groupCode })
  const open = found.filter(one => !one.masked)
  const items = open.map(one => candidateOf(one, template.diary_number, reader.today))
  return { body: { items }, studentIds: open.map(one => one.student_id) }
}

function candidateOf(one: CandidateRecord, diaryNumber: string, today: string): Candidates['items'][number] {
  const right = chosenRight(one.study_rights, diaryNumber, today)
  const problem = problemOf(right, diaryNumber, today)
  const name = displayName(one)
  return {
    studentId: one.student_id,
    ...(name === undefined ? {} : { name }),
    ...(problem === undefined ? {} : { problem }),
    hasPlan: right !== undefined && one.planned.includes(right.oid),
  }
}
