import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { Section } from '../../../ui/section.tsx'
import type { MeasureList } from '../contract.ts'
import { agreeOn, measuresQuery } from './api.ts'
import { emptyMeasure, MeasureFields, measureOf } from './public-fields.tsx'
import { MeasureItems } from './public-items.tsx'
import { texts } from './texts.ts'

interface MeasuresSectionProps {
  readonly studentId: string
  readonly own: boolean
}

/** What has been agreed about a student; nothing at all to those who may not see it. */
export function MeasuresSection({ own, studentId }: MeasuresSectionProps) {
  const query = useQuery(measuresQuery(studentId))
  if (problemOf(query.error).status === 403) return null
  // What follows from a sign stands there, where the student reads why.
  if (own && query.data?.items.every(one => one.signId !== undefined) === true) return null
  return <Async query={query}>{data => <Shown data={data} own={own} studentId={studentId} />}</Async>
}

function Shown({ data, own, studentId }: MeasuresSectionProps & { readonly data: MeasureList }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [agreeing, setAgreeing] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: measuresQuery(studentId).queryKey })
  const shown = own ? data.items.filter(one => one.signId === undefined) : data.items
  return (
    <Section
      id="measures"
      title={t('title')}
      actions={
        data.permittedActions.includes('agree') ? (
          <Button onPress={() => setAgreeing(true)}>{t('agree')}</Button>
        ) : undefined
      }
    >
      {data.items.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <MeasureItems measures={shown} own={own} onChanged={renew} />
      )}
      {agreeing ? (
        <AgreeDialog studentId={studentId} onAgreed={renew} onClose={() => setAgreeing(false)} />
      ) : null}
    </Section>
  )
}

interface AgreeDialogProps {
  readonly studentId: string
  readonly onAgreed: () => Promise<unknown>
  readonly onClose: () => void
}

function AgreeDialog({ onAgreed, onClose, studentId }: AgreeDialogProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const today = useSignedIn()?.today ?? ''
  const [draft, setDraft] = useState(emptyMeasure)
  const [tried, setTried] = useState(false)
  const measure = measureOf(draft, today)
  const saving = useMutation({
    mutationFn: (agreed: NonNullable<typeof measure>) => agreeOn(studentId, agreed),
    onSuccess: async () => {
      await onAgreed()
      announce(t('saved'))
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (measure === undefined || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate(measure)
  }
  return (
    <Dialog title={t('agreeTitle')} onClose={onClose} keepOpen={draft !== emptyMeasure}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <MeasureFields draft={draft} onChange={setDraft} tried={tried} />
        {saving.error === null ? null : <Failure error={saving.error} />}
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
