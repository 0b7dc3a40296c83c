import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { Buttons, Entry, Quiet, Said } from '../../../ui/entry.tsx'
import type { Evidence } from '../contract.ts'
import { forgetEvidence, withdrawEvidence } from './api.ts'
import { EvidenceForm } from './evidence-form.tsx'
import { FileList } from './public-files.tsx'
import { texts } from './texts.ts'

interface EvidenceEntryProps {
  readonly studentId: string
  readonly evidence: Evidence
  readonly mayChange: boolean
}

export function EvidenceEntry({ evidence, mayChange, studentId }: EvidenceEntryProps) {
  const t = useTexts(texts)
  const [editing, setEditing] = useState(false)
  const { createdBy, description, files, id, kind, title } = evidence
  return (
    <Entry title={title} aside={<Badge>{t(`kinds.${kind}`)}</Badge>}>
      <About evidence={evidence} />
      {description === undefined ? null : <Said>{description}</Said>}
      {createdBy === undefined ? null : <Quiet>{t('by', { name: createdBy })}</Quiet>}
      <FileList studentId={studentId} evidenceId={id} files={files} mayChange={mayChange && editing} />
      {editing ? (
        <EvidenceForm studentId={studentId} evidence={evidence} onClose={() => setEditing(false)} />
      ) : mayChange ? (
        <Actions studentId={studentId} evidence={evidence} onEdit={() => setEditing(true)} />
      ) : null}
    </Entry>
  )
}

function About({ evidence: { endsOn, organisation, startsOn } }: { readonly evidence: Evidence }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const days =
    startsOn === undefined
      ? endsOn && t('until', { date: endsOn })
      : endsOn === undefined
        ? t('from', { date: startsOn })
        : formatDateRange(startsOn, endsOn, language)
  const about = [organisation, days].filter(Boolean).join(', ')
  return about === '' ? null : <p>{about}</p>
}

interface ActionsProps {
  readonly studentId: string
  readonly evidence: Evidence
  readonly onEdit: () => void
}

function Actions({ evidence, onEdit, studentId }: ActionsProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const { title } = evidence
  const removing = useMutation({
    mutationFn: () => withdrawEvidence(studentId, evidence),
    onSuccess: async () => {
      setAsking(false)
      announce(t('removed'))
      await forgetEvidence(client)
    },
  })
  const of = (action: string) => t('ofTitle', { action, title })
  return (
    <Buttons>
      <Button look="quiet" label={of(t('edit'))} onPress={onEdit}>
        {t('edit')}
      </Button>
      <Button look="quiet" label={of(t('remove'))} onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking ? (
        <Dialog title={t('removeSure', { title })} onClose={() => setAsking(false)}>
          {removing.error === null ? null : <Failure error={removing.error} />}
          <DialogButtons>
            <Button look="primary" pending={removing.isPending} onPress={() => removing.mutate()}>
              {t('removeYes')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </Buttons>
  )
}
