import { record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { evidenceByIds } from '../evidence/public.ts'
import { lockStudent } from '../students/public.ts'
import { recognitionAsked, recognitionSent, recognitionWithdrawn } from './audit.ts'
import type { NewRecognitions, PartKey, RecognitionList, SentToAssessors } from './contract.ts'
import {
  insertRecognitions,
  type LockedRecognition,
  lockRecognitions,
  plansOfStudent,
  recognitionsOf,
  sendToAssessors,
  withdrawRecognition,
} from './queries.ts'
import { isOpen, partKey, sendingFault } from './rules.ts'
import { isPrior } from './rules-targets.ts'
import { admit, listRecognitions, planWithParts, type RecognitionContext } from './service.ts'
import { keyOfRow, suggestionsFor } from './service-suggest.ts'

/**
 * Asks for the recognition of parts, all of them or none.
 * @throws AppError recognitions.plan-not-found, .part-unknown, .already-prior, .already-asked, .evidence-unknown, .part-twice
 */
export async function askRecognitions(
  transaction: WriteTransaction,
  context: RecognitionContext,
  given: NewRecognitions,
): Promise<RecognitionList> {
  await admit(transaction, context, 'ask')
  const { actor, audit, studentId } = context
  await lockStudent(transaction, studentId)
  await demandAskable(transaction, context, given)
  await demandEvidence(transaction, studentId, given.evidenceIds)
  const sources = await sourcesOf(transaction, context, given)
  const wish = given.wish?.trim() || null
  const recognitions = given.parts.map(({ suggestion, ...part }) => ({
    ...part,
    id: newId(),
    wish,
    source: sources.get(suggestion ?? '') ?? null,
  }))
  const about = { providerId: actor.providerId, studentId, planId: given.planId, now: audit.now }
  const by = actor.kind === 'person' ? actor.id : null
  await insertRecognitions(transaction, { ...about, by, evidenceIds: given.evidenceIds }, recognitions)
  const entries = recognitions.map(one => ({ targetId: one.id, studentId, details: auditPart(one) }))
  await record(transaction, audit, recognitionAsked, entries)
  return listRecognitions(transaction, context)
}

export const auditPart = ({ subjectAreaCode, unitCode }: PartKey) => ({
  unit: unitCode,
  ...(subjectAreaCode === undefined ? {} : { subjectArea: subjectAreaCode }),
})

async function demandAskable(
  transaction: WriteTransaction,
  { data, studentId }: RecognitionContext,
  { parts, planId }: NewRecognitions,
): Promise<void> {
  const head = (await plansOfStudent(transaction, studentId)).find(one => one.id === planId)
  if (head === undefined) throw new AppError('recognitions.plan-not-found', 404, { pointer: '/planId' })
  const { parts: known, prior } = await planWithParts(transaction, data, planId, head.study_right)
  const askable = new Set(known.map(partKey))
  const waiting = (await recognitionsOf(transaction, studentId)).filter(
    one => one.plan_id === planId && isOpen(one.state),
  )
  const asked = new Set(waiting.map(one => partKey(keyOfRow(one))))
  for (const [at, part] of parts.entries()) {
    const [key, pointer] = [partKey(part), `/parts/${at}`]
    if (isPrior(prior, part)) throw new AppError('recognitions.already-prior', 409, { pointer })
    if (!askable.has(key)) throw new AppError('recognitions.part-unknown', 400, { pointer })
    // Also what stands twice in this request.
    if (asked.has(key)) throw new AppError('recognitions.already-asked', 409, { pointer })
    asked.add(key)
  }
}

async function demandEvidence(
  transaction: WriteTransaction,
  studentId: string,
  ids: readonly string[],
): Promise<void> {
  const found = ids.length === 0 ? [] : await evidenceByIds(transaction, ids)
  const own = found.filter(one => one.student_id === studentId && !one.withdrawn)
  if (own.length < ids.length)
    throw new AppError('recognitions.evidence-unknown', 400, { pointer: '/evidenceIds' })
}

/** Worked out here and not taken from the sender: a record of the register is not what somebody says it is. */
async function sourcesOf(transaction: WriteTransaction, context: RecognitionContext, given: NewRecognitions) {
  if (given.parts.every(part => part.suggestion === undefined)) return new Map<string, never>()
  const { items } = await suggestionsFor(transaction, context, given.planId)
  return new Map(items.map(one => [one.key, one.source]))
}

/** @throws AppError recognitions.not-found, recognitions.version-conflict */
export async function lockedOne(
  transaction: WriteTransaction,
  { studentId }: RecognitionContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<LockedRecognition> {
  const [found] = await lockRecognitions(transaction, studentId, [id])
  if (found === undefined) throw new AppError('recognitions.not-found', 404)
  if (found.version !== version) throw new AppError('recognitions.version-conflict', 409)
  return found
}

/** @throws AppError recognitions.not-found, .version-conflict, .decided-already, .sent-later */
export async function sendRecognition(
  transaction: WriteTransaction,
  context: RecognitionContext,
  id: string,
  { assessors, sentOn, version }: SentToAssessors,
): Promise<RecognitionList> {
  await admit(transaction, context, 'decide')
  const { audit, studentId, today } = context
  const fault = sendingFault(await lockedOne(transaction, context, { id, version }), sentOn, today)
  if (fault !== undefined) throw new AppError(`recognitions.${fault}`, fault === 'sent-later' ? 400 : 409)
  const named = assessors.map(one => ({ ...one, name: one.name.trim() }))
  await sendToAssessors(transaction, id, named, sentOn)
  await record(transaction, audit, recognitionSent, { targetId: id, studentId, details: {} })
  return listRecognitions(transaction, context)
}

/** @throws AppError recognitions.not-found, .version-conflict, .decided-already */
export async function takeBackRecognition(
  transaction: WriteTransaction,
  context: RecognitionContext,
  which: { readonly id: string; readonly version: number },
): Promise<RecognitionList> {
  await admit(transaction, context, 'ask')
  const { audit, studentId } = context
  const found = await lockedOne(transaction, context, which)
  if (!isOpen(found.state)) throw new AppError('recognitions.decided-already', 409)
  await withdrawRecognition(transaction, which.id)
  await record(transaction, audit, recognitionWithdrawn, { targetId: which.id, studentId, details: {} })
  return listRecognitions(transaction, context)
}
