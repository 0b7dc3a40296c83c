import { Type } from 'typebox'
import { jobKind } from '../../platform/jobs/jobs.ts'

/**
 * A plan was saved. Days of workplace periods are shared among all of the student's plans, so the other plans'
 * durations change with it.
 */
export const planWasSaved = jobKind(
  'plans.saved',
  Type.Object({ providerId: Type.String(), planId: Type.String() }),
)

/** The rules look at the day and at the study right: a plan is checked again when one of them moved on. */
export const checkAgain = jobKind(
  'plans.check-again',
  Type.Object({ providerId: Type.Optional(Type.String()) }),
)
