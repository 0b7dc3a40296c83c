import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { type Uuid, uuidOf } from '../../platform/ids.ts'
import type { JobWorker } from '../../platform/jobs/jobs.ts'
import type { Clock } from '../../platform/time/clock.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { checkAgain, planWasSaved } from './jobs.ts'
import { findPlan } from './queries.ts'
import {
  type PeriodOfStudent,
  planIdsToCheck,
  storeDurations,
  storeFindings,
  workplacePeriodsAround,
} from './queries-jobs.ts'
import type { PlanReference } from './rules.ts'
import { durationsOf, type PeriodDuration, type StudyRightState } from './rules-durations.ts'
import { attach, type FormFaults, findingsOf } from './service-save.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly referenceFor: (studyRight: StudyRight | null) => PlanReference
  readonly formFaults: FormFaults
  readonly providerIds: () => Promise<readonly Uuid[]>
}

export function planWorkers(dependencies: Dependencies): JobWorker[] {
  return [
    { kind: planWasSaved, run: data => refreshDurations(dependencies.database, data as SavedData) },
    {
      kind: checkAgain,
      schedule: '10 0 * * *',
      run: data => checkAll(dependencies, (data as Partial<SavedData>).providerId),
    },
  ]
}

interface SavedData {
  readonly providerId: string
  readonly planIds: readonly string[]
}

/** Computes the days of the students' workplace periods in all of their plans, and stores those that changed. */
async function refreshDurations(database: Database, data: SavedData): Promise<void> {
  await write(database, uuidOf(data.providerId), async transaction => {
    const { periods, studyRights } = await workplacePeriodsAround(transaction, data.planIds)
    const states = new Map(
      studyRights.map(right => [right.oid, right.states as readonly StudyRightState[]] as const),
    )
    const durations = durationsOf(periods.map(asPeriod), states)
    const changed = durations.flatMap((duration, at) => {
      const period = periods[at]
      if (period === undefined) return []
      const next = states.has(period.study_right_oid) ? exactly(duration) : unknownDuration
      const same = period.days_numerator === next.numerator && period.days_denominator === next.denominator
      return same ? [] : [{ planId: period.plan_id, pointer: period.pointer, ...next }]
    })
    await storeDurations(transaction, changed)
  })
}

/** Without the study right nobody knows on which days the student studied; that is not the same as none. */
const unknownDuration = { days: null, numerator: null, denominator: null }

function exactly({ days, exact }: PeriodDuration) {
  return { days, numerator: String(exact.numerator), denominator: String(exact.denominator) }
}

function asPeriod(period: PeriodOfStudent): Parameters<typeof durationsOf>[0][number] {
  return {
    key: `${period.plan_id}${period.pointer}`,
    studentKey: period.student_oid,
    studyRightOid: period.study_right_oid,
    start: period.starts_on as PlainDate,
    end: period.ends_on as PlainDate,
    partTimeShare: period.part_time_share ?? undefined,
    interruptions: period.interruptions as Parameters<typeof durationsOf>[0][number]['interruptions'],
  }
}

/**
 * Checks anew every plan that was last checked on another day or against an older study right. Each in a transaction of
 * its own: one that fails stops no other, and is told at the end.
 */
async function checkAll(dependencies: Dependencies, onlyProvider: string | undefined): Promise<void> {
  const failures: unknown[] = []
  for (const providerId of await dependencies.providerIds()) {
    if (onlyProvider !== undefined && onlyProvider !== providerId) continue
    const today = dependencies.clock.today()
    const ids = await read(dependencies.database, providerId, tx => planIdsToCheck(tx, today))
    for (const planId of ids) {
      await checkOne(dependencies, providerId, planId, today).catch((error: unknown) => failures.push(error))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} plans could not be checked`)
}

async function checkOne(
  dependencies: Dependencies,
  providerId: Uuid,
  planId: string,
  today: PlainDate,
): Promise<void> {
  await write(dependencies.database, providerId, async transaction => {
    const plan = await findPlan(transaction, { id: planId }, { lock: true })
    if (plan === undefined) return
    const whole = attach(plan.body, plan.contacts)
    const findings = findingsOf(whole, plan.study_right, { today, ...dependencies })
    await storeFindings(transaction, planId, findings, today)
  })
  // A changed study right also changes the days on which the student counts as studying.
  await refreshDurations(dependencies.database, { providerId, planIds: [planId] })
}
