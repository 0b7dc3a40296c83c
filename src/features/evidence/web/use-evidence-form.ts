import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Evidence, EvidenceContent, EvidenceKind } from '../contract.ts'
import { forgetEvidence, saveEvidence, uploadFile } from './api.ts'

const emptyDraft = (evidence: Evidence | undefined) => ({
  kind: evidence?.kind ?? ('work' as EvidenceKind),
  title: evidence?.title ?? '',
  description: evidence?.description ?? '',
  organisation: evidence?.organisation ?? '',
  startsOn: evidence?.startsOn ?? '',
  endsOn: evidence?.endsOn ?? '',
})
export type Draft = ReturnType<typeof emptyDraft>

/** A file that was not stored, with what was told of it. */
export class FileFailure extends Error {
  readonly file: File
  constructor(file: File, cause: unknown) {
    super('A file was not stored', { cause })
    this.file = file
  }
}

/** What is written of a piece of evidence. Files follow one by one: those that are stored leave the list. */
export function useEvidenceForm(studentId: string, evidence: Evidence | undefined, onSaved: () => void) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => emptyDraft(evidence))
  const [files, setFiles] = useState<readonly File[]>([])
  const [stored, setStored] = useState<Pick<Evidence, 'id' | 'version'> | undefined>(evidence)
  const saving = useMutation({
    mutationFn: async () => {
      const saved = await saveEvidence(studentId, stored, contentOf(draft))
      setStored(saved)
      for (const file of files) {
        await uploadFile(studentId, saved.id, file).catch(error => {
          throw new FileFailure(file, error)
        })
        setFiles(left => left.filter(one => one !== file))
      }
    },
    onSuccess: onSaved,
    onSettled: () => forgetEvidence(client),
  })
  const set = (change: Partial<Draft>) => setDraft(before => ({ ...before, ...change }))
  return { draft, set, files, setFiles, saving }
}

function contentOf({ kind, title, ...optional }: Draft): EvidenceContent {
  const told = Object.entries(optional).filter(([, text]) => text.trim() !== '')
  return { kind, title, ...Object.fromEntries(told) }
}
