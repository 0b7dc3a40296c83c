import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { createKey, keysQuery } from './api.ts'
import styles from './keys.module.css'
import { texts } from './texts.ts'

/** First what the key is for, then the key itself, once. */
export function CreateKey({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const creating = useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  if (creating.data !== undefined)
    return (
      <Dialog title={t('createdTitle')} onClose={onClose} keepOpen>
        <MadeKey value={creating.data.key} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={t('createTitle')} onClose={onClose} keepOpen>
      <NewKeyForm
        pending={creating.isPending}
        error={creating.error}
        onSubmit={creating.mutate}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface NewKeyFormProps {
  readonly pending: boolean
  readonly error: unknown
  readonly onSubmit: (wanted: { source: string; name: string }) => void
  readonly onClose: () => void
}

function NewKeyForm({ pending, error, onSubmit, onClose }: NewKeyFormProps) {
  const t = useTexts(texts)
  const [source, setSource] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const sourceIsFine = /^[a-z][a-z0-9-]{1,39}$/.test(source.trim())
  const nameIsFine = name.trim() !== ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (!sourceIsFine || !nameIsFine) focusFirstInvalid(event.currentTarget)
    else onSubmit({ source: source.trim(), name: name.trim() })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {error === null ? null : <Failure error={error} />}
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        value={source}
        onChange={setSource}
        maxLength={40}
        required
        error={tried && !sourceIsFine ? t('sourceProblem') : undefined}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onChange={setName}
        maxLength={100}
        required
        error={tried && !nameIsFine ? t('nameProblem') : undefined}
      />
      <DialogButtons>
        <Button type="submit" look="primary" pending={pending}>
          {t('create')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </form>
  )
}

function MadeKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const copy = (): void => {
    // Without a secure connection there is no clipboard; the key can then be marked and copied by hand.
    navigator.clipboard?.writeText(value).then(
      () => announce(t('copied')),
      () => undefined,
    )
  }
  return (
    <>
      <Note tone="warning" title={t('createdText')} live="alert" />
      <p className={styles.label}>{t('key')}</p>
      <code className={styles.key}>{value}</code>
      <DialogButtons>
        <Button onPress={copy}>{t('copy')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </>
  )
}
