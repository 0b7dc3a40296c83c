import type { FormEvent } from 'react'
import { useState } from 'react'
import { acceptedFiles } from '../../../platform/files/signatures.ts'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Buttons } from '../../../ui/entry.tsx'
import fields from '../../../ui/field.module.css'
import { FileField } from '../../../ui/file-field.tsx'
import { focusFirstInvalid, hasInvalid } from '../../../ui/invalid.ts'
import { Note } from '../../../ui/note.tsx'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Evidence, evidenceKinds } from '../contract.ts'
import { texts } from './texts.ts'
import { type Draft, FileFailure, useEvidenceForm } from './use-evidence-form.ts'

interface EvidenceFormProps {
  readonly studentId: string
  /** What is changed; nothing for something new. */
  readonly evidence?: Evidence
  readonly onClose: () => void
}

/** One form for telling of something new and for changing what was told. */
export function EvidenceForm({ evidence, onClose, studentId }: EvidenceFormProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const [tried, setTried] = useState(false)
  const { draft, files, saving, set, setFiles } = useEvidenceForm(studentId, evidence, () => {
    announce(t('saved'))
    onClose()
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (draft.title.trim() === '' || hasInvalid(event.currentTarget)) focusFirstInvalid(event.currentTarget)
    else saving.mutate()
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <Words draft={draft} set={set} tried={tried} />
      <div className={fields.pair}>
        <DateField label={t('startsOn')} value={draft.startsOn} onChange={startsOn => set({ startsOn })} />
        <DateField label={t('endsOn')} value={draft.endsOn} onChange={endsOn => set({ endsOn })} />
      </div>
      <Files files={files} onChange={setFiles} disabled={saving.isPending} />
      <NotSaved error={saving.error} onClose={onClose} />
      <Buttons>
        <Button look="primary" type="submit" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </Buttons>
    </form>
  )
}

interface WordsProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly tried: boolean
}

function Words({ draft, set, tried }: WordsProps) {
  const t = useTexts(texts)
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={draft.title}
        onChange={title => set({ title })}
        required
        maxLength={200}
        error={tried && draft.title.trim() === '' ? t('nameMissing') : undefined}
      />
      <Choice
        label={t('kind')}
        value={draft.kind}
        options={evidenceKinds.map(value => ({ value, text: t(`kinds.${value}`) }))}
        onChange={kind => set({ kind })}
      />
      <TextField
        label={t('description')}
        hint={t('descriptionHint')}
        value={draft.description}
        onChange={description => set({ description })}
        multiline
        maxLength={4000}
      />
      <TextField
        label={t('organisation')}
        hint={t('organisationHint')}
        value={draft.organisation}
        onChange={organisation => set({ organisation })}
        maxLength={200}
      />
    </>
  )
}

interface FilesProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  readonly disabled: boolean
}

function Files({ disabled, files, onChange }: FilesProps) {
  const t = useTexts(texts)
  const size = useSize()
  return (
    <FileField
      label={t('files')}
      hint={t('filesHint')}
      files={files}
      onChange={onChange}
      multiple
      accept={acceptedFiles}
      disabled={disabled}
      texts={{
        ...{ choose: t('choose'), drop: t('drop'), chosen: t('chosen'), size },
        remove: name => t('removeFile', { name }),
      }}
    />
  )
}

/** How large a file is, in words. */
export function useSize(): (bytes: number) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return bytes => {
    if (bytes >= 1_000_000) return t('size', { size: formatNumber(bytes / 1_000_000, language, 1) })
    return t('sizeSmall', { size: Math.max(1, Math.round(bytes / 1_000)) })
  }
}

function NotSaved({ error, onClose }: { readonly error: Error | null; readonly onClose: () => void }) {
  const t = useTexts(texts)
  if (!(error instanceof FileFailure))
    return (
      <SaveFailure
        error={error}
        conflict={problemOf(error).code === 'evidence.version-conflict'}
        reload={{ text: t('reload'), onPress: onClose }}
      />
    )
  return (
    <>
      <Note tone="warning" live="alert">
        <p>{t('fileNotStored', { name: error.file.name })}</p>
      </Note>
      <Failure error={error.cause} />
    </>
  )
}
