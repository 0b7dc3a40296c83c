import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { Invitable } from '../contract.ts'
import { endWrongSignIn, invitationsKey } from './api.ts'
import { texts } from './texts.ts'

interface WrongPersonProps {
  readonly studentId: string
  readonly person: Invitable
  readonly who: string
}

/** Takes back a confirmation that was wrong: asked twice, because somebody is signed out at once. */
export function WrongPersonButton({ person, studentId, who }: WrongPersonProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const { guardianId, kind } = person
  const ending = useMutation({
    mutationFn: () =>
      endWrongSignIn(studentId, { kind, ...(guardianId === undefined ? {} : { guardianId }) }),
    onSuccess: async () => {
      announce(t('wrongEnded'))
      setAsking(false)
      await client.invalidateQueries({ queryKey: invitationsKey })
    },
  })
  return (
    <>
      <Button look="quiet" label={t('wrongNamed', { who })} onPress={() => setAsking(true)}>
        {t('wrong')}
      </Button>
      {asking ? (
        <Dialog title={t('wrongTitle')} onClose={() => setAsking(false)}>
          {ending.error === null ? null : <Failure error={ending.error} />}
          <p>{t('wrongText', { who })}</p>
          <DialogButtons>
            <Button look="primary" pending={ending.isPending} onPress={() => ending.mutate()}>
              {t('wrongConfirm')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('dialog.cancel')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </>
  )
}
