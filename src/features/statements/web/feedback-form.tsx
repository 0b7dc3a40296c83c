import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { giveFeedback } from './api.ts'
import styles from './statements.module.css'
import { publicTexts } from './texts.ts'

const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Feedback about accessibility, from whoever it is. */
export function FeedbackForm({ providerOid }: { readonly providerOid: string }) {
  const t = useTexts(publicTexts)
  const id = useId()
  const [form, setForm] = useState({ message: '', page: '', email: '', website: '' })
  const [tried, setTried] = useState(false)
  const sending = useMutation({
    mutationFn: () => {
      const { message, ...rest } = form
      const told = Object.entries(rest).flatMap(([key, value]) =>
        value.trim() === '' ? [] : [[key, value.trim()]],
      )
      return giveFeedback(providerOid, { message: message.trim(), ...Object.fromEntries(told) })
    },
  })
  const messageFine = form.message.trim().length >= 3
  const emailFine = form.email.trim() === '' || looksLikeAddress.test(form.email.trim())
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (messageFine && emailFine) sending.mutate()
    else focusFirstInvalid(event.currentTarget)
  }
  const again = (): void => {
    setForm({ message: '', page: '', email: '', website: '' })
    setTried(false)
    sending.reset()
  }
  if (sending.isSuccess)
    return (
      <Note tone="success" title={t('form.thanks')} live="status">
        <p>{t('form.thanksText')}</p>
        <Button onPress={again}>{t('form.another')}</Button>
      </Note>
    )
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <p>{t('form.lead')}</p>
      <TextField
        label={t('form.message')}
        hint={t('form.messageHint')}
        value={form.message}
        onChange={message => setForm({ ...form, message })}
        maxLength={4000}
        required
        multiline
        error={tried && !messageFine ? t('form.messageProblem') : undefined}
      />
      <TextField
        label={t('form.page')}
        value={form.page}
        onChange={page => setForm({ ...form, page })}
        maxLength={300}
      />
      <TextField
        label={t('form.email')}
        hint={t('form.emailHint')}
        inputMode="email"
        value={form.email}
        onChange={email => setForm({ ...form, email })}
        maxLength={254}
        error={tried && !emailFine ? t('form.emailProblem') : undefined}
      />
      <div className={styles.trap} aria-hidden="true">
        <label htmlFor={id}>{t('form.website')}</label>
        <input
          id={id}
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={form.website}
          onChange={event => setForm({ ...form, website: event.target.value })}
        />
      </div>
      {sending.error === null ? null : <Failure error={sending.error} />}
      <div>
        <Button type="submit" look="primary" pending={sending.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  )
}
