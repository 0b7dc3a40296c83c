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
import { revealStudent } from './student-api.ts'
import { texts } from './student-texts.ts'

interface RevealDialogProps {
  readonly studentId: string
  readonly onClose: () => void
}

/** Asks why, and shows then: whatever was read of the student or their plans before is old. */
export function RevealDialog({ onClose, studentId }: RevealDialogProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const revealing = useMutation({
    mutationFn: () => revealStudent(studentId, reason.trim()),
    onSuccess: async () => {
      onClose()
      announce(t('protection.shownNow'))
      await Promise.all([
        client.invalidateQueries({ queryKey: ['students'] }),
        client.invalidateQueries({ queryKey: ['plans'] }),
        // The page of writing reads once, and again only when told so; its draft waits on the device.
        client.invalidateQueries({ queryKey: ['writing'] }),
      ])
    },
  })
  const fine = reason.trim().length >= 3
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (fine) revealing.mutate()
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <Dialog title={t('protection.revealTitle')} onClose={onClose}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('protection.revealText')}</p>
        {revealing.error === null ? null : <Failure error={revealing.error} />}
        <TextField
          label={t('protection.reason')}
          hint={t('protection.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          multiline
          error={tried && !fine ? t('protection.reasonProblem') : undefined}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={revealing.isPending}>
            {t('protection.reveal')}
          </Button>
          <Button onPress={onClose}>{t('protection.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
