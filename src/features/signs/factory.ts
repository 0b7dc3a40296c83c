import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { createPlan, type Plan } from '../plans/public.ts'

export interface WatchedPlan {
  readonly student: { readonly studentOid: string; readonly studyRightOid: string }
  readonly units?: Plan['vocationalUnits']
}

/** For tests: a plan of the student with these units; without any it shows that nothing has gone forward or is ahead. */
export async function makeWatchedPlan(
  database: Database,
  providerId: Uuid,
  today: PlainDate,
  { student, units = [] }: WatchedPlan,
): Promise<string> {
  const { studentOid, studyRightOid } = student
  const actor = { kind: 'system', source: 'test', providerId } as const
  const plan = { studentOid, studyRightOid, firstApprovedOn: '2024-08-20', needToAcquireCompetence: true }
  const { id } = await write(database, providerId, transaction =>
    createPlan(
      {
        transaction,
        audit: { actor, now: new Date() },
        today,
        jobs: { send: () => Promise.resolve() },
        referenceFor: () => ({}),
        formFaults: () => [],
      },
      { plan: { ...plan, vocationalUnits: units } },
      { studyRightKnown: 'demanded' },
    ),
  )
  return id
}

/** A workplace period without a workplace, as a part of a unit. */
export const unitAtWork = (start: string, end: string): NonNullable<Plan['vocationalUnits']>[number] => ({
  unitCode: 'tutkinnonosat_100017',
  unitCodeVersion: 1,
  learningPeriods: [
    {
      identifier: 'period-at-work',
      start,
      end,
      methodCode: 'osaamisenhankkimistapa_koulutussopimus',
      methodCodeVersion: 1,
    },
  ],
})
