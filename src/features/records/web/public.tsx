import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { download, request } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { reasonAtLeast } from '../contract.ts'
import { texts } from './texts.ts'

/** Everything that is kept of a student as a package, for whoever answers requests for it. */
export function RecordSection({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (!roles.includes('administrator')) return null
  return (
    <Section id="record" title={t('section.title')}>
      <p>{t('section.text')}</p>
      <RequestForm studentId={studentId} />
    </Section>
  )
}

/** The same for the student. */
export function OwnRecordSection() {
  const t = useTexts(texts)
  const taking = useTaking(() => ownId().then(id => takeRecord(id, {})))
  return (
    <Section id="record" title={t('section.title')}>
      <p>{t('section.ownText')}</p>
      {taking.error === null ? null : <Failure error={taking.error} />}
      <div>
        <Button pending={taking.isPending} onPress={() => taking.mutate('')}>
          {t('section.take')}
        </Button>
      </div>
    </Section>
  )
}

/** A student's list holds the student alone. */
async function ownId(): Promise<string> {
  const { items } = await request<{ items: readonly { id: string }[] }>('GET', '/api/students')
  return items[0]?.id ?? ''
}

const takeRecord = (studentId: string, body: object): Promise<void> =>
  download('POST', `/api/students/${encodeURIComponent(studentId)}/record`, { body })

function useTaking(take: (reason: string) => Promise<void>) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  return useMutation({ mutationFn: take, onSuccess: () => announce(t('section.taken')) })
}

function RequestForm({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const taking = useTaking(said => takeRecord(studentId, { reason: said }))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const fine = reason.trim().length >= reasonAtLeast
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (fine) taking.mutate(reason.trim())
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {taking.error === null ? null : <Failure error={taking.error} />}
      <TextField
        label={t('section.reason')}
        hint={t('section.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        required
        error={tried && !fine ? t('section.reasonProblem') : undefined}
      />
      <div>
        <Button type="submit" pending={taking.isPending}>
          {t('section.take')}
        </Button>
      </div>
    </form>
  )
}
