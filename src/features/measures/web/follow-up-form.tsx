import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { FollowUp, MeasureView } from '../contract.ts'
import { followUp } from './api.ts'
import { texts } from './texts.ts'

interface FollowUpFormProps {
  readonly measure: MeasureView
  readonly onFollowed: () => Promise<unknown>
  readonly onClose: () => void
}

/** How it went, told once. */
export function FollowUpDialog({ measure, onClose, onFollowed }: FollowUpFormProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [state, setState] = useState<FollowUp['state']>('done')
  const [outcome, setOutcome] = useState('')
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () => followUp(measure.id, { state, outcome: outcome.trim(), version: measure.version }),
    onSuccess: async () => {
      await onFollowed()
      announce(t('followed'))
      onClose()
    },
  })
  const missing = outcome.trim() === ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (missing || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate()
  }
  return (
    <Dialog title={t('followUp')} onClose={onClose} keepOpen={outcome !== ''}>
      <form className={fields.form} onSubmit={submit} noValidate>
        {measure.text === undefined ? null : <p>{measure.text}</p>}
        <Choice
          label={t('followState')}
          value={state}
          options={[
            { value: 'done', text: t('states.done') },
            { value: 'left', text: t('states.left') },
          ]}
          onChange={setState}
        />
        <TextField
          label={t('outcome')}
          hint={t('outcomeHint')}
          value={outcome}
          onChange={setOutcome}
          maxLength={2000}
          required
          multiline
          error={tried && missing ? t('outcomeProblem') : undefined}
        />
        <p>{t('welfare')}</p>
        {saving.error === null ? null : <Failure error={saving.error} />}
        <DialogButtons>
          <Button type="submit" look="primary" pending={saving.isPending}>
            {t('followSave')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
