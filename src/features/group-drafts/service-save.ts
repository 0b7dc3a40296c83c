import { record } from '../../platform/audit/audit.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type DraftOperation, recordBulkChange } from '../bulk-changes/public.ts'
import { createMany, editMany, type SaveContext } from '../plans/public.ts'
import { groupDraftAnswered, groupDraftSaved } from './audit.ts'
import type { DraftSave, DraftSaved, RowChange, RowOutcome } from './contract.ts'
import { writeAnswers, writeOutcomes } from './queries.ts'
import { answersAfter } from './rules-answers.ts'
import { columnsOf } from './rules-columns.ts'
import {
  type DraftDependencies,
  type LoadedDraft,
  type LoadedRow,
  loadDraft,
  seesSupport,
} from './service.ts'

type Saving = SaveContext & { readonly language: Language }

/**
 * Saves all that are ready in one transaction: all of them or none. What was saved before is answered as it was, so a
 * request repeated after a lost connection does nothing twice.
 *
 * @throws AppError group-drafts.not-found, group-drafts.nothing-ready; as createMany and editMany
 */
export async function saveDraft(
  context: Saving,
  id: string,
  saving: DraftSave,
  dependencies: DraftDependencies,
): Promise<DraftSaved> {
  const { audit, language, today, transaction } = context
  const reader = { actor: audit.actor, today, language }
  const loaded = await loadDraft(transaction, reader, id, dependencies, { lock: true, toSave: true })
  const ready = loaded.rows.filter(({ drafted, record: row }) => drafted.ready && row.outcome === null)
  const before = loaded.rows.flatMap(({ record: row }) => row.outcome ?? [])
  if (ready.length === 0 && before.length === 0) throw new AppError('group-drafts.nothing-ready', 409)
  const outcomes = ready.length === 0 ? [] : await storePlans(context, loaded, ready, saving)
  if (outcomes.length > 0) {
    const changeId = await recordTogether(context, loaded, outcomes, saving.reason.trim())
    await writeOutcomes(transaction, id, outcomes, { changeId, now: audit.now })
    const { changed, made, unchanged } = counted(outcomes.map(({ outcome }) => outcome))
    await record(transaction, audit, groupDraftSaved, {
      targetId: id,
      details: { made, changed, unchanged },
    })
  }
  const all = [...before, ...outcomes.map(({ outcome }) => outcome)]
  const open = loaded.rows.filter(
    ({ drafted, record: row }) => drafted.problem === undefined && row.outcome === null,
  )
  return { ...counted(all), waiting: open.length - outcomes.length }
}

const counted = (outcomes: readonly RowOutcome[]) => {
  const of = (what: RowOutcome['what']) => outcomes.filter(one => one.what === what).length
  return { made: of('made'), changed: of('changed'), unchanged: of('unchanged') }
}

interface Outcome {
  readonly key: string
  readonly outcome: RowOutcome
  /** None where the plan was made. */
  readonly versionBefore: number | null
}

/** So that what was saved together is found together, and taken back as one where plans were there before. */
async function recordTogether(
  context: Saving,
  { draft, template }: LoadedDraft,
  outcomes: readonly Outcome[],
  reason: string,
): Promise<string | undefined> {
  const plans = outcomes.flatMap(({ outcome: { planId, version, what }, versionBefore }) =>
    what === 'unchanged' ? [] : [{ planId, versionBefore, versionAfter: version }],
  )
  if (plans.length === 0) return undefined
  const operation: DraftOperation = { kind: 'group-draft', draftId: draft.id, template: template.name }
  return recordBulkChange(context, { kind: operation.kind, operation, reason }, plans)
}

async function storePlans(
  context: Saving,
  { apply }: LoadedDraft,
  ready: readonly LoadedRow[],
  { approve, reason }: DraftSave,
): Promise<Outcome[]> {
  const options = { reason: reason.trim(), approve }
  const fresh = ready.filter(row => row.planId === undefined)
  const toCreate = fresh.flatMap(({ drafted: { plan } }) => (plan === undefined ? [] : [{ plan }]))
  const known = ready.flatMap(row => (row.planId === undefined ? [] : [{ row, planId: row.planId }]))
  const made = await createMany(context, toCreate, options)
  // The plan is looked at again under its lock: somebody may have written it since the draft was read.
  const edits = known.map(({ planId, row }) => ({
    planId,
    change: (plan: Parameters<typeof apply>[1] & object) => apply(row, plan).plan ?? plan,
  }))
  const edited = edits.length === 0 ? [] : await editMany(context, edits, options)
  return [
    ...fresh.flatMap(({ record: { key } }, at): Outcome[] => {
      const plan = made[at]
      return plan
        ? [{ key, outcome: { planId: plan.id, version: plan.version, what: 'made' }, versionBefore: null }]
        : []
    }),
    ...known.flatMap(({ row }, at): Outcome[] => {
      const plan = edited[at]
      if (plan === undefined) return []
      const what = plan.version === plan.versionBefore ? 'unchanged' : 'changed'
      return [
        {
          key: row.record.key,
          outcome: { planId: plan.id, version: plan.version, what },
          versionBefore: plan.versionBefore,
        },
      ]
    }),
  ]
}

/**
 * Keeps answers of many cells at once. A row that somebody changed since it was read is left as it is and told.
 * @throws AppError group-drafts.not-found, group-drafts.column-unknown
 * @returns the rows as they are now, and the keys of those that were not changed
 */
export async function answerDraft(
  context: Saving,
  id: string,
  changes: readonly RowChange[],
  dependencies: DraftDependencies,
): Promise<{ readonly rows: readonly LoadedRow[]; readonly conflicts: readonly string[] }> {
  const { audit, language, today, transaction } = context
  const reader = { actor: audit.actor, today, language }
  const before = await loadDraft(transaction, reader, id, dependencies, { lock: true })
  demandColumns(before, changes, seesSupport(reader))
  const open = before.rows.filter(({ record: row }) => !row.masked && row.outcome === null)
  const { changed, conflicts } = answersAfter(
    open.map(row => row.record),
    changes,
  )
  const by = audit.actor.kind === 'person' ? audit.actor.id : null
  await writeAnswers(transaction, id, changed, { by, now: audit.now })
  const students = new Map(before.rows.map(({ record: row }) => [row.key, row.student_id]))
  await record(
    transaction,
    audit,
    groupDraftAnswered,
    changed.map(({ columns, key }) => ({
      targetId: id,
      studentId: students.get(key) ?? null,
      details: { columns },
    })),
  )
  const after = await loadDraft(transaction, reader, id, dependencies)
  const asked = new Set(changes.map(({ key }) => key))
  return { rows: after.rows.filter(({ record: row }) => asked.has(row.key)), conflicts }
}

/** Answers to what is not asked would be kept unread. */
function demandColumns({ template }: LoadedDraft, changes: readonly RowChange[], support: boolean): void {
  const asked = new Set(['included', ...columnsOf(template.body, { support }).map(({ key }) => key)])
  const unknown = changes.some(({ answers }) => Object.keys(answers).some(column => !asked.has(column)))
  if (unknown) throw new AppError('group-drafts.column-unknown', 400)
}
