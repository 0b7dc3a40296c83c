import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { forgetDeliveries, retryPlan, tellRemoved, withdrawRemoval } from './api.ts'
import { texts } from './texts.ts'

type Act = (planId: string) => Promise<unknown>

/** Does something about a plan's way, reads anew what is shown of it, and says that it is done. */
function useAct(act: Act, said: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      announce(said)
      await forgetDeliveries(client)
    },
  })
}

export function useRetryPlan() {
  const t = useTexts(texts)
  return useAct(retryPlan, t('plan.retried'))
}

export function useTellRemoved() {
  const t = useTexts(texts)
  return useAct(tellRemoved, t('removal.doneNow'))
}

export function useWithdrawRemoval() {
  const t = useTexts(texts)
  return useAct(withdrawRemoval, t('removal.withdrawn'))
}
