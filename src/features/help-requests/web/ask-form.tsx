import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { hasInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type AskedOf, type HelpRequestList, type HelpTopic, helpTopics } from '../contract.ts'
import { askForHelp } from './api.ts'
import { texts } from './texts.ts'

interface AskFormProps {
  readonly list: HelpRequestList
  readonly onClose: () => void
}

/** Who reads it and by when it is answered are told before it is sent. Student welfare is led to those who do it. */
export function AskForm({ list, onClose }: AskFormProps) {
  const t = useTexts(texts)
  const readers = useReaders(list)
  const { found, set, written } = useWritten('help-request', {
    topic: 'learning' as HelpTopic | 'welfare',
    askedOf: readers[0]?.value ?? ('teacher' as AskedOf),
    message: '',
  })
  const { askedOf, message, topic } = written
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!found) form.current?.querySelector('select')?.focus()
  }, [found])
  const asking = useAsking(onClose)
  const reader = readers.find(({ value }) => value === askedOf)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (topic === 'welfare' || reader === undefined || hasInvalid(event.currentTarget)) return
    asking.mutate({ topic, askedOf, message })
  }
  return (
    <form ref={form} className={fields.form} onSubmit={submit} noValidate>
      <Choice
        label={t('topic')}
        value={topic}
        options={[...helpTopics, 'welfare' as const].map(value => ({ value, text: t(`topics.${value}`) }))}
        onChange={topic => set({ topic })}
      />
      {topic === 'welfare' ? (
        <Welfare />
      ) : reader === undefined ? (
        <Note tone="warning">
          <p>{t('nobody')}</p>
        </Note>
      ) : (
        <>
          <Choice
            label={t('whom')}
            value={askedOf}
            options={readers}
            onChange={askedOf => set({ askedOf })}
          />
          <TextField
            label={t('message')}
            value={message}
            onChange={message => set({ message })}
            multiline
            maxLength={2000}
          />
          <p>{t('readBy', { names: reader.names })}</p>
          <p>{t('promise', { date: list.answerBy })}</p>
        </>
      )}
      {asking.error === null ? null : <Failure error={asking.error} />}
      <Buttons>
        {topic === 'welfare' || reader === undefined ? null : (
          <Button look="primary" type="submit" pending={asking.isPending}>
            {t('send')}
          </Button>
        )}
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

function useReaders({ guidance, teacher }: HelpRequestList) {
  const t = useTexts(texts)
  const names = guidance.join(', ')
  return [
    ...(teacher === undefined
      ? []
      : [{ value: 'teacher' as const, text: t('teacher', { name: teacher }), names: teacher }]),
    ...(guidance.length === 0 ? [] : [{ value: 'guidance' as const, text: t('guidance', { names }), names }]),
  ]
}

function Welfare() {
  const t = useTexts(texts)
  return (
    <Note tone="info" title={t('welfareTitle')}>
      <p>{t('welfareText')}</p>
      <p>{t('welfareUrgent')}</p>
      <p>{t('welfareApart')}</p>
    </Note>
  )
}

function useAsking(onDone: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: askForHelp,
    onSuccess: async ({ answerBy }) => {
      announce(t('sent', { date: answerBy }))
      onDone()
      await client.invalidateQueries({ queryKey: ['help-requests'] })
    },
  })
}
