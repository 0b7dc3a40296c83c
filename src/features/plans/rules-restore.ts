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

/** An earlier body as it comes back on top of the present one. The same words tell it before and the same body is saved. */
export function restoredBody(old: StoredPlan, present: StoredPlan): StoredPlan {
  const content = Object.entries(old).filter(([key]) => !isKept(key))
  const kept = Object.entries(present).filter(([key]) => isKept(key))
  return Object.fromEntries([...content, ...kept]) as unknown as StoredPlan
}

const isKept = (key: string): key is KeptKey => keptKeys.some(kept => kept === key)
