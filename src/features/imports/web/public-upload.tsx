import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { documentsAtMost, type ImportKind, partBytes, partsAtMost } from '../contract.ts'
import styles from './imports.module.css'
import { sizeWords } from './run-words.ts'
import { SendingNow } from './sending-now.tsx'
import { isTabular, mayBeWhole } from './tabular.ts'
import { type FileColumn, TemplateHelp } from './template-help.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface UploadSectionProps {
  readonly kind: ImportKind
  /** Of the files that a spreadsheet makes: what their columns are. */
  readonly columns?: readonly FileColumn[]
}

/** Files from one's own machine: chosen, sent in parts, then the run's own page. */
export function UploadSection({ kind, columns }: UploadSectionProps) {
  const t = useTexts(texts)
  const started = useStarted()
  const sending = useSending(started)
  const [files, setFiles] = useState<readonly File[]>([])
  const [whole, setWhole] = useState(false)
  const [tried, setTried] = useState(false)
  const asked = mayBeWhole(kind)
  const problem = useProblem(files)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (problem === undefined) sending.send({ kind, files, options: asked ? { whole } : {} })
  }
  const { pending } = sending
  return (
    <Section id="upload" title={t('upload.title')}>
      {columns === undefined ? null : <TemplateHelp kind={kind} columns={columns} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Files
          kind={kind}
          files={files}
          onChange={setFiles}
          disabled={pending}
          error={tried || files.length > 0 ? problem : undefined}
        />
        {asked ? (
          <Check
            label={isTabular(kind) ? t('upload.whole') : t('upload.wholeFiles')}
            hint={t('upload.wholeHint')}
            checked={whole}
            onChange={setWhole}
            disabled={pending}
          />
        ) : null}
        <SendingNow sending={sending} />
        {pending ? null : (
          <div className={styles.buttons}>
            <Button type="submit" look={sending.canGoOn ? 'secondary' : 'primary'}>
              {t('upload.send')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  )
}

function useStarted(): (run: string) => void {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const navigate = useNavigate()
  const client = useQueryClient()
  return run => {
    announce(t('upload.started'))
    void client.invalidateQueries({ queryKey: ['imports'] })
    void client.invalidateQueries({ queryKey: ['registers'] })
    void navigate(`/administration/imports/${run}`)
  }
}

const atMost = partsAtMost * partBytes

/** Said before anything is sent: what the service would refuse after minutes of sending. */
function useProblem(files: readonly File[]): string | undefined {
  const t = useTexts(texts)
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  if (files.length === 0) return t('upload.needed')
  if (files.length > documentsAtMost) return t('upload.tooMany', { limit: documentsAtMost })
  // Every file ends in a part of its own, so a little less than the whole fits.
  if (bytes > atMost - files.length * partBytes)
    return t('upload.tooLarge', { limit: Math.floor(atMost / 1_000_000) })
  return undefined
}

interface FilesProps {
  readonly kind: ImportKind
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  readonly disabled: boolean
  readonly error: string | undefined
}

function Files({ kind, files, onChange, disabled, error }: FilesProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const one = isTabular(kind)
  return (
    <FileField
      label={one ? t('upload.file') : t('upload.files')}
      hint={t(`kinds.${kind}.files`)}
      files={files}
      onChange={onChange}
      multiple={!one}
      accept={one ? '.csv,.txt,text/csv' : '.json,application/json'}
      disabled={disabled}
      error={error}
      texts={{
        choose: one ? t('upload.chooseOne') : t('upload.chooseMany'),
        drop: one ? t('upload.dropOne') : t('upload.dropMany'),
        chosen: t('upload.chosen'),
        remove: name => t('upload.remove', { name }),
        size: bytes => sizeWords(bytes, language, t),
      }}
    />
  )
}
