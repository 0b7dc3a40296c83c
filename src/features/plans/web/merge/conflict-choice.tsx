import { type ReactNode, useId } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { textLimit } from '../../rules-bounds.ts'
import { placeWords } from '../../rules-words-rows.ts'
import { headingOf } from '../../rules-words-sentences.ts'
import type { Speaker } from '../../rules-words-values.ts'
import { historyTexts } from '../history/texts.ts'
import { bothTexts, type Chosen, mayCombine, type OpenConflict } from './choices.ts'
import { ConflictValue } from './conflict-value.tsx'
import styles from './merge.module.css'

interface ConflictChoiceProps {
  readonly conflict: OpenConflict
  readonly speaker: Speaker
  readonly chosen: Chosen | undefined
  readonly missing: boolean
  readonly onChoose: (chosen: Chosen) => void
}

/** One thing that two people changed differently: both values, and which one holds. */
export function ConflictChoice({ conflict, speaker, chosen, missing, onChoose }: ConflictChoiceProps) {
  const t = useTexts(historyTexts)
  const id = useId()
  const { statement, theirs, ours } = conflict
  const combined = mayCombine(conflict)
  const choose = (side: Chosen['side']) =>
    onChoose(side === 'both' ? { side, text: bothTexts(String(theirs), String(ours)) } : { side })
  const option = { name: id, chosen: chosen?.side, onChoose: choose }
  return (
    <fieldset className={styles.conflict} aria-describedby={missing ? `${id}-missing` : undefined}>
      <legend className={styles.place}>
        <span className={styles.quiet}>{headingOf(statement, speaker)}</span> {placeWords(statement, speaker)}
      </legend>
      <SideOption {...option} side="theirs" label={t('merge.theirValue')}>
        <ConflictValue statement={statement} side="before" speaker={speaker} />
      </SideOption>
      <SideOption {...option} side="ours" label={t('merge.ourValue')}>
        <ConflictValue statement={statement} side="after" speaker={speaker} />
      </SideOption>
      {combined ? <SideOption {...option} side="both" label={t('merge.both')} /> : null}
      {chosen?.side === 'both' ? (
        <TextField
          label={t('merge.bothText')}
          value={chosen.text}
          onChange={text => onChoose({ side: 'both', text })}
          multiline
          maxLength={textLimit}
        />
      ) : null}
      {missing ? (
        <p className={styles.missing} id={`${id}-missing`} role="alert">
          {t('merge.missing')}
        </p>
      ) : null}
    </fieldset>
  )
}

interface SideOptionProps {
  readonly name: string
  readonly side: Chosen['side']
  readonly label: string
  readonly chosen: Chosen['side'] | undefined
  readonly onChoose: (side: Chosen['side']) => void
  readonly children?: ReactNode
}

function SideOption({ name, side, label, chosen, onChoose, children }: SideOptionProps) {
  const id = `${name}-${side}`
  return (
    <div className={styles.option}>
      <input
        type="radio"
        id={id}
        name={name}
        value={side}
        checked={chosen === side}
        aria-describedby={`${id}-value`}
        onChange={() => onChoose(side)}
      />
      <div className={styles.value}>
        <label htmlFor={id}>{label}</label>
        <div id={`${id}-value`}>{children}</div>
      </div>
    </div>
  )
}
