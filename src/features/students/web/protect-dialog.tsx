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
import type { StudentCard } from '../contract-student.ts'
import { changeProtection } from './student-api.ts'
import { texts } from './student-texts.ts'

/** The button by which a turvakielto is set, or lifted, for those who may. */
export function ProtectButton({ student }: { readonly student: StudentCard }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  const change = (['protect', 'unprotect'] as const).find(one => student.permittedActions.includes(one))
  if (change === undefined) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(`byHand.${change}.button`)}</Button>
      {open ? <ProtectDialog studentId={student.id} change={change} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

interface ProtectDialogProps {
  readonly studentId: string
  readonly change: 'protect' | 'unprotect'
  readonly onClose: () => void
}

/** Asks why; whatever was read before is old then. */
function ProtectDialog({ change, onClose, studentId }: ProtectDialogProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const changing = useMutation({
    mutationFn: () => changeProtection(studentId, { protected: change === 'protect', reason: reason.trim() }),
    onSuccess: async () => {
      onClose()
      announce(t(`byHand.${change}.done`))
      client.removeQueries({ type: 'inactive' })
      await client.invalidateQueries()
    },
  })
  const fine = reason.trim().length >= 3
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (fine) changing.mutate()
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <Dialog title={t(`byHand.${change}.title`)} onClose={onClose}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t(`byHand.${change}.text`)}</p>
        {changing.error === null ? null : <Failure error={changing.error} />}
        <TextField
          label={t('byHand.reason')}
          hint={t('byHand.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          multiline
          error={tried && !fine ? t('protection.reasonProblem') : undefined}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={changing.isPending}>
            {t(`byHand.${change}.button`)}
          </Button>
          <Button onPress={onClose}>{t('protection.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
