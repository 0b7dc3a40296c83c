import { record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { editMany, findPlan, type SaveContext, wholePlan } from '../plans/public.ts'
import { effectRead, recognitionDecided } from './audit.ts'
import type { EffectList, NewDecision, PeriodChoice, RecognitionList, VerificationRoute } from './contract.ts'
import { findRecognitions, type LockedRecognition, lockRecognitions, saveDecision } from './queries.ts'
import { decisionFault } from './rules.ts'
import { type EffectOptions, type Recognised, recognisedPlan } from './rules-effect.ts'
import { isPrior, priorKeys, targetOf } from './rules-targets.ts'
import { admit, listRecognitions, namesIn, type RecognitionContext } from './service.ts'
import { auditPart } from './service-ask.ts'
import { keyOfRow } from './service-suggest.ts'

type Saving = Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>

/**
 * Decides requests, all of them or none. What is recognised is in the plan when this returns, as one version with the reason.
 * @throws AppError recognitions.not-found, .version-conflict, .decided-already, .assessors-missing, .already-prior, and as
 *   editMany of the plans
 */
export async function decideRecognitions(
  transaction: WriteTransaction,
  context: RecognitionContext,
  saving: Saving,
  decision: NewDecision,
): Promise<RecognitionList> {
  await admit(transaction, context, 'decide')
  const { actor, audit, studentId } = context
  const rows = await lockedAll(transaction, context, decision)
  const reason = decision.reason.trim()
  const route = decision.decision === 'recognised' ? decision.route : undefined
  for (const row of rows) {
    const fault = decisionFault(row, { reason, ...(route === undefined ? {} : { route }) })
    if (fault !== undefined)
      throw new AppError(`recognitions.${fault}`, 409, { more: { recognition: row.id } })
  }
  const planVersion =
    decision.decision === 'recognised' ? await changePlan(transaction, context, saving, rows, decision) : null
  const ids = rows.map(row => row.id)
  const by = actor.kind === 'person' ? actor.id : null
  const decided = { state: decision.decision, route: route ?? null, reason, by, at: audit.now, planVersion }
  await saveDecision(transaction, ids, decided)
  const details = { decision: decision.decision, ...(route === undefined ? {} : { route }) }
  const entries = rows.map(row => ({
    targetId: row.id,
    studentId,
    details: { ...details, ...auditPart(keyOfRow(row)) },
  }))
  await record(transaction, audit, recognitionDecided, entries)
  return listRecognitions(transaction, context)
}

async function lockedAll(
  transaction: WriteTransaction,
  { studentId }: RecognitionContext,
  { items, planId }: NewDecision,
): Promise<LockedRecognition[]> {
  const wanted = new Map(items.map(({ id, version }) => [id, version]))
  const rows = await lockRecognitions(transaction, studentId, [...wanted.keys()])
  const inPlan = await findRecognitions(transaction, studentId, [...wanted.keys()])
  if (rows.length < wanted.size || inPlan.some(row => row.plan_id !== planId))
    throw new AppError('recognitions.not-found', 404)
  if (rows.some(row => row.version !== wanted.get(row.id)))
    throw new AppError('recognitions.version-conflict', 409)
  // In the order in which they were told: so they stand in the plan.
  const order = [...wanted.keys()]
  return rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

type Recognising = Extract<NewDecision, { decision: 'recognised' }>

async function changePlan(
  transaction: WriteTransaction,
  context: RecognitionContext,
  saving: Saving,
  rows: readonly LockedRecognition[],
  { periods, planId, planVersion, reason, route }: Recognising,
): Promise<number | null> {
  const { audit, today } = context
  const options = optionsOf(context, route, periods)
  const recognised = rows.map(row => recognisedOf(context, row))
  const [edited] = await editMany(
    { transaction, audit, today, ...saving },
    [
      {
        planId,
        knownVersion: planVersion,
        change: plan => {
          const prior = priorKeys(plan)
          if (recognised.some(one => isPrior(prior, one.part)))
            throw new AppError('recognitions.already-prior', 409)
          return recognisedPlan(plan, recognised, options).plan
        },
      },
    ],
    { reason: reason.trim() },
  )
  return edited?.version ?? null
}

function optionsOf(
  { data, today }: RecognitionContext,
  route: VerificationRoute,
  periods: PeriodChoice,
): EffectOptions {
  return { route, periods, today, versionOf: code => data.versionOf(code) }
}

function recognisedOf({ data }: RecognitionContext, row: LockedRecognition): Recognised {
  return {
    part: targetOf(keyOfRow(row), true, namesIn(data)),
    assessors: row.assessors ?? [],
    sentOn: row.sent_on ?? undefined,
  }
}

/**
 * What a decision would do to the plan as it stands.
 * @throws AppError recognitions.not-found, plans.not-found
 */
export async function effectOf(
  transaction: ReadTransaction,
  context: RecognitionContext,
  question: {
    readonly planId: string
    readonly ids: readonly string[]
    readonly route: VerificationRoute
    readonly periods: PeriodChoice
  },
): Promise<EffectList> {
  await admit(transaction, context, 'decide')
  const { audit, studentId } = context
  const { ids, periods, planId, route } = question
  const rows = await findRecognitions(transaction, studentId, ids)
  if (rows.length < ids.length || rows.some(row => row.plan_id !== planId))
    throw new AppError('recognitions.not-found', 404)
  const plan = await findPlan(transaction, { id: planId })
  if (plan === undefined) throw new AppError('plans.not-found', 404)
  const recognised = rows.map(row => recognisedOf(context, row))
  const { effects } = recognisedPlan(wholePlan(plan), recognised, optionsOf(context, route, periods))
  await record(transaction, audit, effectRead, { targetId: planId, studentId, details: {} })
  return { planVersion: plan.version, items: [...effects] }
}
