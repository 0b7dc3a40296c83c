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
import {
  type Retention,
  type RetentionKind,
  retentionKinds,
  type VersionedSettings,
} from '../../settings/contract.ts'
import { retentionTexts } from '../../settings/web/public-retention.ts'
import { previewKey, saveSettings, settingsQuery } from './api.ts'
import { texts } from './texts.ts'

interface RulesFormProps {
  readonly settings: VersionedSettings
  readonly onSaved: (version: number) => void
}

interface Typed {
  readonly months: string
  readonly source: string
}

const ofContacts = /^([1-9]\d?|1[01]\d|120)$/
const ofOthers = /^([1-9]\d{0,2}|1[01]\d\d|1200|)$/

/** The times of all kinds with their sources; they are a part of the settings and saved with them. */
export function RulesForm({ settings, onSaved }: RulesFormProps) {
  const t = useTexts(texts)
  const kept = useTexts(retentionTexts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [contacts, setContacts] = useState(String(settings.contactRetentionMonths))
  const [typed, setTyped] = useState(() => typedOf(settings.retention))
  const saving = useSaving(saveSettings, settingsQuery.queryKey, saved => {
    announce(t('saved'))
    client.removeQueries({ queryKey: previewKey })
    onSaved(saved.version)
  })
  const isFine = (kind: RetentionKind) => ofOthers.test(typed[kind].months.trim())
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!ofContacts.test(contacts.trim()) || !retentionKinds.every(isFine))
      focusFirstInvalid(event.currentTarget)
    else
      saving.mutate({
        ...settings,
        contactRetentionMonths: Number(contacts),
        retention: retentionOf(typed),
      })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <fieldset className={fields.group}>
        <legend>{kept('kinds.contacts.title')}</legend>
        <TextField
          label={t('monthsLabel')}
          hint={`${t('counted', { from: kept('kinds.contacts.counted') })} ${t('contactsHint')}`}
          inputMode="numeric"
          value={contacts}
          onChange={setContacts}
          error={ofContacts.test(contacts.trim()) ? undefined : t('contactsProblem')}
        />
      </fieldset>
      {retentionKinds.map(kind => (
        <fieldset key={kind} className={fields.group}>
          <legend>{kept(`kinds.${kind}.title`)}</legend>
          <div className={fields.pair}>
            <TextField
              label={t('monthsLabel')}
              hint={`${t('counted', { from: kept(`kinds.${kind}.counted`) })} ${t('monthsHint')}`}
              inputMode="numeric"
              value={typed[kind].months}
              onChange={months => setTyped({ ...typed, [kind]: { ...typed[kind], months } })}
              error={isFine(kind) ? undefined : t('monthsProblem')}
            />
            <TextField
              label={t('source')}
              hint={t('sourceHint')}
              value={typed[kind].source}
              onChange={source => setTyped({ ...typed, [kind]: { ...typed[kind], source } })}
              maxLength={300}
            />
          </div>
        </fieldset>
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

type TypedRules = Readonly<Record<RetentionKind, Typed>>

function typedOf(retention: Retention): TypedRules {
  const { audit, deliveries, feedback, imports, plans, students } = retention
  const typed = ({ months, source }: Retention['plans']): Typed => ({
    months: months === null ? '' : String(months),
    source,
  })
  return {
    audit: typed(audit),
    deliveries: typed(deliveries),
    feedback: typed(feedback),
    imports: typed(imports),
    plans: typed(plans),
    students: typed(students),
  }
}

function retentionOf(typed: TypedRules): Retention {
  const rule = ({ months, source }: Typed): Retention['plans'] => ({
    months: months.trim() === '' ? null : Number(months),
    source: source.trim(),
  })
  const { audit, deliveries, feedback, imports, plans, students } = typed
  return {
    audit: rule(audit),
    deliveries: rule(deliveries),
    feedback: rule(feedback),
    imports: rule(imports),
    plans: rule(plans),
    students: rule(students),
  }
}
