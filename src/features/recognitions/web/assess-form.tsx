import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Recognition } from '../contract.ts'
import { sendRecognition } from './api.ts'
import styles from './recognitions.module.css'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface AssessFormProps {
  readonly studentId: string
  readonly recognition: Recognition
  /** The student's school, which most assessors are of. */
  readonly institutionOid: string | undefined
  readonly onClose: () => void
}

/** To whom it was sent, of which school, and when: as the national model tells of assessors. */
export function AssessForm({ institutionOid = '', onClose, recognition, studentId }: AssessFormProps) {
  const t = useTexts(texts)
  const today = useSignedIn()?.today ?? ''
  const one = { name: '', institutionOid }
  const before = recognition.assessors?.map(each => ({ ...one, ...each }))
  const [people, setPeople] = useState(before ?? [one])
  const [sentOn, setSentOn] = useState(recognition.sentOn ?? today)
  const [tried, setTried] = useState(false)
  const sending = useSending(
    () =>
      sendRecognition(studentId, recognition.id, {
        assessors: people.map(({ institutionOid: oid, name }) => ({
          name,
          ...(oid.trim() === '' ? {} : { institutionOid: oid.trim() }),
        })),
        sentOn,
        version: recognition.version,
      }),
    t('assessed'),
    onClose,
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const missing = sentOn === '' || people.some(({ name }) => name.trim() === '')
    if (missing || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else sending.mutate()
  }
  const set = (at: number, change: Partial<typeof one>) =>
    setPeople(people.map((person, index) => (index === at ? { ...person, ...change } : person)))
  return (
    <form className={fields.form} onSubmit={submit} noValidate aria-label={t('assessTitle')}>
      {people.map(({ institutionOid: oid, name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people are told apart by their place alone
        <div key={at} className={styles.person}>
          <TextField
            label={t('assessorName')}
            value={name}
            onChange={text => set(at, { name: text })}
            required
            maxLength={200}
            error={tried && name.trim() === '' ? t('assessorNameMissing') : undefined}
          />
          <TextField
            label={t('assessorPlace')}
            hint={t('assessorPlaceHint')}
            value={oid}
            onChange={text => set(at, { institutionOid: text })}
            maxLength={100}
          />
        </div>
      ))}
      <div>
        <Button look="quiet" onPress={() => setPeople([...people, one])}>
          {t('addAssessor')}
        </Button>
      </div>
      <DateField
        label={t('sentOn')}
        value={sentOn}
        onChange={setSentOn}
        required
        error={tried && sentOn === '' ? t('sentOnMissing') : undefined}
      />
      <SaveFailure
        error={sending.error}
        conflict={problemOf(sending.error).status === 409}
        reload={{ text: t('reload'), onPress: onClose }}
      />
      <Buttons>
        <Button look="primary" type="submit" pending={sending.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}
