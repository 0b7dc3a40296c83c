import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Check } from '../../../../ui/check.tsx'
import { useHashPlace } from '../../../../ui/hash-place.ts'
import { focusFirstInvalid, hasInvalid } from '../../../../ui/invalid.ts'
import { Note } from '../../../../ui/note.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { ShownFinding } from '../api.ts'
import styles from './editor.module.css'
import { texts } from './texts.ts'
import type { DraftState } from './use-draft.ts'
import type { WritingStore } from './use-writing.ts'
import { isChanged, type Writing } from './writing.ts'

interface SaveBarProps {
  readonly writing: Writing
  readonly store: WritingStore
  readonly findings: readonly ShownFinding[]
  readonly saving: boolean
  readonly draft: DraftState
  readonly onSave: () => void
}

/** The one action: why, whether it is approved, save. */
export function SaveBar({ draft, findings, onSave, saving, store, writing }: SaveBarProps) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const isNew = writing.base.version === undefined
  const lacksReason = !isNew && writing.reason.trim() === ''
  const unfinished = Object.keys(writing.typed).length
  const nothing = !isNew && !isChanged(writing) && !writing.approve
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const wrong = hasInvalid(event.currentTarget)
    if (nothing || lacksReason || unfinished > 0 || wrong) focusFirstInvalid(event.currentTarget)
    else onSave()
  }
  useHashPlace()
  useSaveKeys(() => form.current?.requestSubmit())
  return (
    <form ref={form} className={styles.bar} onSubmit={submit} noValidate aria-labelledby="save-title">
      <h2 id="save-title">{t('save.title')}</h2>
      <TextField
        label={t('save.reason')}
        hint={t('save.reasonHint')}
        value={writing.reason}
        onChange={reason => store.update(now => ({ ...now, reason }))}
        required={!isNew}
        maxLength={500}
        error={tried && lacksReason && !nothing ? t('save.reasonMissing') : undefined}
      />
      <Check
        id="approve"
        label={t('save.approve')}
        hint={t('save.approveHint')}
        checked={writing.approve}
        onChange={approve => store.update(now => ({ ...now, approve }))}
      />
      <Hindrances findings={findings} unfinished={tried ? unfinished : 0} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={saving}>
          {isNew ? t('save.create') : t('save.save')}
        </Button>
        <p className={styles.quiet}>{nothing ? t('save.nothing') : t(`save.drafts.${draft}`)}</p>
      </div>
    </form>
  )
}

/** What keeps the plan from being saved, or from the national service. */
function Hindrances({
  findings,
  unfinished,
}: {
  readonly findings: readonly ShownFinding[]
  readonly unfinished: number
}) {
  const t = useTexts(texts)
  const missing = findings.filter(isShapeFault).length
  const errors = findings.filter(one => one.severity === 'error').length - missing
  return (
    <>
      {unfinished === 0 ? null : (
        <Note tone="error" compact live="alert">
          <p>{t('save.unfinished', { count: unfinished })}</p>
        </Note>
      )}
      {missing === 0 ? null : (
        <Note tone="error" compact>
          <p>{t('save.missing', { count: missing })}</p>
        </Note>
      )}
      {errors === 0 ? null : (
        <Note tone="warning" compact>
          <p>{t('save.errors', { count: errors })}</p>
        </Note>
      )}
    </>
  )
}

/** Without it the plan has no plan's shape, and cannot be stored. */
export const isShapeFault = ({ code }: ShownFinding): boolean => code === 'field-missing'

/** Ctrl + S, or Command + S, saves. */
function useSaveKeys(save: () => void): void {
  const newest = useRef(save)
  newest.current = save
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
