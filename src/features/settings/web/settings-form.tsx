import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import fields from '../../../ui/field.module.css'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { SenderAbout } from '../../deliveries/web/public-switch.tsx'
import type { Master, NationalSender, PlanPart, VersionedSettings } from '../contract.ts'
import { saveSettings, settingsQuery } from './api.ts'
import { texts } from './texts.ts'

const parts: readonly PlanPart[] = ['basics', 'prior', 'units', 'periods', 'demonstrations', 'support']
const masters: readonly Master[] = ['register', 'here']
const senders: readonly NationalSender[] = ['register', 'here', 'nobody']

interface SettingsFormProps {
  readonly settings: VersionedSettings
  readonly onSaved: (version: number) => void
}

export function SettingsForm({ settings, onSaved }: SettingsFormProps) {
  const t = useTexts(texts)
  const [master, setMaster] = useState(settings.master)
  const [nationalSender, setSender] = useState(settings.nationalSender)
  const client = useQueryClient()
  const announce = useAnnounce()
  const saving = useSaving(saveSettings, settingsQuery.queryKey, saved => {
    announce(t('saved'))
    onSaved(saved.version)
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    saving.mutate({ ...settings, master, nationalSender })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <fieldset className={fields.group}>
        <legend>{t('mastersTitle')}</legend>
        <p className={fields.hint}>{t('mastersLead')}</p>
        <div className={fields.pair}>
          {parts.map(part => (
            <Choice
              key={part}
              label={t(`parts.${part}`)}
              value={master[part]}
              options={masters.map(value => ({ value, text: t(`masters.${value}`) }))}
              onChange={value => setMaster({ ...master, [part]: value })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={fields.group}>
        <legend>{t('senderTitle')}</legend>
        <Choice
          label={t('sender')}
          value={nationalSender}
          options={senders.map(value => ({ value, text: t(`senders.${value}`) }))}
          onChange={setSender}
        />
        <SenderAbout sender={nationalSender} />
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
