import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
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
import type { PathView } from '../../paths/contract.ts'
import type { CommentList, NewComment, ReaderChoice, ReaderRole } from '../contract.ts'
import { aboutsOf } from './abouts.ts'
import { commentsQuery, writeComment } from './api.ts'
import { useReaderWords } from './comment-entry.tsx'
import styles from './comments.module.css'
import { texts } from './texts.ts'

interface WriteFormProps {
  readonly list: CommentList
  readonly view: PathView
  readonly onClose: () => void
}

const begun = { about: 'plan', roles: [] as readonly ReaderRole[], text: '' }

/** First who may read, by name; the field for writing comes only then. */
export function WriteForm({ list, onClose, view }: WriteFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { language } = useLanguage()
  const abouts = aboutsOf(view, language, t)
  const { set, written } = useWritten(`comment ${view.student.id}`, begun)
  const { about, roles, text } = written
  const [tried, setTried] = useState(false)
  const chosen = list.readers.filter(({ keys, role }) => keys.length > 0 && roles.includes(role))
  const writing = useWriting(onClose)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || hasInvalid(event.currentTarget)) {
      focusFirstInvalid(event.currentTarget)
      return
    }
    const readers = chosen.flatMap(({ keys }) => keys)
    writing.mutate({ studentId: view.student.id, planId: view.plan?.id ?? '', about, text, readers })
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <Choice label={t('about')} value={about} options={abouts} onChange={about => set({ about })} />
      <Readers readers={list.readers} roles={roles} onChange={roles => set({ roles })} />
      {chosen.length === 0 ? (
        <p>{t('nobodyYet')}</p>
      ) : (
        <>
          <TheseRead chosen={chosen} />
          <TextField
            label={t('text')}
            value={text}
            onChange={text => set({ text })}
            multiline
            required
            maxLength={2000}
            error={tried && text.trim() === '' ? t('textMissing') : undefined}
          />
        </>
      )}
      <SaveFailure
        error={writing.error}
        conflict={problemOf(writing.error).code === 'comments.readers-changed'}
        reload={{
          text: t('reload'),
          onPress: () => void client.invalidateQueries(commentsQuery(view.student.id)),
        }}
      />
      <Buttons>
        {chosen.length === 0 ? null : (
          <Button look="primary" type="submit" pending={writing.isPending}>
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

interface ReadersProps {
  readonly readers: readonly ReaderChoice[]
  readonly roles: readonly ReaderRole[]
  readonly onChange: (roles: readonly ReaderRole[]) => void
}

function Readers({ onChange, readers, roles }: ReadersProps) {
  const t = useTexts(texts)
  return (
    <fieldset className={styles.readers}>
      <legend>{t('who')}</legend>
      {readers.map(({ names, not, role }) => (
        <Check
          key={role}
          label={
            names.length === 0
              ? t(`roles.${role}`)
              : t('named', { role: t(`roles.${role}`), names: names.join(', ') })
          }
          checked={roles.includes(role)}
          disabled={not !== undefined}
          onChange={checked => onChange(checked ? [...roles, role] : roles.filter(one => one !== role))}
          {...(not === undefined ? {} : { hint: t(`not.${not}`) })}
        />
      ))}
    </fieldset>
  )
}

function TheseRead({ chosen }: { readonly chosen: readonly ReaderChoice[] }) {
  const t = useTexts(texts)
  const words = useReaderWords()
  return (
    <Note tone="info" title={t('theseRead')} live="status">
      <ul>
        {chosen.map(choice => (
          <li key={choice.role}>{words([choice])}</li>
        ))}
        <li>{t('yourself')}</li>
      </ul>
      <p>{t('later')}</p>
    </Note>
  )
}

function useWriting(onDone: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (body: NewComment) => writeComment(body),
    onSuccess: async () => {
      announce(t('sent'))
      onDone()
      await client.invalidateQueries({ queryKey: ['comments'] })
    },
  })
}
