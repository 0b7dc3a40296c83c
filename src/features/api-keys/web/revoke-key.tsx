import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { ApiKey } from '../contract.ts'
import { keysQuery, revokeKey } from './api.ts'
import { texts } from './texts.ts'

interface RevokeKeyProps {
  readonly apiKey: ApiKey
  readonly onClose: () => void
}

/** Asks first: a revoked key never works again, and a register may be sending with it this minute. */
export function RevokeKey({ apiKey, onClose }: RevokeKeyProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const revoking = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keysQuery.queryKey })
      announce(t('revokedNow'))
      onClose()
    },
  })
  return (
    <Dialog title={t('revokeTitle')} onClose={onClose}>
      <p>{t('revokeText', { name: apiKey.name, source: apiKey.source })}</p>
      {revoking.error === null ? null : <Failure error={revoking.error} />}
      <DialogButtons>
        <Button look="primary" pending={revoking.isPending} onPress={() => revoking.mutate()}>
          {t('revoke')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
