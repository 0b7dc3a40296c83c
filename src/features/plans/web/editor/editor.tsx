import { lazy, Suspense, useEffect, useState } from 'react'
import { useReached } from '../../../../platform/web/connection.ts'
import { holdPage } from '../../../../platform/web/held-page.ts'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { Loading } from '../../../../ui/async.tsx'
import type { Drafts, KeptDraft } from './drafts.ts'
import styles from './editor.module.css'
import { EditedParts, EditorFrame, Providers } from './editor-frame.tsx'
import { DraftNote, MergedNote, StartNote } from './editor-notes.tsx'
import type { Opened } from './opened.ts'
import { SaveBar } from './save-bar.tsx'
import { SaveOutcome } from './save-outcome.tsx'
import { texts } from './texts.ts'
import { useCheck } from './use-check.ts'
import { useDraft } from './use-draft.ts'
import { useEditorValue } from './use-editor-value.ts'
import { useLeaving } from './use-leaving.ts'
import { useMerging } from './use-merging.ts'
import { useSavePlan } from './use-save-plan.ts'
import { useWriting } from './use-writing.ts'
import type { Place } from './writing-api.ts'

const MergeView = lazy(async () => ({ default: (await import('../merge/merge-view.tsx')).MergeView }))

interface EditorProps {
  readonly opened: Opened
  readonly restored: KeptDraft | undefined
  readonly drafts: Drafts
  readonly onYield: (yielding: () => Promise<void>) => void
}

/** One page for making a plan and for changing one. */
export function Editor({ drafts, onYield, opened, restored }: EditorProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [place, setPlace] = useState<Place>(opened.place)
  const [writing, store] = useWriting(restored?.writing ?? opened.fresh)
  const [shownDraft, setShownDraft] = useState(restored)
  const [merged, setMerged] = useState(false)
  const reached = useReached()
  const checked = useCheck(place.studyRightOid, writing, opened.findings, reached)
  const draft = useDraft(drafts, place.studyRightOid, writing, store)
  const saving = useSavePlan(place, store)
  const leave = useLeaving()
  const merging = useMerging(opened, store, newest => {
    setPlace({ ...place, planId: newest.id })
    setMerged(true)
    saving.forget()
  })
  const editor = useEditorValue(opened, writing, store, checked.findings)
  useEffect(() => holdPage(), [])
  useEffect(() => onYield(draft.flush), [onYield, draft])
  const save = async (): Promise<void> => {
    setMerged(false)
    const approved = store.current().approve
    const saved = await saving.save()
    if (saved === undefined) return
    await draft.end()
    await leave(saved, approved)
  }
  const discard = (): void => {
    store.update(() => opened.fresh)
    setShownDraft(undefined)
    announce(t('draft.discarded'))
  }
  return (
    <Providers editor={editor} store={store}>
      <EditorFrame student={opened.student} planId={place.planId}>
        {shownDraft === undefined ? null : (
          <DraftNote
            at={shownDraft.at}
            base={shownDraft.writing.base.version}
            version={opened.fresh.base.version}
            onDiscard={discard}
          />
        )}
        {opened.gaps === undefined || shownDraft !== undefined ? null : (
          <StartNote filled={opened.fresh.plan.vocationalUnits !== undefined} gaps={opened.gaps} />
        )}
        {/* Drawn anew after a merge, the forms would take the focus to the place in the address. */}
        <div hidden={merging.view !== undefined}>
          <EditedParts checkState={checked.state} />
        </div>
        {merging.view === undefined ? (
          <div className={styles.lines}>
            {merged ? <MergedNote /> : null}
            <SaveOutcome
              outcome={saving.outcome}
              onAgain={() => void save()}
              onMerge={() => {
                if (saving.outcome.kind === 'conflict') merging.begin(saving.outcome.newest)
              }}
            />
            <SaveBar
              writing={writing}
              store={store}
              findings={checked.findings}
              saving={saving.outcome.kind === 'saving'}
              draft={draft.state}
              onSave={() => void save()}
            />
          </div>
        ) : (
          <Suspense fallback={<Loading />}>
            <MergeView {...merging.view} />
          </Suspense>
        )}
      </EditorFrame>
    </Providers>
  )
}
