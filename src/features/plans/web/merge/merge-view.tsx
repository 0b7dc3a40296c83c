import { useMemo, useRef, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { DialogButtons } from '../../../../ui/dialog.tsx'
import { useSpeaker } from '../history/speaker.ts'
import { historyTexts } from '../history/texts.ts'
import type { MergeBody, TheirBody } from './bodies.ts'
import { BothSides } from './both-sides.tsx'
import { type Chosen, choiceOf, mergeWith, openMerge } from './choices.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import styles from './merge.module.css'

export interface MergeViewProps {
  /** The version that the writer began from. */
  readonly base: MergeBody
  readonly theirs: TheirBody
  /** What was written. */
  readonly ours: MergeBody
  /** One body of both, to be saved on top of `theirs.version`; its contacts and names are those of both sides. */
  readonly onMerged: (merged: MergeBody) => void
  /** Back to the form, with what was written as it was. */
  readonly onCancel: () => void
}

/** Two people changed a plan at once: what each changed, and a choice where both changed the same thing. */
export function MergeView({ base, theirs, ours, onMerged, onCancel }: MergeViewProps) {
  const t = useTexts(historyTexts)
  const merge = useMemo(() => openMerge(base, theirs, ours), [base, theirs, ours])
  const speaker = useSpeaker(merge)
  const [chosen, setChosen] = useState<readonly (Chosen | undefined)[]>([])
  const [asked, setAsked] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const { conflicts } = merge
  const finish = () => {
    setAsked(true)
    const open = conflicts.findIndex((_, at) => choiceOf(chosen[at]) === undefined)
    if (open >= 0) {
      list.current?.querySelectorAll<HTMLInputElement>('input[value="theirs"]')[open]?.focus()
      return
    }
    onMerged({ plan: mergeWith(merge, chosen), contacts: merge.contacts, names: merge.names })
  }
  return (
    <div className={styles.merge}>
      <BothSides merge={merge} theirs={theirs} speaker={speaker} />
      {conflicts.length === 0 ? null : (
        <section aria-labelledby="merge-conflicts">
          <h3 id="merge-conflicts">{t('merge.conflicts', { count: conflicts.length })}</h3>
          <p className={styles.lead}>
            {t('merge.choose')} {t('merge.others')}
          </p>
          <ol className={styles.conflicts} ref={list}>
            {conflicts.map((conflict, at) => (
              <li key={conflict.key}>
                <ConflictChoice
                  conflict={conflict}
                  speaker={speaker}
                  chosen={chosen[at]}
                  missing={asked && choiceOf(chosen[at]) === undefined}
                  onChoose={choice => setChosen(all => conflicts.map((_, i) => (i === at ? choice : all[i])))}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className={styles.quiet}>{t('merge.hint')}</p>
      <DialogButtons>
        <Button look="primary" onPress={finish}>
          {t('merge.merge')}
        </Button>
        <Button onPress={onCancel}>{t('merge.cancel')}</Button>
      </DialogButtons>
    </div>
  )
}
