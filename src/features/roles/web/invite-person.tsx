import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { Invitation } from '../contract.ts'
import { invitePerson, rolesKey } from './api.ts'
import { RoleChecks } from './role-checks.tsx'
import { texts } from './texts.ts'

const languages = ['fi', 'sv', 'en'] as const

export function InvitePerson({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const inviting = useMutation({
    mutationFn: invitePerson,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rolesKey })
      announce(t('invited'))
      onClose()
    },
  })
  return (
    <Dialog title={t('inviteTitle')} onClose={onClose} keepOpen>
      <InvitationForm
        pending={inviting.isPending}
        error={inviting.error}
        onSubmit={inviting.mutate}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface InvitationFormProps {
  readonly pending: boolean
  readonly error: unknown
  readonly onSubmit: (invitation: Invitation) => void
  readonly onClose: () => void
}

function InvitationForm({ pending, error, onSubmit, onClose }: InvitationFormProps) {
  const t = useTexts(texts)
  const [subject, setSubject] = useState('')
  const [name, setName] = useState('')
  const [language, setLanguage] = useState<Invitation['language']>('fi')
  const [roles, setRoles] = useState<Invitation['roles']>([])
  const [tried, setTried] = useState(false)
  const problem = (fine: boolean, text: string) => (tried && !fine ? text : undefined)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (subject.trim() === '' || name.trim() === '' || roles.length === 0)
      focusFirstInvalid(event.currentTarget)
    else onSubmit({ subject: subject.trim(), name: name.trim(), language, roles })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {error === null ? null : <Failure error={error} />}
      <TextField
        label={t('inviteSubject')}
        hint={t('inviteSubjectHint')}
        value={subject}
        onChange={setSubject}
        maxLength={255}
        required
        error={problem(subject.trim() !== '', t('inviteSubjectProblem'))}
      />
      <TextField
        label={t('inviteName')}
        value={name}
        onChange={setName}
        maxLength={200}
        required
        error={problem(name.trim() !== '', t('inviteNameProblem'))}
      />
      <Choice
        label={t('inviteLanguage')}
        value={language}
        options={languages.map(value => ({ value, text: t(`languages.${value}`) }))}
        onChange={setLanguage}
      />
      <RoleChecks
        label={t('inviteRoles')}
        value={roles}
        onChange={setRoles}
        error={problem(roles.length > 0, t('rolesProblem'))}
      />
      <DialogButtons>
        <Button type="submit" look="primary" pending={pending}>
          {t('invite')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </form>
  )
}
