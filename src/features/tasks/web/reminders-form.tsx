import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Reminders, VersionedSettings } from '../../settings/contract.ts'
import { saveSettings, settingsQuery } from './api.ts'
import { texts } from './reminders-texts.ts'

type Name = keyof Reminders

/** As the contract of the settings has them. */
const bounds: Readonly<Record<Name, { readonly least: number; readonly most: number }>> = {
  planMissingDays: { least: 0, most: 365 },
  periodEndsDays: { least: 1, most: 90 },
  proposalDays: { least: 1, most: 90 },
  helpDays: { least: 1, most: 30 },
}
const names: readonly Name[] = ['planMissingDays', 'periodEndsDays', 'proposalDays', 'helpDays']

interface RemindersFormProps {
  readonly settings: VersionedSettings
  readonly onSaved: (version: number) => void
}

/** The days are a part of the settings and saved with them. */
export function RemindersForm({ settings, onSaved }: RemindersFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>(() => typedOf(settings.reminders))
  const saving = useSaving(saveSettings, settingsQuery.queryKey, saved => {
    announce(t('saved'))
    onSaved(saved.version)
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!names.every(name => isFine(name, typed[name]))) focusFirstInvalid(event.currentTarget)
    else saving.mutate({ ...settings, reminders: remindersOf(typed) })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {names.map(name => (
        <TextField
          key={name}
          label={t(`fields.${name}.label`)}
          hint={t(`fields.${name}.hint`)}
          inputMode="numeric"
          value={typed[name]}
          onChange={value => setTyped({ ...typed, [name]: value })}
          error={isFine(name, typed[name]) ? undefined : t('problem', bounds[name])}
        />
      ))}
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

function isFine(name: Name, text: string): boolean {
  const { least, most } = bounds[name]
  const days = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && days >= least && days <= most
}

function typedOf({ helpDays, periodEndsDays, planMissingDays, proposalDays }: Reminders) {
  return {
    planMissingDays: String(planMissingDays),
    periodEndsDays: String(periodEndsDays),
    proposalDays: String(proposalDays),
    helpDays: String(helpDays),
  }
}

function remindersOf(typed: Readonly<Record<Name, string>>): Reminders {
  return {
    planMissingDays: Number(typed.planMissingDays),
    periodEndsDays: Number(typed.periodEndsDays),
    proposalDays: Number(typed.proposalDays),
    helpDays: Number(typed.helpDays),
  }
}
