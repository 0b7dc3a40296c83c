import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Goal } from '../contract.ts'
import { changeGoal, makeGoal } from './api.ts'
import { texts } from './texts.ts'

/** One form for a new goal and one that is changed. */
export function GoalForm({ goal, onClose }: { readonly goal?: Goal; readonly onClose: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const { set, written } = useWritten(`goal ${goal?.id ?? 'new'}`, {
    text: goal?.text ?? '',
    dueOn: goal?.dueOn ?? '',
  })
  const { dueOn, text } = written
  const [tried, setTried] = useState(false)
  const forget = () => client.invalidateQueries({ queryKey: ['goals'] })
  const saving = useMutation({
    mutationFn: () => {
      const body = { text, ...(dueOn === '' ? {} : { dueOn }) }
      if (goal === undefined) return makeGoal(body)
      return changeGoal(goal.id, { ...body, version: goal.version, reached: goal.reachedOn !== undefined })
    },
    onSuccess: async () => {
      announce(t('saved'))
      onClose()
      await forget()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate()
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <TextField
        label={t('text')}
        value={text}
        onChange={text => set({ text })}
        multiline
        required
        maxLength={500}
        error={tried && text.trim() === '' ? t('textMissing') : undefined}
      />
      <DateField label={t('dueOn')} value={dueOn} onChange={dueOn => set({ dueOn })} />
      <SaveFailure
        error={saving.error}
        conflict={problemOf(saving.error).code === 'goals.version-conflict'}
        reload={{
          text: t('reload'),
          onPress: () => {
            onClose()
            void forget()
          },
        }}
      />
      <Buttons>
        <Button look="primary" type="submit" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}
