import type { PlainDate } from '../../platform/time/plain-date.ts'

/** How a plan came to be, as far as the day of its first approval needs it. */
export interface PlanOrigin {
  /** The day on which the first version was stored. */
  readonly madeOn: string
  /** Who stored the first version: `here` a person in this service, else the name of a register or an import. */
  readonly source: string
  /** Whether a register has sent the plan. */
  readonly registers: boolean
  /** Whether any version has been approved here. */
  readonly approved: boolean
}

/**
 * What the day of the first approval in a body is. `approved`: kept since a first approval here. `brought`: a register or
 * an import told it. `typed`: a person wrote it, of an approval that was given elsewhere. `provisional`: the day of
 * drafting, because the national data demand the field before anybody has approved anything.
 */
export type FirstApproval = 'approved' | 'brought' | 'typed' | 'provisional'

export function firstApprovalOf(
  firstApprovedOn: string | null | undefined,
  { approved, madeOn, registers, source }: PlanOrigin,
): FirstApproval {
  if (approved) return 'approved'
  if (source !== 'here' || registers) return 'brought'
  return firstApprovedOn === madeOn ? 'provisional' : 'typed'
}

/** Of a plan that is being made: its day of drafting is the day of its approval, so there is nothing to set. */
export interface Approving {
  readonly now: Date
  readonly today: PlainDate
  readonly origin?: PlanOrigin
}

/** An approval renews the moment of approving. The first one here sets the first day; no other one ever does. */
export function approvedBody<Body extends { readonly firstApprovedOn?: string }>(
  body: Body,
  { now, origin, today }: Approving,
): Body {
  const sets = origin !== undefined && firstApprovalOf(body.firstApprovedOn, origin) === 'provisional'
  return { ...body, ...(sets ? { firstApprovedOn: today } : {}), approvedAt: now.toISOString() }
}
