import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { PathView } from '../../paths/contract.ts'
import { type ProposalKind, proposalKinds } from '../contract.ts'
import { aboutsOf } from './abouts.ts'
import { forgetProposals, makeProposal } from './api.ts'
import { texts } from './texts.ts'
import { bodyOf, type Typed, WishFields, wishOf } from './wish-fields.tsx'

interface MakeFormProps {
  readonly view: PathView
  readonly planId: string
  readonly answerBy: string
  readonly onClose: () => void
}

interface Fields {
  readonly kind: ProposalKind
  readonly about: string
  /** Nothing while the days that stand in the plan are untouched. */
  readonly typed: Typed | undefined
  readonly message: string
}

const begun: Fields = { kind: 'dates', about: '', typed: undefined, message: '' }

/** A proposal in four answers: what, of which part, what instead, why. By when it is answered is told before it is sent. */
export function MakeForm({ answerBy, onClose, planId, view }: MakeFormProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { found, set, written } = useWritten(`proposal ${planId}`, begun)
  const { about, kind, message } = written
  const abouts = aboutsOf(view, kind, language, t)
  const chosen = abouts.find(one => one.value === about) ?? abouts[0]
  const typed = written.typed ?? wishOf(chosen?.item)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!found) form.current?.querySelector('select')?.focus()
  }, [found])
  const making = useMaking(onClose)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (chosen === undefined || message.trim() === '' || hasInvalid(event.currentTarget)) {
      focusFirstInvalid(event.currentTarget)
      return
    }
    making.mutate({ planId, kind, about: chosen.value, message, ...bodyOf(kind, typed, chosen.item) })
  }
  return (
    <form ref={form} className={fields.form} onSubmit={submit} noValidate>
      <Choice
        label={t('kind')}
        value={kind}
        options={proposalKinds.map(value => ({ value, text: t(`kinds.${value}`) }))}
        onChange={kind => set({ kind, typed: undefined })}
      />
      {chosen === undefined ? (
        <Note tone="info">
          <p>{kind === 'unit' ? t('noUnits') : t('noPeriods')}</p>
        </Note>
      ) : (
        <>
          <Choice
            label={t('about')}
            value={chosen.value}
            options={abouts}
            onChange={about => set({ about, typed: undefined })}
          />
          <WishFields
            key={`${kind} ${chosen.value}`}
            kind={kind}
            planId={planId}
            typed={typed}
            onChange={typed => set({ typed })}
          />
          <TextField
            label={t('message')}
            value={message}
            onChange={message => set({ message })}
            multiline
            required
            maxLength={2000}
            error={tried && message.trim() === '' ? t('messageMissing') : undefined}
          />
        </>
      )}
      <p>{t('promise', { date: answerBy })}</p>
      {making.error === null ? null : <Failure error={making.error} />}
      <Buttons>
        <Button look="primary" type="submit" pending={making.isPending} disabled={chosen === undefined}>
          {t('send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

function useMaking(onDone: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: makeProposal,
    onSuccess: async ({ answerBy }) => {
      announce(t('sent', { date: answerBy }))
      onDone()
      await forgetProposals(client)
    },
  })
}
