import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatDateRange } from '../../../platform/i18n/format.ts'
import { addDays, type PlainDate } from '../../../platform/time/plain-date.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWritten } from '../../../platform/web/use-written.ts'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DialogButtons } from '../../../ui/dialog.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { ShownOnce } from '../../../ui/shown-once.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { PathView } from '../../paths/contract.ts'
import type { SharedPart } from '../contract.ts'
import { makeShare, sharesQuery } from './api.ts'
import styles from './shares.module.css'
import { texts } from './texts.ts'

interface ShareFormProps {
  readonly planId: string
  readonly view: PathView
  readonly onMade: (link: string) => void
  readonly onClose: () => void
}

const nameOf = (part: SharedPart): string => ('key' in part ? `${part.kind} ${part.key}` : part.kind)

const begun = { recipient: '', parts: [] as readonly SharedPart[] }

/** A link is for a while: four weeks are offered. */
const inMonth = (today: string): string => addDays(today as PlainDate, 28)

/** To whom, until when and what: then the link, once. */
export function ShareForm({ onClose, onMade, planId, view }: ShareFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { set, written } = useWritten(`share ${planId}`, { ...begun, lastDay: inMonth(view.today) })
  const { lastDay, parts, recipient } = written
  const [tried, setTried] = useState(false)
  const making = useMutation({
    mutationFn: makeShare,
    onSuccess: async ({ link }) => {
      await client.invalidateQueries({ queryKey: sharesQuery.queryKey })
      onMade(link)
    },
  })
  const dayIsFine = lastDay >= view.today
  const fine = recipient.trim() !== '' && dayIsFine && parts.length > 0
  const problem = (good: boolean, text: string) => (tried && !good ? text : undefined)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (fine) making.mutate({ planId, recipient: recipient.trim(), lastDay, parts: [...parts] })
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {making.error === null ? null : <Failure error={making.error} />}
      <TextField
        label={t('recipient')}
        hint={t('recipientHint')}
        value={recipient}
        onChange={recipient => set({ recipient })}
        maxLength={120}
        required
        error={problem(recipient.trim() !== '', t('problemRecipient'))}
      />
      <DateField
        label={t('lastDay')}
        value={lastDay}
        onChange={lastDay => set({ lastDay })}
        required
        error={problem(dayIsFine, t('problemDay'))}
      />
      <Parts view={view} parts={parts} onChange={parts => set({ parts })} />
      {tried && parts.length === 0 ? (
        <Note tone="error" title={t('problemParts')} live="alert" compact />
      ) : null}
      <DialogButtons>
        <Button type="submit" look="primary" pending={making.isPending}>
          {t('make')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </form>
  )
}

interface PartsProps {
  readonly view: PathView
  readonly parts: readonly SharedPart[]
  readonly onChange: (parts: readonly SharedPart[]) => void
}

function Parts({ onChange, parts, view }: PartsProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const chosen = new Set(parts.map(nameOf))
  // What is closed tells how much of it is chosen.
  const titleOf = (title: string, kind: SharedPart['kind']) => {
    const count = parts.filter(part => part.kind === kind).length
    return count === 0 ? title : t('chosenOf', { title, count })
  }
  const choice = (part: SharedPart, label: string) => (
    <Check
      key={nameOf(part)}
      label={label}
      checked={chosen.has(nameOf(part))}
      onChange={wanted =>
        onChange(wanted ? [...parts, part] : parts.filter(one => nameOf(one) !== nameOf(part)))
      }
    />
  )
  return (
    <fieldset className={styles.parts}>
      <legend>{t('what')}</legend>
      {view.howFar === undefined ? null : choice({ kind: 'how-far' }, t('howFar'))}
      {choice({ kind: 'career' }, t('career'))}
      {view.parts.length === 0 ? null : (
        <Disclosure title={titleOf(t('units'), 'unit')}>
          <div className={styles.parts}>
            {view.parts.map(({ key, name }) => choice({ kind: 'unit', key }, name.text ?? t('unnamed')))}
          </div>
        </Disclosure>
      )}
      {view.items.length === 0 ? null : (
        <Disclosure title={titleOf(t('periods'), 'period')}>
          <div className={styles.parts}>
            {view.items.map(({ end, key, name, start }) =>
              choice(
                { kind: 'period', key },
                `${name.text ?? t('unnamed')}, ${formatDateRange(start, end, language)}`,
              ),
            )}
          </div>
        </Disclosure>
      )}
    </fieldset>
  )
}

export function MadeNote({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Note tone="success" title={t('madeTitle')} live="status">
      <p>{t('once')}</p>
      <ShownOnce label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />
      <DialogButtons>
        <Button look="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </Note>
  )
}
