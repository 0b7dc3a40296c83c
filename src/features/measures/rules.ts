import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { MeasureState } from './contract.ts'

export type Refusal = 'due-past' | 'already-followed' | 'changed-since' | 'person-unknown' | 'protected'

/** A measure is agreed for a day to come: one that has passed cannot be kept. */
export function refusedAgreement(dueOn: string, today: PlainDate): Refusal | undefined {
  return dueOn < today ? 'due-past' : undefined
}

/** What came of a measure is told once, by somebody who saw it as it is. */
export function refusedFollowUp(
  measure: { readonly state: string; readonly version: number },
  readVersion: number,
): Refusal | undefined {
  if (measure.state !== 'agreed') return 'already-followed'
  return measure.version === readVersion ? undefined : 'changed-since'
}

/** From its day on it waits to be followed up, until somebody tells what came of it. */
export const isOverdue = (state: MeasureState, dueOn: string, today: PlainDate): boolean =>
  state === 'agreed' && dueOn < today
