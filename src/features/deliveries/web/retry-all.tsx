import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import type { DeliveryList, DeliveryState } from '../contract.ts'
import { forgetDeliveries, retryAll } from './api.ts'
import { texts } from './texts.ts'

interface RetryAllProps {
  readonly list: DeliveryList
  readonly state: DeliveryState
}

/** For when the cause is mended elsewhere: the service is back, or it takes now what it did not. */
export function RetryAll({ list, state }: RetryAllProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const retrying = useMutation({
    mutationFn: retryAll,
    onSuccess: async ({ plans }) => {
      announce(t('list.retriedAll', { count: plans }))
      await forgetDeliveries(client)
    },
  })
  const may = list.permittedActions.includes('retry')
  if (!may || (state !== 'waiting' && state !== 'refused') || (list.counts[state] ?? 0) === 0) return null
  return (
    <div>
      <Button pending={retrying.isPending} onPress={() => retrying.mutate({ state })}>
        {t('list.retryAll')}
      </Button>
      {retrying.error === null ? null : <Failure error={retrying.error} />}
    </div>
  )
}
