import type { AuditContext } from '../../platform/audit/audit.ts'
import { record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { demandUnmaskedPlan, findPlan, planAccess, planRead } from '../plans/public.ts'
import { sameTree, type Tree } from '../plans/rules-tree.ts'
import { templateCreated, templateRestored, templateSaved } from './audit.ts'
import type { TemplateBody } from './contract.ts'
import type { NewTemplate, TemplateEdit, TemplateSaved } from './contract-api.ts'
import {
  findTemplate,
  findTemplateVersion,
  insertTemplate,
  type TemplateRecord,
  updateTemplate,
} from './queries.ts'
import { doubledIds } from './rules-courses.ts'
import { templateFromPlan } from './rules-from-plan.ts'
import { type StructureReference, templateFromStructure } from './rules-from-structure.ts'

export interface TemplateContext {
  readonly transaction: WriteTransaction
  readonly audit: AuditContext
  readonly today: PlainDate
}

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined

/**
 * A template from scratch, from the structure or from a plan.
 * @throws AppError templates.qualification-needed, templates.qualification-unknown, plans.not-found, plans.protected,
 *   access.forbidden
 */
export async function createTemplate(
  context: TemplateContext,
  wish: NewTemplate,
  reference: StructureReference,
): Promise<TemplateSaved> {
  const { audit, transaction } = context
  const begun = await beginning(context, wish, reference)
  const id = newId(audit.now.getTime())
  await insertTemplate(transaction, {
    ...{ id, version: 1, now: audit.now, providerId: audit.actor.providerId, authorId: audit.actor.id },
    name: wish.name.trim(),
    groupCode: trimmed(wish.groupCode),
    reason: undefined,
    ...begun,
  })
  await record(transaction, audit, templateCreated, { targetId: id, details: { origin: wish.from.kind } })
  return { id, version: 1 }
}

interface Beginning {
  readonly diaryNumber: string
  readonly competenceArea: string | undefined
  readonly body: TemplateBody
}

async function beginning(
  context: TemplateContext,
  { competenceArea, diaryNumber, from }: NewTemplate,
  reference: StructureReference,
): Promise<Beginning> {
  if (from.kind === 'plan') return beginningOfPlan(context, from.planId, { competenceArea, diaryNumber })
  if (diaryNumber === undefined)
    throw new AppError('templates.qualification-needed', 400, { pointer: '/diaryNumber' })
  if (reference.qualification(diaryNumber) === undefined)
    throw new AppError('templates.qualification-unknown', 400, { pointer: '/diaryNumber' })
  const body =
    from.kind === 'scratch'
      ? { units: [], breaks: [] }
      : templateFromStructure({ diaryNumber, competenceArea }, reference, context.today)
  return { diaryNumber, competenceArea, body }
}

/** Reading the plan is a reading of somebody's data, though nothing of the person comes along. */
async function beginningOfPlan(
  { audit, today, transaction }: TemplateContext,
  planId: string,
  told: { readonly diaryNumber: string | undefined; readonly competenceArea: string | undefined },
): Promise<Beginning> {
  const plan = await findPlan(transaction, { id: planId })
  if (plan === undefined) throw new AppError('plans.not-found', 404)
  planAccess.read.demand(audit.actor, { studentId: plan.student_id })
  await demandUnmaskedPlan(transaction, audit.actor, today, planId)
  const attainment = plan.study_right?.attainments.find(one => one.diaryNumber !== undefined)
  const diaryNumber = told.diaryNumber ?? attainment?.diaryNumber
  if (diaryNumber === undefined)
    throw new AppError('templates.qualification-needed', 400, { pointer: '/diaryNumber' })
  await record(transaction, audit, planRead, {
    targetId: plan.id,
    studentId: plan.student_id,
    details: { version: plan.version },
  })
  const competenceArea = told.competenceArea ?? attainment?.competenceAreas?.at(-1)?.code
  return { diaryNumber, competenceArea, body: templateFromPlan(plan.body, diaryNumber) }
}

/**
 * The next version. What did not change makes none.
 * @throws AppError templates.not-found, templates.version-conflict, templates.id-twice
 */
export async function saveTemplate(
  context: TemplateContext,
  id: string,
  edit: TemplateEdit,
  knownVersion: number,
): Promise<TemplateSaved> {
  const { audit, transaction } = context
  const current = await editable(transaction, id, knownVersion)
  demandIds(edit.body)
  const next = {
    name: edit.name.trim(),
    competenceArea: trimmed(edit.competenceArea),
    groupCode: trimmed(edit.groupCode),
  }
  const same =
    next.name === current.name &&
    next.competenceArea === (current.competence_area ?? undefined) &&
    next.groupCode === (current.group_code ?? undefined) &&
    sameTree(edit.body as Tree, current.body as Tree)
  if (same) return { id, version: current.version }
  const version = await writeNext(context, current, {
    ...next,
    body: edit.body,
    reason: trimmed(edit.reason),
  })
  await record(transaction, audit, templateSaved, { targetId: id, details: { version } })
  return { id, version }
}

/**
 * An earlier version becomes the next one.
 * @throws AppError templates.not-found, templates.version-not-found, templates.version-conflict
 */
export async function restoreTemplate(
  context: TemplateContext,
  id: string,
  wish: { readonly version: number; readonly reason: string; readonly knownVersion: number },
): Promise<TemplateSaved> {
  const { audit, transaction } = context
  const current = await editable(transaction, id, wish.knownVersion)
  const old = await findTemplateVersion(transaction, id, wish.version)
  if (old === undefined) throw new AppError('templates.version-not-found', 404)
  const version = await writeNext(context, current, {
    name: current.name,
    competenceArea: current.competence_area ?? undefined,
    groupCode: current.group_code ?? undefined,
    body: old.body,
    reason: wish.reason.trim(),
  })
  const details = { version, restored: wish.version }
  await record(transaction, audit, templateRestored, { targetId: id, details })
  return { id, version }
}

async function editable(
  transaction: WriteTransaction,
  id: string,
  knownVersion: number,
): Promise<TemplateRecord> {
  const current = await findTemplate(transaction, id, { lock: true })
  if (current === undefined) throw new AppError('templates.not-found', 404)
  if (current.version === knownVersion) return current
  throw new AppError('templates.version-conflict', 409, { more: { version: current.version } })
}

function demandIds(body: TemplateBody): void {
  const [id] = doubledIds(body)
  if (id !== undefined) throw new AppError('templates.id-twice', 400, { params: { id }, pointer: '/body' })
}

interface NextVersion {
  readonly name: string
  readonly competenceArea: string | undefined
  readonly groupCode: string | undefined
  readonly body: TemplateBody
  readonly reason: string | undefined
}

async function writeNext(
  { audit, transaction }: TemplateContext,
  current: TemplateRecord,
  next: NextVersion,
): Promise<number> {
  const version = current.version + 1
  const { actor, now } = audit
  const written = { ...next, version, now, id: current.id, providerId: actor.providerId, authorId: actor.id }
  await updateTemplate(transaction, written)
  return version
}
