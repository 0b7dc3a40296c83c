import { useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import type { PlanView } from '../api.ts'
import type { MergeViewProps } from '../merge/merge-view.tsx'
import type { Opened } from './opened.ts'
import { mergedInto, newReference, towards } from './sameness.ts'
import { texts } from './texts.ts'
import type { WritingStore } from './use-writing.ts'

export interface Merging {
  /** What the view of the merge is given; missing while nothing is merged. */
  readonly view: MergeViewProps | undefined
  readonly begin: (newest: PlanView) => void
}

/** Merging what is written with what somebody saved meanwhile: on the newest version from then on. */
export function useMerging(
  opened: Opened,
  store: WritingStore,
  onMerged: (newest: PlanView) => void,
): Merging {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [newest, setNewest] = useState<PlanView>()
  const end = (): void => setNewest(undefined)
  const view = newest === undefined ? undefined : viewOf(newest)
  return { view, begin: setNewest }

  function viewOf(theirs: PlanView): MergeViewProps {
    const writing = store.current()
    const names = { ...opened.names, ...theirs.names, ...writing.names }
    const { plan, contacts, savedAt, savedBy, version } = theirs
    return {
      base: { plan: writing.base.plan, contacts: { ...contacts, ...writing.base.contacts }, names },
      theirs: { plan, contacts, names, version, author: savedBy, savedAt },
      ours: { ...towards(theirs, writing, newReference), names },
      onMerged: merged => {
        store.update(now => mergedInto(now, { version, plan, contacts }, merged))
        end()
        onMerged(theirs)
        announce(t('conflict.merged'))
      },
      onCancel: end,
    }
  }
}
