import { applyDifference, type PlanChange } from './rules-difference.ts'
import { revertDifference } from './rules-revert.ts'
import type { Tree } from './rules-tree.ts'

export interface Step {
  readonly version: number
  readonly changes: readonly PlanChange[]
}

/** A version with the bodies before and after it. */
export interface StepBodies<S extends Step> {
  readonly step: S
  readonly before: Tree
  readonly after: Tree
}

/**
 * The bodies around each of the versions, told from the one body that is known: newest first, as they are listed. A
 * version that was saved after that body was read is found by going on from it.
 */
export function bodiesAround<S extends Step>(
  known: { readonly version: number; readonly body: Tree },
  steps: readonly S[],
): StepBodies<S>[] {
  let forward = known.body
  const newer = steps
    .filter(step => step.version > known.version)
    .toReversed()
    .map(step => {
      const before = forward
      forward = applyDifference(before, step.changes)
      return { step, before, after: forward }
    })
  let back = known.body
  const older = steps
    .filter(step => step.version <= known.version)
    .map(step => {
      const after = back
      back = revertDifference(after, step.changes)
      return { step, before: back, after }
    })
  return [...newer.toReversed(), ...older]
}
