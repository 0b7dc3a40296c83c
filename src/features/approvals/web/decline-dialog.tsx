import { type FormEvent, type ReactNode, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { texts } from './texts.ts'

interface DeclineDialogProps {
  /** What is declined: the words wait there until they are sent or cancelled. */
  readonly place: string
  readonly pending: boolean
  readonly failure: ReactNode
  readonly onSend: (reason: string, forget: () => void) => void
  readonly onClose: () => void
}

/** Declining says why: whoever plans can do something about a reason. */
export function DeclineDialog({ failure, onClose, onSend, pending, place }: DeclineDialogProps) {
  const t = useTexts(texts)
  const { forget, set, written } = useWritten(place, { reason: '' })
  const { reason } = written
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (missing || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else onSend(reason, forget)
  }
  return (
    <Dialog title={t('own.declineTitle')} onClose={onClose} keepOpen>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('own.declineLead')}</p>
        <TextField
          label={t('own.reason')}
          value={reason}
          onChange={reason => set({ reason })}
          multiline
          required
          maxLength={2000}
          error={tried && missing ? t('own.declineTitle') : undefined}
        />
        {failure}
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('own.send')}
          </Button>
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            {t('own.cancel')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
