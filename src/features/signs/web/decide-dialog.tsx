import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { emptyMeasure, MeasureFields, measureOf } from '../../measures/web/public-fields.tsx'
import type { Decision, SignView } from '../contract.ts'
import { decide } from './api.ts'
import { texts } from './texts.ts'

interface DecideDialogProps {
  readonly sign: SignView
  readonly head: string
  readonly onDecided: () => Promise<unknown>
  readonly onClose: () => void
}

/** Nothing is needed, for a reason; or one measure is agreed on. */
export function DecideDialog({ head, onClose, onDecided, sign }: DecideDialogProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const today = useSignedIn()?.today ?? ''
  const [how, setHow] = useState<Decision['decision']>('measure')
  const [draft, setDraft] = useState(emptyMeasure)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { version } = sign
  const measure = measureOf(draft, today)
  const decision = (): Decision | undefined => {
    if (how === 'no-need')
      return reason.trim() === '' ? undefined : { decision: how, reason: reason.trim(), version }
    return measure && { decision: how, measure, version }
  }
  const saving = useMutation({
    mutationFn: (given: Decision) => decide(sign.id, given),
    onSuccess: async () => {
      announce(t('saved'))
      onClose()
      await onDecided()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const given = decision()
    if (given === undefined || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate(given)
  }
  return (
    <Dialog title={t('decideTitle')} onClose={onClose} keepOpen={draft !== emptyMeasure || reason !== ''}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{head}</p>
        <Choice
          label={t('how')}
          value={how}
          options={[
            { value: 'measure', text: t('howMeasure') },
            { value: 'no-need', text: t('howNoNeed') },
          ]}
          onChange={setHow}
        />
        {how === 'measure' ? (
          <MeasureFields draft={draft} onChange={setDraft} tried={tried} />
        ) : (
          <>
            <TextField
              label={t('reason')}
              hint={t('reasonHint')}
              value={reason}
              onChange={setReason}
              maxLength={2000}
              required
              multiline
              error={tried && reason.trim() === '' ? t('reasonProblem') : undefined}
            />
            <p>{t('welfare')}</p>
          </>
        )}
        {saving.error === null ? null : <Failure error={saving.error} />}
        <DialogButtons>
          <Button type="submit" look="primary" pending={saving.isPending}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
