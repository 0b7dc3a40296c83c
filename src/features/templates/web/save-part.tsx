import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { forgetTemplates, saveTemplate, versionQuery } from './api.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'
import type { Writing, Written } from './use-draft.ts'

interface SavePartProps {
  readonly id: string
  readonly version: number
  readonly writing: Writing
  readonly form: RefObject<HTMLFormElement | null>
  readonly onSaved: (saved: { readonly version: number; readonly written: Written }) => void
  /** The newest version is read in place of what was written. */
  readonly onDiscard: () => void
}

/** One save, with its reason. Another's save in between is told, and nothing that was typed is lost. */
export function SavePart({ form, id, onDiscard, onSaved, version, writing }: SavePartProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const { dirty, edit, written } = writing
  const saving = useMutation({
    mutationFn: async (base: number) => {
      if (edit === undefined) throw new Error('Saved only when everything can be stored')
      const said = reason.trim()
      return saveTemplate(id, { ...edit, ...(said === '' ? {} : { reason: said }) }, base)
    },
    onSuccess: async saved => {
      announce(t('edit.saved', { version: saved.version }))
      setReason('')
      onSaved({ version: saved.version, written })
      await forgetTemplates(client)
    },
  })
  const problem = problemOf(saving.error)
  const newest = problem.status === 409 ? Number(problem.version) : undefined
  const save = (base: number): void => {
    if (edit !== undefined) saving.mutate(base)
    else if (form.current !== null) focusInvalid(form.current)
  }
  return (
    <div className={styles.save}>
      {newest === undefined ? null : (
        <Conflict
          {...{ id, version, newest, onDiscard }}
          pending={saving.isPending}
          onKeep={() => save(newest)}
        />
      )}
      {saving.error === null || newest !== undefined ? null : <Failure error={saving.error} />}
      {edit === undefined ? <Note tone="warning" compact title={t('edit.problems')} /> : null}
      <div className={styles.saveRow}>
        <TextField
          label={t('edit.reason')}
          hint={t('edit.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        <div className={styles.row}>
          <Button look="primary" pending={saving.isPending} onPress={() => save(version)}>
            {t('edit.save')}
          </Button>
          <span className={styles.quiet} role="status">
            {dirty
              ? t('edit.unsaved')
              : saving.isSuccess
                ? t('edit.saved', { version })
                : t('edit.unchanged')}
          </span>
        </div>
      </div>
    </div>
  )
}

/** A field that is wrong may be folded away. */
function focusInvalid(form: HTMLFormElement): void {
  const invalid = form.querySelector('[aria-invalid="true"]')
  invalid?.closest('details')?.setAttribute('open', '')
  focusFirstInvalid(form)
}

interface ConflictProps {
  readonly id: string
  readonly version: number
  readonly newest: number
  readonly pending: boolean
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

function Conflict({ id, newest, onDiscard, onKeep, pending, version }: ConflictProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data } = useQuery(versionQuery(id, version, newest, language))
  return (
    <Note tone="warning" live="alert" title={t('edit.conflict', { version: newest })}>
      <p>{t('edit.conflictText')}</p>
      {data === undefined || data.changes.length === 0 ? null : (
        <>
          <h3>{t('edit.whatTheyChanged')}</h3>
          <ul className={styles.bullets}>
            {data.changes.map(change => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.row}>
        <Button pending={pending} onPress={onKeep}>
          {t('edit.keepMine')}
        </Button>
        <Button look="quiet" onPress={onDiscard}>
          {t('edit.takeTheirs')}
        </Button>
      </div>
    </Note>
  )
}
