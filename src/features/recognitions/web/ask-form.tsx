import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Buttons, Quiet } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Evidence } from '../../evidence/contract.ts'
import { evidenceQuery } from '../../evidence/web/public-query.ts'
import type { RecognitionList, Target } from '../contract.ts'
import { askRecognitions, forgetRecognitions } from './api.ts'
import { PartsField } from './parts-field.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface AskFormProps {
  readonly studentId: string
  readonly plans: RecognitionList['plans']
  readonly onClose: () => void
}

/** Asks for parts, as many as one likes, with the evidence that they rest on. */
export function AskForm({ onClose, plans, studentId }: AskFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { data: evidence } = useQuery(evidenceQuery(studentId))
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [parts, setParts] = useState<readonly Target[]>([])
  const [ticked, setTicked] = useState<ReadonlySet<string>>()
  const [wish, setWish] = useState('')
  const [tried, setTried] = useState(false)
  const items = evidence?.items ?? []
  // Who has told of one thing means that; of several each is chosen.
  const based = ticked ?? new Set(items.length === 1 ? items.map(one => one.id) : [])
  const sending = useSending(
    () =>
      askRecognitions(studentId, {
        planId,
        parts: parts.map(keyOf),
        evidenceIds: [...based],
        ...(wish.trim() === '' ? {} : { wish }),
      }),
    t('sent'),
    onClose,
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (parts.length === 0) focusFirstInvalid(event.currentTarget)
    else sending.mutate()
  }
  const choose = (id: string): void => {
    setPlanId(id)
    setParts([])
  }
  const known = plans.find(plan => plan.id === planId)?.parts ?? []
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <PlanChoice plans={plans} value={planId} onChange={choose} />
      <PartsField
        known={known}
        chosen={parts}
        onChange={setParts}
        error={tried && parts.length === 0 ? t('partMissing') : undefined}
      />
      <EvidenceChoice items={items} ticked={based} onChange={setTicked} />
      <TextField
        label={t('wish')}
        hint={t('wishHint')}
        value={wish}
        onChange={setWish}
        multiline
        maxLength={1000}
      />
      <SaveFailure
        error={sending.error}
        conflict={problemOf(sending.error).status === 409}
        reload={{ text: t('reload'), onPress: () => void forgetRecognitions(client) }}
      />
      <Buttons>
        <Button look="primary" type="submit" pending={sending.isPending}>
          {t('send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

const keyOf = ({ subjectAreaCode, unitCode }: Target) => ({
  unitCode,
  ...(subjectAreaCode === undefined ? {} : { subjectAreaCode }),
})

interface EvidenceChoiceProps {
  readonly items: readonly Evidence[]
  readonly ticked: ReadonlySet<string>
  readonly onChange: (ticked: ReadonlySet<string>) => void
}

function EvidenceChoice({ items, onChange, ticked }: EvidenceChoiceProps) {
  const t = useTexts(texts)
  return (
    <fieldset className={fields.field}>
      <legend className={fields.label}>{t('evidence')}</legend>
      {items.length === 0 ? <Quiet>{t('noEvidence')}</Quiet> : null}
      {items.map(({ id, title }) => (
        <Check
          key={id}
          label={title}
          checked={ticked.has(id)}
          onChange={on => {
            const next = new Set(ticked)
            if (on) next.add(id)
            else next.delete(id)
            onChange(next)
          }}
        />
      ))}
    </fieldset>
  )
}
