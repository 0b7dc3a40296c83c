import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { DraftPage } from '../contract.ts'
import { discardDraft, draftKey } from './api.ts'
import { texts } from './texts.ts'

interface DiscardProps {
  readonly page: DraftPage
  /** Answers are still on their way. */
  readonly busy: boolean
}

/** Throws the draft away as it was seen; what somebody else has answered since is looked at first. */
export function Discard({ busy, page }: DiscardProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const discarding = useMutation({
    mutationFn: () => discardDraft(page),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['group-drafts', 'open'] })
      navigate('/group-drafts/new')
    },
  })
  const answered = problemOf(discarding.error).status === 409
  const close = (): void => {
    setAsking(false)
    discarding.reset()
    if (answered) void client.invalidateQueries({ queryKey: draftKey(page.id) })
  }
  return (
    <div>
      <Button look="quiet" disabled={busy} onPress={() => setAsking(true)}>
        {t('page.discard')}
      </Button>
      {asking ? (
        <Dialog title={t('page.discard')} onClose={close}>
          {answered ? null : <p>{t('page.discardSure')}</p>}
          {discarding.error === null ? null : <Failure error={discarding.error} />}
          <DialogButtons>
            {answered ? (
              <Button look="primary" onPress={close}>
                {t('page.seeAnswers')}
              </Button>
            ) : (
              <Button look="primary" pending={discarding.isPending} onPress={() => discarding.mutate()}>
                {t('page.discard')}
              </Button>
            )}
            {answered ? null : <Button onPress={close}>{t('page.cancel')}</Button>}
          </DialogButtons>
        </Dialog>
      ) : null}
    </div>
  )
}
