import { Type } from 'typebox'
import { jobKind } from '../../platform/jobs/jobs.ts'

/**
 * Plans were saved, together: one job for all of them. Days of workplace periods are shared among all of a student's
 * plans, so the other plans' durations change with them.
 */
export const planWasSaved = jobKind(
  'plans.saved',
  Type.Object({ providerId: Type.String(), planIds: Type.Array(Type.String()) }),
)

/** The rules look at the day and at the study right: a plan is checked again when one of them moved on. */
export const checkAgain = jobKind(
  'plans.check-again',
  Type.Object({ providerId: Type.Optional(Type.String()) }),
)

/** A version of the plan was approved: it may go on to the national service. */
export const planWasApproved = jobKind(
  'plans.approved',
  Type.Object({ providerId: Type.String(), planId: Type.String() }),
)
