import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { findingsOf, namesOf, type PlanPageDependencies, withTexts } from '../plans/public.ts'
import type { DraftPlan } from './contract-plan.ts'
import { codesIn, previewUnits } from './rules-preview.ts'
import { type DraftDependencies, loadDraft, type Reader } from './service.ts'

/**
 * What one row would be saved as. Nothing is stored; what is left to ask is not in it.
 * @throws AppError group-drafts.not-found, group-drafts.no-plan, plans.protected
 */
export async function draftedPlan(
  transaction: ReadTransaction,
  reader: Reader,
  { id, key }: { readonly id: string; readonly key: string },
  dependencies: DraftDependencies & PlanPageDependencies,
): Promise<{ readonly body: DraftPlan; readonly studentId: string }> {
  const { rows } = await loadDraft(transaction, reader, id, dependencies)
  const row = rows.find(({ record }) => record.key === key)
  if (row?.record.masked) throw new AppError('plans.protected', 403)
  const plan = row?.drafted.plan
  if (row === undefined || plan === undefined) throw new AppError('group-drafts.no-plan', 404)
  const right = row.known.right ?? null
  const units = previewUnits(plan)
  const findings = findingsOf(plan, right, { ...dependencies, today: reader.today })
  const body = {
    units,
    names: namesOf(codesIn(units), right, dependencies),
    findings: withTexts(findings, reader.language, dependencies.text),
  }
  return { body, studentId: row.record.student_id }
}
