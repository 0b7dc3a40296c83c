import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { ViewQuery } from '../contract.ts'
import { createView, viewsQuery } from './api.ts'
import { texts } from './texts.ts'

interface SaveViewProps {
  readonly query: ViewQuery
  readonly onClose: () => void
}

export default function SaveView({ query, onClose }: SaveViewProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: createView,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey })
      announce(t('saved'))
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') focusFirstInvalid(event.currentTarget)
    else saving.mutate({ name, query })
  }
  return (
    <Dialog title={t('saveTitle')} onClose={onClose}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('saveLead')}</p>
        {saving.error === null ? null : <Failure error={saving.error} />}
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          maxLength={60}
          required
          error={tried && name.trim() === '' ? t('nameMissing') : undefined}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={saving.isPending}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
