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
import { checkPlan, type PlanReference } from './rules.ts'
import { durationsOf, type StudyRightState } from './rules-durations.ts'
import { attach } from './service-save.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly referenceFor: (studyRight: StudyRight | null) => PlanReference
  readonly providerIds: () => Promise<readonly Uuid[]>
}

export function planWorkers(dependencies: Dependencies): JobWorker[] {
  return [
    { kind: planWasSaved, run: data => refreshDurations(dependencies.database, data as SavedData) },
    { kind: checkAgain, schedule: '10 0 * * *', run: () => checkAll(dependencies) },
  ]
}

interface SavedData {
  readonly providerId: string
  readonly planId: string
}

/** Computes the days of the student's workplace periods in all of their plans, and stores those that changed. */
async function refreshDurations(database: Database, data: SavedData): Promise<void> {
  await write(database, uuidOf(data.providerId), async transaction => {
    const { periods, studyRights } = await workplacePeriodsAround(transaction, data.planId)
    const states = new Map(
      studyRights.map(right => [right.oid, right.states as readonly StudyRightState[]] as const),
    )
    const durations = durationsOf(periods.map(asPeriod), states)
    const changed = durations.flatMap((duration, at) => {
      const period = periods[at]
      if (period === undefined) return []
      const exact = {
        numerator: String(duration.exact.numerator),
        denominator: String(duration.exact.denominator),
      }
      const same = period.days_numerator === exact.numerator && period.days_denominator === exact.denominator
      return same ? [] : [{ planId: period.plan_id, pointer: period.pointer, days: duration.days, ...exact }]
    })
    await storeDurations(transaction, changed)
  })
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

const batch = 200

/** Checks anew every plan that was last checked on another day or against an older study right. */
async function checkAll(dependencies: Dependencies): Promise<void> {
  for (const providerId of await dependencies.providerIds()) {
    const today = dependencies.clock.today()
    const ids = await read(dependencies.database, providerId, tx => planIdsToCheck(tx, today))
    for (let from = 0; from < ids.length; from += batch) {
      await checkBatch(dependencies, providerId, ids.slice(from, from + batch), today)
    }
  }
}

async function checkBatch(
  { database, referenceFor }: Dependencies,
  providerId: Uuid,
  ids: readonly string[],
  today: PlainDate,
): Promise<void> {
  await write(database, providerId, async transaction => {
    for (const id of ids) {
      const plan = await findPlan(transaction, { id }, { lock: true })
      if (plan === undefined) continue
      const reference = referenceFor(plan.study_right)
      const whole = attach(plan.body, plan.contacts)
      const findings = checkPlan(whole, { studyRight: plan.study_right, today, reference })
      await storeFindings(transaction, id, findings, today)
    }
  })
}
