import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { Note } from '../../../ui/note.tsx'
import { ShownOnce } from '../../../ui/shown-once.tsx'
import type { Invitable, InvitationMade, NewInvitation } from '../contract.ts'
import { invitationsKey, makeInvitation } from './api.ts'
import { texts } from './texts.ts'

interface InviteDialogProps {
  readonly studentId: string
  readonly person: Invitable
  readonly mail: boolean
  readonly onClose: () => void
}

/** First how the invitation is given; then its link, once. */
export function InviteDialog({ mail, onClose, person, studentId }: InviteDialogProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const { guardianId, kind } = person
  const making = useMutation({
    mutationFn: (by: NewInvitation['by']) =>
      makeInvitation(studentId, { kind, by, ...(guardianId === undefined ? {} : { guardianId }) }),
    onSuccess: async ({ link }) => {
      await client.invalidateQueries({ queryKey: invitationsKey })
      if (link !== undefined) return
      announce(t('dialog.mailed'))
      onClose()
    },
  })
  if (making.data?.link !== undefined) return <Made made={making.data} onClose={onClose} />
  return (
    <Dialog title={t('dialog.title')} onClose={onClose}>
      <Way
        byMail={mail && person.email}
        pending={making.isPending}
        error={making.error}
        onMake={making.mutate}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface WayProps {
  readonly byMail: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onMake: (by: NewInvitation['by']) => void
  readonly onClose: () => void
}

function Way({ byMail, error, onClose, onMake, pending }: WayProps) {
  const t = useTexts(texts)
  const [by, setBy] = useState<NewInvitation['by']>(byMail ? 'mail' : 'link')
  return (
    <>
      {error === null ? null : <Failure error={error} />}
      {byMail ? (
        <Choice
          label={t('dialog.how')}
          value={by}
          options={[
            { value: 'mail', text: t('dialog.mail') },
            { value: 'link', text: t('dialog.link') },
          ]}
          onChange={setBy}
        />
      ) : null}
      <p>{t('dialog.proof')}</p>
      <p>{t('dialog.earlier')}</p>
      <DialogButtons>
        <Button look="primary" pending={pending} onPress={() => onMake(by)}>
          {t('dialog.make')}
        </Button>
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
      </DialogButtons>
    </>
  )
}

function Made({ made, onClose }: { readonly made: InvitationMade; readonly onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Dialog title={t('dialog.madeTitle')} onClose={onClose} keepOpen>
      <Note tone="warning" title={t('dialog.once')} live="alert" />
      <ShownOnce
        label={t('dialog.linkLabel')}
        value={made.link ?? ''}
        copy={t('dialog.copy')}
        copied={t('dialog.copied')}
      />
      <DialogButtons>
        <Button look="primary" onPress={onClose}>
          {t('dialog.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
