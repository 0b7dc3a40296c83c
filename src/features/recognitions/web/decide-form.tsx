import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { NewDecision, PeriodChoice, Recognition, VerificationRoute } from '../contract.ts'
import { verificationRoutes } from '../contract.ts'
import { decideRecognitions, effectQuery, forgetRecognitions } from './api.ts'
import { Effects } from './effects.tsx'
import { partText } from './names.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface DecideFormProps {
  readonly studentId: string
  readonly recognition: Recognition
  /** Others of the same plan that wait: one decision may answer several. */
  readonly others: readonly Recognition[]
  readonly onClose: () => void
}

/** Decides, with the reason; what it does to the plan is shown before. */
export function DecideForm({ onClose, others, recognition, studentId }: DecideFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const form = useDecision(studentId, recognition, others)
  const [tried, setTried] = useState(false)
  const sending = useSending(
    (body: NewDecision) => decideRecognitions(studentId, body),
    t('decided'),
    onClose,
  )
  const { decision, reason } = form
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const body = form.body()
    if (body === undefined) focusFirstInvalid(event.currentTarget)
    else sending.mutate(body)
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate aria-label={t('decision')}>
      <Together others={others} chosen={form.chosen} onChange={form.setChosen} />
      <Choice
        label={t('decision')}
        value={decision}
        options={(['recognised', 'refused'] as const).map(value => ({
          value,
          text: t(`decisions.${value}`),
        }))}
        onChange={form.setDecision}
      />
      {decision === 'recognised' ? <HowRecognised form={form} /> : null}
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={form.setReason}
        multiline
        required
        maxLength={500}
        error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
      />
      <SaveFailure
        error={sending.error}
        conflict={problemOf(sending.error).status === 409}
        reload={{
          text: t('reload'),
          onPress: () => {
            sending.reset()
            void forgetRecognitions(client)
          },
        }}
      />
      <Buttons>
        <Button look="primary" type="submit" pending={sending.isPending} disabled={form.waiting}>
          {t('decideNow')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

function useDecision(studentId: string, recognition: Recognition, others: readonly Recognition[]) {
  const [decision, setDecision] = useState<NewDecision['decision']>('recognised')
  const [route, setRoute] = useState<VerificationRoute>(recognition.route ?? 'direct')
  const [periods, setPeriods] = useState<PeriodChoice>('end')
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const decided = [recognition, ...others.filter(one => chosen.has(one.id))]
  const { planId } = recognition
  const ids = decided.map(one => one.id)
  const effect = useQuery({
    ...effectQuery(studentId, { planId, ids, route, periods }),
    enabled: decision === 'recognised',
  })
  const unnamed = route === 'assessors' && decided.some(one => (one.assessors ?? []).length === 0)
  const body = (): NewDecision | undefined => {
    if (reason.trim() === '') return undefined
    const shared = { planId, items: decided.map(({ id, version }) => ({ id, version })), reason }
    if (decision === 'refused') return { decision, ...shared }
    if (effect.data === undefined) return undefined
    return { decision, ...shared, route, periods, planVersion: effect.data.planVersion }
  }
  const waiting = decision === 'recognised' && (unnamed || effect.data === undefined)
  return {
    ...{ decision, setDecision, route, setRoute, periods, setPeriods, reason, setReason },
    ...{ chosen, setChosen, effect, unnamed, body, waiting },
  }
}

function HowRecognised({ form }: { readonly form: ReturnType<typeof useDecision> }) {
  const t = useTexts(texts)
  return (
    <>
      <Choice
        label={t('route')}
        value={form.route}
        options={verificationRoutes.map(value => ({ value, text: t(`routes.${value}`) }))}
        onChange={form.setRoute}
      />
      {form.unnamed ? (
        <Note tone="warning" live="status">
          <p>{t('noAssessors')}</p>
        </Note>
      ) : null}
      <Choice
        label={t('periods')}
        value={form.periods}
        options={(['end', 'keep'] as const).map(value => ({ value, text: t(`periodChoices.${value}`) }))}
        onChange={form.setPeriods}
      />
      <Effects effect={form.effect} />
    </>
  )
}

interface TogetherProps {
  readonly others: readonly Recognition[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function Together({ chosen, onChange, others }: TogetherProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (others.length === 0) return null
  return (
    <fieldset className={fields.field}>
      <legend className={fields.label}>{t('together')}</legend>
      {others.map(({ id, part }) => (
        <Check
          key={id}
          label={partText(part, language)}
          checked={chosen.has(id)}
          onChange={ticked => {
            const next = new Set(chosen)
            if (ticked) next.add(id)
            else next.delete(id)
            onChange(next)
          }}
        />
      ))}
    </fieldset>
  )
}
