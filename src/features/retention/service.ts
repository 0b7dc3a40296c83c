import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { countExpiredInstructors, eraseExpiredInstructors } from '../contacts/public.ts'
import { settingsOf } from '../settings/public.ts'
import { eraseWholly } from '../students/public.ts'
import { planErased, retentionStarted } from './audit.ts'
import { type DueKind, type ErasedKind, erasedKinds, type RunOrigin, type RunRule } from './contract.ts'
import { retentionRun } from './jobs.ts'
import { countDue, eraseDocuments, eraseFeedback, eraseOld, erasePlan, findDue } from './queries.ts'
import { findUnfinished, insertRun } from './queries-runs.ts'
import { rulesOn } from './rules.ts'

/**
 * What would go now, of the kinds that have a rule. Nothing goes. Erasing follows the real day: a demo that shows a later
 * one erases nothing by it.
 */
export async function previewOf(transaction: ReadTransaction, now: Date): Promise<DueKind[]> {
  const rules = rulesOn(await settingsOf(transaction), dayOf(now))
  const items: DueKind[] = []
  for (const kind of erasedKinds) {
    const rule = rules[kind]
    if (rule === undefined) continue
    const { before, months } = rule
    const due =
      kind === 'contacts'
        ? await countExpiredInstructors(transaction, before)
        : await countDue(transaction, kind, rule)
    items.push({ kind, months, before, due })
  }
  return items
}

/** Logs a run with its rules and asks for it to be done; one that has not ended is asked for again instead. */
export async function startRun(
  transaction: WriteTransaction,
  { audit, jobs, origin }: { audit: AuditContext; jobs: JobSender; origin: RunOrigin },
): Promise<string> {
  const providerId = audit.actor.providerId
  const unfinished = await findUnfinished(transaction)
  const id = unfinished?.id ?? newId(audit.now.getTime())
  if (unfinished === undefined) {
    const rules = rulesOn(await settingsOf(transaction), dayOf(audit.now))
    await insertRun(transaction, { providerId, id, origin, now: audit.now, rules })
    await record(transaction, audit, retentionStarted, { targetId: id, details: { origin } })
  }
  await jobs.send(transaction, retentionRun, { providerId, runId: id })
  return id
}

interface Erasing {
  readonly audit: AuditContext
  readonly runId: Uuid
  readonly limit: number
}

/** Erases at the most so many of a kind; answers how many went, fewer than the limit when it is done. */
export async function eraseSome(
  transaction: WriteTransaction,
  { audit, limit, runId }: Erasing,
  kind: ErasedKind,
  rule: RunRule,
): Promise<number> {
  if (kind === 'contacts') return eraseExpiredInstructors(transaction, audit, rule.before, limit)
  if (kind === 'audit' || kind === 'deliveries') return eraseOld(transaction, runId, kind, limit)
  const due = await findDue(transaction, kind, rule, limit)
  const ids = due.map(({ id }) => id)
  if (kind === 'imports') await eraseDocuments(transaction, ids)
  if (kind === 'feedback') await eraseFeedback(transaction, ids)
  let kept = 0
  for (const { id, student_id: studentId } of due) {
    if (kind === 'students')
      await eraseWholly(transaction, audit, { studentId: id, reason: `retention ${runId}` })
    if (kind !== 'plans') continue
    // The function of the owner may know better: what it keeps is not counted, nor looked at for ever.
    if (await erasePlan(transaction, { id: runId, now: audit.now }, id))
      await record(transaction, audit, planErased, { targetId: id, studentId, details: { runId } })
    else kept += 1
  }
  return due.length - kept
}
