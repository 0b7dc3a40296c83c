import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { answer } from './api.ts'
import { texts } from './texts.ts'

export function AnswerForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const { set, written } = useWritten(`help-answer ${id}`, { text: '' })
  const { text } = written
  const [tried, setTried] = useState(false)
  const answering = useMutation({
    mutationFn: () => answer(id, text),
    onSuccess: async () => {
      announce(t('staff.done'))
      onClose()
      await client.invalidateQueries({ queryKey: ['help-requests'] })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else answering.mutate()
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <TextField
        label={t('staff.answerLabel')}
        value={text}
        onChange={text => set({ text })}
        multiline
        required
        maxLength={2000}
        error={tried && text.trim() === '' ? t('staff.answerMissing') : undefined}
      />
      {answering.error === null ? null : <Failure error={answering.error} />}
      <Buttons>
        <Button look="primary" type="submit" pending={answering.isPending}>
          {t('staff.send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}
