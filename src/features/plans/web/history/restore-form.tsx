import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { problemOf } from '../../../../platform/web/api.ts'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { DialogButtons } from '../../../../ui/dialog.tsx'
import { focusFirstInvalid, hasInvalid } from '../../../../ui/invalid.ts'
import { SaveFailure } from '../../../../ui/save-failure.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { forgetPlan, type PlanView, restoreVersion } from '../api.ts'
import styles from './history.module.css'
import { historyTexts } from './texts.ts'

interface RestoreFormProps {
  /** The plan as the preview was made from it. */
  readonly view: PlanView
  readonly version: number
}

export function RestoreForm({ view, version }: RestoreFormProps) {
  const t = useTexts(historyTexts)
  const [reason, setReason] = useState<string>(t('restore.reasonStart', { version }))
  const [asked, setAsked] = useState(false)
  const restoring = useRestoring(view, version)
  const client = useQueryClient()
  const missing = asked && reason.trim() === ''
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else if (reason.trim() !== '') restoring.mutate(reason.trim())
  }
  const again = async () => {
    await forgetPlan(client, view.id)
    restoring.reset()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>
        {t('restore.kept')} {t('restore.notApproved')}
      </p>
      <TextField
        label={t('restore.reason')}
        hint={t('restore.reasonHint')}
        value={reason}
        onChange={setReason}
        required
        maxLength={500}
        error={missing ? t('restore.reasonMissing') : undefined}
      />
      <SaveFailure
        error={restoring.error}
        conflict={problemOf(restoring.error).status === 409}
        reload={{ text: t('restore.again'), onPress: () => void again() }}
      />
      <DialogButtons>
        <Button type="submit" look="primary" pending={restoring.isPending}>
          {t('restore.submit', { version })}
        </Button>
        <ButtonLink to={`/plans/${view.id}/versions`}>{t('restore.cancel')}</ButtonLink>
      </DialogButtons>
    </form>
  )
}

function useRestoring(view: PlanView, restored: number) {
  const t = useTexts(historyTexts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (reason: string) => restoreVersion(view, restored, reason),
    onSuccess: async ({ version, findings }) => {
      await forgetPlan(client, view.id)
      const count = findings.filter(({ severity }) => severity !== 'info').length
      announce(
        count === 0
          ? t('restore.done', { restored, version })
          : t('restore.doneFindings', { restored, count }),
      )
      await navigate(`/plans/${view.id}`)
    },
  })
}
