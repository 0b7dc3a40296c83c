import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Proposal, ProposalAnswer } from '../contract.ts'
import { answerProposal, forgetProposals } from './api.ts'
import { texts } from './texts.ts'
import { useSideWords } from './words.ts'

interface AnswerFormProps {
  readonly proposal: Proposal
  readonly onClose: () => void
}

type Decision = ProposalAnswer['state']

const begun = { state: 'accepted' as Decision, reason: '', changes: true }

/** A decision with its reason; what would change in the plan is told before it is sent. */
export function AnswerForm({ onClose, proposal }: AnswerFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { set, written } = useWritten(`proposal-answer ${proposal.id}`, begun)
  const { changes, reason, state } = written
  const [tried, setTried] = useState(false)
  const accepts = state === 'accepted'
  const applies = accepts && changes ? proposal.change : undefined
  const answering = useAnswering(proposal.id, onClose)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '' || hasInvalid(event.currentTarget)) {
      focusFirstInvalid(event.currentTarget)
      return
    }
    answering.mutate({ state, reason, ...(applies === undefined ? {} : { changeOf: applies.planVersion }) })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <Choice
        label={t('staff.decision')}
        value={state}
        options={[
          { value: 'accepted', text: t('staff.accept') },
          { value: 'declined', text: t('staff.decline') },
        ]}
        onChange={state => set({ state })}
      />
      {accepts ? (
        <WhatChanges proposal={proposal} changes={changes} onChange={changes => set({ changes })} />
      ) : null}
      <TextField
        label={t('staff.reason')}
        value={reason}
        onChange={reason => set({ reason })}
        multiline
        required
        maxLength={500}
        error={tried && reason.trim() === '' ? t('staff.reasonMissing') : undefined}
      />
      <SaveFailure
        error={answering.error}
        conflict={problemOf(answering.error).status === 409}
        reload={{ text: t('staff.reload'), onPress: () => void forgetProposals(client) }}
      />
      <Buttons>
        <Button look="primary" type="submit" pending={answering.isPending}>
          {t('staff.send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('staff.cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

function useAnswering(id: string, onDone: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (body: ProposalAnswer) => answerProposal(id, body),
    onSuccess: async ({ version }) => {
      announce(version === undefined ? t('staff.done') : t('staff.doneChanged'))
      onDone()
      await forgetProposals(client)
    },
  })
}

interface WhatChangesProps {
  readonly proposal: Proposal
  readonly changes: boolean
  readonly onChange: (changes: boolean) => void
}

function WhatChanges({ changes, onChange, proposal }: WhatChangesProps) {
  const t = useTexts(texts)
  const side = useSideWords()
  const { change } = proposal
  if (change === undefined)
    return (
      <Note tone="info">
        <p>{t('staff.byHand')}</p>
      </Note>
    )
  return (
    <>
      <Check label={t('staff.changeNow')} checked={changes} onChange={onChange} />
      {changes ? (
        <Note tone="info" title={t('staff.willChange')}>
          <p>{t('staff.before', { what: side(change.before) })}</p>
          <p>{t('staff.after', { what: side(change.after) })}</p>
          {change.after.unit === undefined ? null : <p>{t('staff.unitStays')}</p>}
        </Note>
      ) : null}
    </>
  )
}
