import type { StoredPlan } from './rules-contacts.ts'

/**
 * What is true of the plan whatever its content: whose it is, when it was approved, what the national register calls it.
 * Nobody means these when they want an earlier plan back.
 */
const keptKeys = [
  'id',
  'eid',
  'studentOid',
  'studyRightOid',
  'firstApprovedOn',
  'approvedAt',
  'updatedAt',
  'deletedAt',
  'manualEntry',
  'version',
] as const satisfies readonly (keyof StoredPlan)[]
type KeptKey = (typeof keptKeys)[number]

/** Those of them that nobody writes: the approval, and what belongs to the registers. */
const unwrittenKeys: ReadonlySet<string> = new Set([
  'id',
  'eid',
  'approvedAt',
  'updatedAt',
  'deletedAt',
  'manualEntry',
  'version',
] satisfies readonly KeptKey[])

/** What a person wrote, with what nobody writes as it is stored; a new plan has none of it. */
export function withUnwritten<Body extends object>(written: Body, present: Partial<Body>): Body {
  const own = Object.entries(written).filter(([key]) => !unwrittenKeys.has(key))
  const kept = Object.entries(present).filter(([key]) => unwrittenKeys.has(key))
  return Object.fromEntries([...own, ...kept]) as unknown as Body
}

/** An earlier body as it comes back on top of the present one. The same words tell it before and the same body is saved. */
export function restoredBody(old: StoredPlan, present: StoredPlan): StoredPlan {
  const content = Object.entries(old).filter(([key]) => !isKept(key))
  const kept = Object.entries(present).filter(([key]) => isKept(key))
  return Object.fromEntries([...content, ...kept]) as unknown as StoredPlan
}

const isKept = (key: string): key is KeptKey => keptKeys.some(kept => kept === key)
