import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { StudyRightState } from '../study-rights/contract.ts'
import type { Finding } from './contract.ts'

export interface PeriodOfStudent {
  readonly plan_id: string
  readonly pointer: string
  readonly student_oid: string
  readonly study_right_oid: string
  readonly starts_on: string
  readonly ends_on: string
  readonly part_time_share: number | null
  readonly interruptions: readonly { readonly start: string; readonly end?: string }[]
  readonly days_numerator: string | null
  readonly days_denominator: string | null
}

/** All workplace periods of the plans' students, in every plan of theirs, and the states of the study rights. */
export async function workplacePeriodsAround(
  transaction: ReadTransaction,
  planIds: readonly string[],
): Promise<{
  periods: readonly PeriodOfStudent[]
  studyRights: readonly { readonly oid: string; readonly states: readonly StudyRightState[] }[]
}> {
  const periods = await sql<PeriodOfStudent>`
    select l.plan_id, l.pointer, p.student_oid, p.study_right_oid, l.starts_on, l.ends_on, l.part_time_share,
      l.interruptions, l.days_numerator, l.days_denominator
    from plan p
    join learning_period l on l.provider_id = p.provider_id and l.plan_id = p.id
    where p.student_oid in (select own.student_oid from plan own where own.id = any (${planIds}))
      and l.method_code in ('osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus')
    order by l.plan_id, l.pointer for no key update of l`.execute(transaction)
  const oids = [...new Set(periods.rows.map(row => row.study_right_oid))]
  if (oids.length === 0) return { periods: [], studyRights: [] }
  const studyRights = await sql<{ oid: string; states: StudyRightState[] }>`
    select oid, body -> 'states' as states from study_right where oid = any (${oids})`.execute(transaction)
  return { periods: periods.rows, studyRights: studyRights.rows }
}

export interface DurationToStore {
  readonly planId: string
  readonly pointer: string
  /** Nulls where it cannot be known. */
  readonly days: number | null
  readonly numerator: string | null
  readonly denominator: string | null
}

export async function storeDurations(
  transaction: WriteTransaction,
  durations: readonly DurationToStore[],
): Promise<void> {
  if (durations.length === 0) return
  await sql`
    update learning_period l
    set days = d.days, days_numerator = d.numerator, days_denominator = d.denominator
    from jsonb_to_recordset(${JSON.stringify(durations)}::jsonb)
      as d ("planId" uuid, pointer text, days integer, numerator text, denominator text)
    where l.plan_id = d."planId" and l.pointer = d.pointer`.execute(transaction)
}

/** Plans whose findings are of another day, or older than their study right. */
export async function planIdsToCheck(transaction: ReadTransaction, today: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select p.id from plan p
    left join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.checked_on <> ${today}::date or r.changed_at > p.saved_at order by p.id`.execute(transaction)
  return rows.rows.map(row => row.id)
}

export async function storeFindings(
  transaction: WriteTransaction,
  planId: string,
  findings: readonly Finding[],
  today: string,
): Promise<void> {
  const count = (severity: Finding['severity']) =>
    findings.filter(finding => finding.severity === severity).length
  await transaction
    .updateTable('plan')
    .set({
      findings: JSON.stringify(findings),
      errors: count('error'),
      warnings: count('warning'),
      checked_on: today,
    })
    .where('id', '=', planId)
    .execute()
}

/** A student's name as it is known in the study register may arrive after the plan: joins the two. */
export async function linkStudent(
  transaction: WriteTransaction,
  studentOid: string,
  studentId: string,
): Promise<void> {
  await transaction
    .updateTable('plan')
    .set({ student_id: studentId })
    .where('student_oid', '=', studentOid)
    .where('student_id', 'is', null)
    .execute()
}
