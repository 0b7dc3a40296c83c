import { createHash } from 'node:crypto'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ApprovalRule } from '../settings/contract.ts'
import { settingsOf } from '../settings/public.ts'
import { type ApprovalRow, approvalsOf, findPlanToApprove, type PlanToApprove } from './queries.ts'
import type { Around, PartNow } from './rules.ts'
import { endOf, namesWorkplace } from './rules-about.ts'
import { type Part, partAt, partsOf } from './rules-parts.ts'

export type DigestedPart = Part & PartNow

/** A plan with everything that decides whose approval of what is asked today. */
export interface Situation {
  readonly plan: PlanToApprove & { readonly student_id: string }
  readonly parts: readonly DigestedPart[]
  /** What is stored, by the keys that the parts have now. */
  readonly present: readonly ApprovalRow[]
  /** Keys under which something is stored still, with those that the parts have now. */
  readonly renamed: ReadonlyMap<string, string>
  readonly rules: readonly ApprovalRule[]
  readonly today: PlainDate
  readonly around: Around
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

export function digestedParts(body: object): DigestedPart[] {
  return partsOf(body).map(part => ({
    ...part,
    digest: digestOf(part.text),
    workplace: namesWorkplace(part),
    endsOn: endOf(part),
  }))
}

/**
 * What names a part's content to those who read it. From a digest a place could be guessed and tried: whom a turvakielto
 * hides it from get the plan's version instead, by which any change of the plan is one of the part.
 */
export const shownDigest = (
  part: DigestedPart,
  plan: { readonly version: number },
  hidden: boolean,
): string => (hidden ? `version-${plan.version}` : part.digest)

/** Undefined where there is no plan, or nobody is known to be its student. */
export async function situationOf(
  transaction: ReadTransaction,
  planId: string,
  today: PlainDate,
  options: { readonly lock?: boolean } = {},
): Promise<Situation | undefined> {
  const plan = await findPlanToApprove(transaction, planId, today, options)
  if (plan === undefined || plan.student_id === null) return undefined
  const [present, settings] = await Promise.all([approvalsOf(transaction, planId), settingsOf(transaction)])
  const approved = plan.approved_body
  const parts = digestedParts(plan.body)
  const keyNow = (key: string): string => partAt(parts, key)?.key ?? key
  return {
    plan: { ...plan, student_id: plan.student_id },
    parts,
    present: present.map(row => ({ ...row, part: keyNow(row.part) })),
    renamed: renamedOf(present, keyNow),
    rules: settings.approvals,
    today,
    around: {
      guardian: plan.guardian,
      providerApproved:
        approved === null
          ? undefined
          : new Map(digestedParts(approved).map(({ digest, key }) => [keyNow(key), digest])),
    },
  }
}

function renamedOf(
  present: readonly ApprovalRow[],
  keyNow: (key: string) => string,
): ReadonlyMap<string, string> {
  const pairs = present.map(({ part }) => [part, keyNow(part)] as const)
  return new Map(pairs.filter(([before, now]) => before !== now))
}
