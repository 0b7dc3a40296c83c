import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { SignView } from '../contract.ts'
import { explain } from './api.ts'
import { texts } from './own-texts.ts'
import styles from './signs.module.css'

interface ExplainFormProps {
  readonly sign: SignView
  readonly onSaved: () => Promise<unknown>
  readonly onClose: () => void
}

export function ExplainForm({ onClose, onSaved, sign }: ExplainFormProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const { set, written } = useWritten(`explanation ${sign.id}`, { text: sign.explanation?.text ?? '' })
  const { text } = written
  const saving = useMutation({
    mutationFn: () => explain(sign.id, { text: text.trim(), version: sign.version }),
    onSuccess: async () => {
      await onSaved()
      announce(t('saved'))
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate()
  }
  return (
    <form className={classes(fields.form, styles.form)} onSubmit={submit} noValidate>
      <TextField
        label={t('explanation')}
        hint={t('explanationHint')}
        value={text}
        onChange={text => set({ text })}
        maxLength={2000}
        multiline
      />
      {saving.error === null ? null : <Failure error={saving.error} />}
      <div className={styles.row}>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
