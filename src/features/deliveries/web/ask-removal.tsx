import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { askRemoval, forgetDeliveries } from './api.ts'
import { texts } from './texts.ts'

interface AskRemovalProps {
  readonly planId: string
  readonly onClose: () => void
}

/** Asks why: whoever deletes it in the national service sees the reason only. */
export default function AskRemoval({ onClose, planId }: AskRemovalProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const asking = useMutation({
    mutationFn: () => askRemoval(planId, reason.trim()),
    onSuccess: async () => {
      onClose()
      announce(t('removal.askedNow'))
      await forgetDeliveries(client)
    },
  })
  const fine = reason.trim().length >= 3
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (fine) asking.mutate()
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <Dialog title={t('removal.askTitle')} onClose={onClose} keepOpen={reason.trim() !== ''}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('removal.askText')}</p>
        {asking.error === null ? null : <Failure error={asking.error} />}
        <TextField
          label={t('removal.reason')}
          hint={t('removal.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          multiline
          error={tried && !fine ? t('removal.reasonProblem') : undefined}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={asking.isPending}>
            {t('plan.askRemoval')}
          </Button>
          <Button onPress={onClose}>{t('removal.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
