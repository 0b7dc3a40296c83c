import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ShownApproval, ToldHow } from '../contract.ts'
import { forgetApprovals, recordAnswer } from './api.ts'
import { texts } from './texts.ts'

interface RecordDialogProps {
  readonly planId: string
  readonly item: ShownApproval
  readonly onClose: () => void
}

const answers = ['approved', 'declined'] as const
const hows = ['phone', 'meeting', 'paper'] as const

/** What an employer answered, and how it was told. */
export function RecordDialog({ item, onClose, planId }: RecordDialogProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const today = useSignedIn()?.today ?? ''
  const [answer, setAnswer] = useState<(typeof answers)[number]>('approved')
  const [how, setHow] = useState<ToldHow>('phone')
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const recording = useRecording(planId, item, onClose)
  const declines = answer === 'declined'
  const lacks = on === '' || (declines && reason.trim() === '')
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (lacks || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else recording.mutate({ answer, how, on, ...(declines ? { reason } : {}) })
  }
  return (
    <Dialog title={t('plan.recordTitle')} onClose={onClose} keepOpen>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('plan.recordLead')}</p>
        <Choice
          label={t('plan.answer')}
          value={answer}
          options={answers.map(value => ({ value, text: t(`plan.answers.${value}`) }))}
          onChange={setAnswer}
        />
        {declines ? (
          <TextField
            label={t('plan.reason')}
            hint={t('plan.reasonHint')}
            value={reason}
            onChange={setReason}
            multiline
            required
            maxLength={2000}
            error={tried && reason.trim() === '' ? t('plan.reason') : undefined}
          />
        ) : null}
        <Choice
          label={t('plan.how')}
          value={how}
          options={hows.map(value => ({ value, text: t(`plan.hows.${value}`) }))}
          onChange={setHow}
        />
        <DateField
          label={t('plan.on')}
          value={on}
          onChange={setOn}
          required
          error={tried && on === '' ? t('plan.onNeeded') : undefined}
        />
        <SaveFailure
          error={recording.error}
          conflict={problemOf(recording.error).status === 409}
          reload={{ text: t('reload'), onPress: () => void forgetApprovals(client).then(onClose) }}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={recording.isPending}>
            {t('plan.save')}
          </Button>
          <Button onPress={onClose}>{t('plan.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function useRecording(planId: string, item: ShownApproval, onClose: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (answer: Parameters<typeof recordAnswer>[2]) => recordAnswer(planId, item, answer),
    onSuccess: async () => {
      announce(t('plan.recorded'))
      onClose()
      await forgetApprovals(client)
    },
  })
}
