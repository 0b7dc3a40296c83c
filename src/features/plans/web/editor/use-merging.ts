import { useState } from 'react'
import type { PlanView } from '../api.ts'
import type { MergeViewProps } from '../merge/merge-view.tsx'
import type { Opened } from './opened.ts'
import { mergedInto, newReference, towards } from './sameness.ts'
import type { WritingStore } from './use-writing.ts'

export interface Merging {
  /** What the view of the merge is given; missing while nothing is merged. */
  readonly view: MergeViewProps | undefined
  readonly begin: (newest: PlanView) => void
}

type Bodies = Pick<MergeViewProps, 'base' | 'theirs' | 'ours'>

/** Merging what is written with what somebody saved meanwhile: on the newest version from then on. */
export function useMerging(
  opened: Opened,
  store: WritingStore,
  onMerged: (newest: PlanView) => void,
): Merging {
  // Made once: while the writer chooses, the sides stay as they are.
  const [merged, setMerged] = useState<{ readonly newest: PlanView; readonly bodies: Bodies }>()
  const begin = (newest: PlanView): void => setMerged({ newest, bodies: bodiesOf(opened, store, newest) })
  const end = (): void => setMerged(undefined)
  if (merged === undefined) return { view: undefined, begin }
  const { bodies, newest } = merged
  const finish: MergeViewProps['onMerged'] = body => {
    const { contacts, plan, version } = newest
    store.update(now => mergedInto(now, { version, plan, contacts }, body))
    end()
    onMerged(newest)
  }
  return { view: { ...bodies, onMerged: finish, onCancel: end }, begin }
}

function bodiesOf(opened: Opened, store: WritingStore, newest: PlanView): Bodies {
  const writing = store.current()
  const names = { ...opened.names, ...newest.names, ...writing.names }
  const { contacts, plan, savedAt, savedBy, version } = newest
  return {
    base: { plan: writing.base.plan, contacts: { ...contacts, ...writing.base.contacts }, names },
    theirs: { plan, contacts, names, version, author: savedBy, savedAt },
    ours: { ...towards(newest, writing, newReference), names },
  }
}
