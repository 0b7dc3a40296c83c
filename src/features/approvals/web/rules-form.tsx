import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import type { VersionedSettings } from '../../settings/contract.ts'
import { saveSettings, settingsQuery } from './api.ts'
import { RuleFields } from './rule-fields.tsx'
import { texts } from './texts.ts'
import { newRule, type TypedRule, typedOf, writtenRule } from './typed-rule.ts'

interface RulesFormProps {
  readonly settings: VersionedSettings
  readonly onSaved: (version: number) => void
}

/** All rules in one form; they are a part of the settings and saved with them. */
export function RulesForm({ settings, onSaved }: RulesFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const today = useSignedIn()?.today ?? ''
  const [rules, setRules] = useState(() => settings.approvals.map(typedOf))
  const form = useRef<HTMLFormElement>(null)
  const [open, setOpen] = useState<readonly string[]>([])
  const saving = useSaving(saveSettings, settingsQuery.queryKey, saved => {
    announce(t('settings.saved'))
    onSaved(saved.version)
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const written = rules.map(writtenRule)
    if (hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate({ ...settings, approvals: written })
  }
  const add = (): void => {
    const added = newRule(rules, today)
    setRules([...rules, added])
    setOpen([...open, added.id])
  }
  const change = (changed: TypedRule): void =>
    setRules(rules.map(rule => (rule.id === changed.id ? changed : rule)))
  return (
    <form className={fields.form} onSubmit={submit} ref={form} tabIndex={-1} noValidate>
      {rules.length === 0 ? <p>{t('settings.none')}</p> : null}
      {rules.map((rule, at) => (
        <RuleFields
          key={rule.id}
          number={at + 1}
          rule={rule}
          today={today}
          open={open.includes(rule.id)}
          onOpen={() => setOpen([...open, rule.id])}
          onChange={change}
          onRemove={() => {
            setRules(rules.filter(({ id }) => id !== rule.id))
            announce(t('settings.removed'))
            form.current?.focus()
          }}
        />
      ))}
      <SaveFailure
        error={saving.error}
        conflict={problemOf(saving.error).status === 409}
        reload={{
          text: t('settings.reload'),
          onPress: () => void client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        }}
      />
      <Buttons>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('settings.save')}
        </Button>
        <Button onPress={add}>{t('settings.add')}</Button>
      </Buttons>
    </form>
  )
}
