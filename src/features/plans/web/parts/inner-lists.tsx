import type { ReactNode } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { listAt } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { CodePlace } from '../pick/code-place.tsx'
import type { LearningPeriod } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { useFolding } from './fold.tsx'
import styles from './parts.module.css'
import { DatePlace } from './places.tsx'
import { useRemoval } from './removal.tsx'
import { texts } from './texts.ts'

interface InnerListProps {
  readonly list: string
  readonly title: string
  readonly hint?: string
  readonly addText: string
  readonly make: () => unknown
  /** What one of them is called. */
  readonly name: (number: number) => string
  readonly children: (pointer: string, index: number) => ReactNode
}

/** A few small things of one kind, always open: each with its button to take it away. */
export function InnerList({ list, title, hint, addText, make, name, children }: InnerListProps) {
  const t = useTexts(texts)
  const { insert, plan } = useEditor()
  const { takeAway, undo } = useRemoval(list)
  const folding = useFolding()
  const members = listAt(plan, list)
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {hint === undefined || members.length === 0 ? null : <p className={styles.quiet}>{hint}</p>}
      <FieldFindings pointer={list} />
      {members.map((_, index) => {
        const pointer = `${list}/${index}`
        return (
          <div key={pointerKey(list, index)} className={styles.small}>
            <p className={styles.smallTitle}>{name(index + 1)}</p>
            <FieldFindings pointer={pointer} />
            {children(pointer, index)}
            <div>
              <Button
                look="quiet"
                label={t('removeNamed', { name: name(index + 1) })}
                onPress={() => takeAway(pointer, name(index + 1))}
              >
                {t('remove')}
              </Button>
            </div>
          </div>
        )
      })}
      {undo}
      <div>
        <Button look="quiet" onPress={() => folding.go(insert(list, make()))}>
          {addText}
        </Button>
      </div>
    </fieldset>
  )
}

const pointerKey = (list: string, index: number): string => `${list}/${index}`

interface OfPeriodProps {
  readonly list: string
  readonly period: LearningPeriod
}

export function Interruptions({ list, period }: OfPeriodProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  return (
    <InnerList
      list={list}
      title={named('fields.interruptions')}
      hint={t('period.untilNow')}
      addText={t('add.interruption')}
      make={() => ({ start: period.start, end: period.end })}
      name={number => t('period.interruption', { number })}
    >
      {pointer => (
        <div className={styles.fields}>
          <DatePlace pointer={`${pointer}/start`} label={named('fields.start')} required />
          <DatePlace pointer={`${pointer}/end`} label={named('fields.end')} />
        </div>
      )}
    </InnerList>
  )
}

export function Environments({ list, period }: OfPeriodProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { set } = useEditor()
  return (
    <InnerList
      list={list}
      title={named('fields.otherEnvironments')}
      addText={t('add.environment')}
      make={() => ({ code: '', codeVersion: 1, start: period.start, end: period.end })}
      name={number => t('period.environment', { number })}
    >
      {pointer => (
        <div className={styles.fields}>
          <CodePlace
            pointer={`${pointer}/code`}
            label={t('period.environmentKind')}
            set="oppimisymparistot"
            day={period.start}
            demanded
            onChoose={code => {
              set(`${pointer}/code`, code?.code ?? '')
              set(`${pointer}/codeVersion`, code?.codeVersion ?? 1)
            }}
          />
          <DatePlace pointer={`${pointer}/start`} label={named('fields.start')} required />
          <DatePlace pointer={`${pointer}/end`} label={named('fields.end')} required />
        </div>
      )}
    </InnerList>
  )
}
