import type { StoredPlan } from '../plans/rules-contacts.ts'
import { mergePlans } from '../plans/rules-merge.ts'
import { restoredBody } from '../plans/rules-restore.ts'

export interface Bodies {
  /** As it stood before the change and right after it. */
  readonly before: StoredPlan
  readonly after: StoredPlan
  readonly present: StoredPlan
  /** Whether nobody has saved since. */
  readonly untouched: boolean
}

export type Undoing =
  | { readonly outcome: 'restores' | 'merges'; readonly body: StoredPlan }
  | { readonly outcome: 'left' }

/**
 * How the change is taken out of one plan. Untouched since, it gets its earlier body back. Changed since, the way back is
 * merged with what came after, by the rule that merges two people's saves; where both are about the same thing it is left
 * as it is, because nobody's later work may be lost.
 */
export function undoneBody({ after, before, present, untouched }: Bodies): Undoing {
  if (untouched) return { outcome: 'restores', body: restoredBody(before, present) }
  const { conflicts, merged } = mergePlans<StoredPlan>({
    base: after,
    theirs: before,
    ours: present,
    master: () => 'here',
  })
  return conflicts.length > 0
    ? { outcome: 'left' }
    : { outcome: 'merges', body: restoredBody(merged, present) }
}
