import { useEffect, useRef, useState } from 'react'
import { formatInstant } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../../ui/dialog.tsx'
import { Note } from '../../../../ui/note.tsx'
import type { StartGap } from '../../contract-writing.ts'
import styles from './editor.module.css'
import { texts } from './texts.ts'

interface DraftNoteProps {
  readonly at: string
  /** The version that the draft builds on; missing when there was none. */
  readonly base: number | undefined
  /** The newest version. */
  readonly version: number | undefined
  readonly onDiscard: () => void
}

/** A draft has come back: from when, on what, and the way to be rid of it. */
export function DraftNote({ at, base, onDiscard, version }: DraftNoteProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const time = formatInstant(at, language)
  const known = base !== undefined && base > 0
  return (
    <>
      <Note tone="info" title={t('draft.title')} live="status">
        <p>{known ? t('draft.text', { time, version: base }) : t('draft.textNew', { time })}</p>
        {version !== undefined && base !== version ? <p>{t('draft.older', { version })}</p> : null}
        <Button onPress={() => setAsking(true)}>{t('draft.discard')}</Button>
      </Note>
      {asking ? (
        <Dialog title={t('draft.discardTitle')} onClose={() => setAsking(false)}>
          <p>{t('draft.discardText')}</p>
          <DialogButtons>
            <Button look="primary" onPress={onDiscard}>
              {t('draft.discard')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('draft.keep')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </>
  )
}

/** After a merge reading goes on here: what is left to do is to save. */
export function MergedNote() {
  const t = useTexts(texts)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Note tone="success" title={t('conflict.merged')} />
    </div>
  )
}

/** What was filled in beforehand, and what could not be. */
export function StartNote({
  filled,
  gaps,
}: {
  readonly filled: boolean
  readonly gaps: readonly StartGap[]
}) {
  const t = useTexts(texts)
  return (
    <Note tone="info" title={t('start.title')}>
      {filled ? <p>{t('start.filled')}</p> : null}
      {gaps.length === 0 ? null : (
        <ul className={styles.list}>
          {gaps.map(gap => (
            <li key={gap}>{t(`start.${gap}`)}</li>
          ))}
        </ul>
      )}
    </Note>
  )
}
