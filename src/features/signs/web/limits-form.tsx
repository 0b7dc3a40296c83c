import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { VersionedSettings } from '../../settings/contract.ts'
import { saveSettings, settingsQuery } from './api.ts'
import { BreakFields } from './break-fields.tsx'
import { texts } from './limits-texts.ts'
import { bounds, isFineNumber, limitsOf, type NumberName, typedOf } from './limits-typed.ts'

interface LimitsFormProps {
  readonly settings: VersionedSettings
  readonly onSaved: (version: number) => void
}

/** The limits are a part of the settings and saved with them. */
export function LimitsForm({ onSaved, settings }: LimitsFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [typed, setTyped] = useState(() => typedOf(settings.signs))
  const saving = useSaving(saveSettings, settingsQuery.queryKey, saved => {
    announce(t('saved'))
    onSaved(saved.version)
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const signs = limitsOf(typed)
    if (signs === undefined) focusFirstInvalid(event.currentTarget)
    else saving.mutate({ ...settings, signs })
  }
  const number = (name: NumberName) => ({
    inputMode: 'numeric' as const,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: isFineNumber(name, typed) ? undefined : t('numberProblem', bounds[name]),
  })
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <fieldset className={fields.group}>
        <legend>{t('progress.title')}</legend>
        <Check
          label={t('progress.on')}
          hint={t('progress.onHint')}
          checked={typed.progressOn}
          onChange={progressOn => setTyped({ ...typed, progressOn })}
        />
        <TextField label={t('progress.weeks')} hint={t('progress.weeksHint')} {...number('progress')} />
      </fieldset>
      <fieldset className={fields.group}>
        <legend>{t('emptyWeeks.title')}</legend>
        <Check
          label={t('emptyWeeks.on')}
          hint={t('emptyWeeks.onHint')}
          checked={typed.emptyOn}
          onChange={emptyOn => setTyped({ ...typed, emptyOn })}
        />
        <div className={fields.pair}>
          <TextField label={t('emptyWeeks.weeks')} hint={t('emptyWeeks.weeksHint')} {...number('weeks')} />
          <TextField label={t('emptyWeeks.ahead')} hint={t('emptyWeeks.aheadHint')} {...number('ahead')} />
        </div>
        <BreakFields breaks={typed.breaks} onChange={breaks => setTyped({ ...typed, breaks })} />
      </fieldset>
      <fieldset className={fields.group}>
        <legend>{t('workplace.title')}</legend>
        <Check
          label={t('workplace.on')}
          checked={typed.workplaceOn}
          onChange={workplaceOn => setTyped({ ...typed, workplaceOn })}
        />
        <TextField label={t('workplace.days')} hint={t('workplace.daysHint')} {...number('days')} />
      </fieldset>
      <SaveFailure
        error={saving.error}
        conflict={problemOf(saving.error).status === 409}
        reload={{
          text: t('reload'),
          onPress: () => void client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        }}
      />
      <div>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
