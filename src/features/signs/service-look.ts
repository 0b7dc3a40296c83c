import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { addDays } from '../../platform/time/plain-date.ts'
import { signEnded, signNoticed } from './audit.ts'
import {
  attainedRows,
  type DemonstrationsRow,
  demonstrationRows,
  type PeriodsRow,
  type PeriodTuple,
  type PlanRow,
  periodRows,
  planRows,
} from './queries-facts.ts'
import { lockStanding, writeChanges } from './queries-standing.ts'
import { endOfPage, suspectIds } from './queries-suspects.ts'
import { type Looking, type PeriodFacts, type PlanFacts, signsOf } from './rules.ts'
import { changesOf, type NoticedSign } from './rules-standing.ts'

/**
 * Brings the signs of a page of plans up to date, in one transaction and a few statements: what is new is opened, what is
 * still there is seen, what is gone is over. Only plans that may show a sign are read. Answers where the next page begins.
 */
export async function lookAtPage(
  transaction: WriteTransaction,
  audit: AuditContext,
  looking: Looking,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string | undefined> {
  const last = await endOfPage(transaction, after, limit)
  const page = { after, last }
  const noticed = await noticedIn(transaction, looking, await suspectIds(transaction, page, looking))
  await bringUpToDate(transaction, audit, looking, noticed, page)
  return last
}

/** The same of these plans, of which all are read. */
export async function lookAtPlans(
  transaction: WriteTransaction,
  audit: AuditContext,
  looking: Looking,
  ids: readonly string[],
): Promise<void> {
  const noticed = await noticedIn(transaction, looking, ids)
  await bringUpToDate(transaction, audit, looking, noticed, { ids })
}

async function bringUpToDate(
  transaction: WriteTransaction,
  audit: AuditContext,
  looking: Looking,
  noticed: readonly NoticedSign[],
  looked: Parameters<typeof lockStanding>[1],
): Promise<void> {
  const changes = changesOf(await lockStanding(transaction, looked), noticed, looking.today)
  await writeChanges(transaction, audit.actor.providerId, changes, looking.today)
  const told = (signs: readonly { kind: string; planId: string; studentId: string }[]) =>
    signs.map(({ kind, planId, studentId }) => ({ targetId: planId, studentId, details: { kind } }))
  await record(transaction, audit, signNoticed, told(changes.added))
  await record(transaction, audit, signEnded, told(changes.over))
}

async function noticedIn(
  transaction: WriteTransaction,
  looking: Looking,
  planIds: readonly string[],
): Promise<NoticedSign[]> {
  if (planIds.length === 0) return []
  const plans = await planRows(transaction, planIds)
  const { today } = looking
  const horizon = addDays(
    today,
    Math.max(7 * (looking.limits.emptyWeeks.ahead + 1), looking.limits.workplace.days),
  )
  const periods = byPlan(await periodRows(transaction, planIds, today, horizon))
  const demonstrations = byPlan(await demonstrationRows(transaction, planIds, today, horizon))
  const facts = new Map(
    plans.map(plan => [plan.id, factsOf(plan, periods.get(plan.id), demonstrations.get(plan.id))]),
  )
  // Only of plans that would show something is it asked what lies deep in their documents.
  const suspects = plans.filter(({ id }) => signsIn(facts, id, looking).length > 0)
  const ids = suspects.map(({ id }) => id)
  for (const row of await attainedRows(transaction, ids, today)) {
    const known = facts.get(row.id)
    if (known !== undefined)
      facts.set(row.id, { ...known, lastAttained: row.attained_on, completedOn: row.completed_on })
  }
  return suspects.flatMap(({ id, student_id }) =>
    signsIn(facts, id, looking).map(sign => ({ ...sign, planId: id, studentId: student_id })),
  )
}

function signsIn(facts: ReadonlyMap<string, PlanFacts>, id: string, looking: Looking) {
  const known = facts.get(id)
  return known === undefined ? [] : signsOf(known, looking)
}

const byPlan = <Row extends { readonly plan_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map(row => [row.plan_id, row]))

function factsOf(
  { began, begins, ends, states }: PlanRow,
  periods: PeriodsRow | undefined,
  demonstrations: DemonstrationsRow | undefined,
): PlanFacts {
  return {
    right: { begins, ends, states: states ?? [] },
    planBegan: began,
    periods: (periods?.ahead ?? []).map(periodOf),
    demonstrationsAhead: (demonstrations?.ahead ?? []).map(([start, end]) => ({ start, end })),
    lastPeriodEnd: periods?.last_end ?? null,
    lastDemonstrationEnd: demonstrations?.last_end ?? null,
    lastAttained: null,
    completedOn: null,
  }
}

const forms: Readonly<Record<string, PeriodFacts['form']>> = {
  osaamisenhankkimistapa_koulutussopimus: 'training-agreement',
  osaamisenhankkimistapa_oppisopimus: 'apprenticeship',
}

const periodOf = ([key, method, start, end, hasWorkplace, interruptions]: PeriodTuple): PeriodFacts => ({
  key,
  start,
  end,
  interruptions,
  form: forms[method],
  hasWorkplace,
})

/** The look as the platform itself makes it. */
export const lookedBy = (providerId: Uuid, now: Date): AuditContext => ({
  actor: { kind: 'system', source: 'signs', providerId },
  now,
})
