import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { RegisterView } from '../contract.ts'
import { changeRegister, forgetRegisters } from './api.ts'
import { Credentials } from './credentials.tsx'
import styles from './registers.module.css'
import { ScheduleFields } from './schedule-fields.tsx'
import { changeOf, type Typed, typedOf } from './settings-typed.ts'
import { texts } from './texts.ts'
import { TryConnection } from './try-connection.tsx'

interface SettingsFormProps {
  readonly register: RegisterView
  readonly onSaved: (version: number) => void
}

export function SettingsForm({ register, onSaved }: SettingsFormProps) {
  const t = useTexts(texts)
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(() => typedOf(register))
  const saving = useSaving(register, onSaved, () => {
    if (form.current !== null) focusFirstInvalid(form.current)
  })
  const problem = problemOf(saving.error)
  const set = (change: Partial<Typed>): void => {
    setTyped({ ...typed, ...change })
    // What was wrong with a field was said of what stood there before.
    if (ofAField.includes(problem.pointer ?? '')) saving.reset()
  }
  const faultAt = (pointer: string): string | undefined =>
    saving.error !== null && problem.pointer === pointer ? problem.title : undefined
  const addressMissing = typed.address.trim() === ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (addressMissing) focusFirstInvalid(event.currentTarget)
    else saving.mutate(changeOf(register, typed))
  }
  const dirty = JSON.stringify(typed) !== JSON.stringify(typedOf(register))
  return (
    <form ref={form} className={`${fields.form} ${styles.form}`} onSubmit={submit} noValidate>
      <TextField
        label={t('settings.address')}
        hint={t('settings.addressHint')}
        value={typed.address}
        onChange={address => set({ address })}
        maxLength={500}
        required
        error={addressMissing ? t('settings.addressProblem') : faultAt('/address')}
      />
      {register.needsCredentials ? (
        <Credentials hasSecret={register.hasSecret} typed={typed} onChange={set} faultAt={faultAt} />
      ) : null}
      <ScheduleFields typed={typed} onChange={set} />
      <Outcome error={saving.error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('settings.save')}
        </Button>
      </div>
      {register.permittedActions.includes('run') ? (
        <TryConnection register={register.register} dirty={dirty} />
      ) : null}
    </form>
  )
}

function useSaving(register: RegisterView, onSaved: SettingsFormProps['onSaved'], onFault: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (change: Parameters<typeof changeRegister>[1]) => changeRegister(register.register, change),
    onSuccess: async ({ version }) => {
      await forgetRegisters(client)
      announce(t('settings.saved'))
      onSaved(version)
    },
    onError: onFault,
  })
}

const ofAField = ['/address', '/username', '/secret']

/** What is wrong with a field stands beside it; after a conflict the way on is to read the present settings. */
function Outcome({ error }: { readonly error: Error | null }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { pointer, status } = problemOf(error)
  if (ofAField.includes(pointer ?? '')) return null
  return (
    <SaveFailure
      error={error}
      conflict={status === 409}
      reload={{ text: t('settings.reload'), onPress: () => void forgetRegisters(client) }}
    />
  )
}
