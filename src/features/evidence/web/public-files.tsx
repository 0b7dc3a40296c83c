import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import type { StoredFile } from '../contract.ts'
import { forgetEvidence, openFile, removeFile } from './api.ts'
import styles from './evidence.module.css'
import { useSize } from './evidence-form.tsx'
import { texts } from './texts.ts'

interface FileListProps {
  readonly studentId: string
  readonly evidenceId: string
  readonly files: readonly StoredFile[]
  readonly mayChange: boolean
}

/** Files of a piece of evidence: each is saved to one's own machine, never opened in the page. */
export function FileList({ evidenceId, files, mayChange, studentId }: FileListProps) {
  const t = useTexts(texts)
  const size = useSize()
  const client = useQueryClient()
  const opening = useMutation({ mutationFn: (id: string) => openFile(studentId, id) })
  const removing = useMutation({
    mutationFn: (id: string) => removeFile(studentId, evidenceId, id),
    onSuccess: () => forgetEvidence(client),
  })
  const error = opening.error ?? removing.error
  if (files.length === 0) return null
  return (
    <>
      <ul className={styles.files} aria-label={t('files')}>
        {files.map(({ bytes, id, name }) => (
          <li key={id}>
            <Button look="quiet" label={t('openFile', { name })} onPress={() => opening.mutate(id)}>
              {name}
            </Button>
            <span className={styles.size}>{size(bytes)}</span>
            {mayChange ? (
              <Button look="quiet" label={t('removeFile', { name })} onPress={() => removing.mutate(id)}>
                ✕
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {error === null ? null : <Failure error={error} />}
    </>
  )
}
