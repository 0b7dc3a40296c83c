import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import type { StoredPlan } from '../rules-contacts.ts'
import { forgetPlan, type PlanView, planQuery, savePlan } from './api.ts'
import { texts } from './texts.ts'

export interface Save {
  /** The version that the next save builds on. */
  readonly base: PlanView
  readonly pending: boolean
  readonly error: unknown
  /** Somebody saved meanwhile: nothing was written, and the form still holds what was typed. */
  readonly conflict: boolean
  readonly reloaded: boolean
  readonly save: (plan: StoredPlan, reason: string) => void
  readonly reload: () => void
}

/** Saving with the version that was seen; after a conflict the newest version becomes the base. */
export function useSave(view: PlanView, onSaved: () => void): Save {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [base, setBase] = useState(view)
  const [reloaded, setReloaded] = useState(false)
  const saving = useMutation({
    mutationFn: ({ plan, reason }: { plan: StoredPlan; reason: string }) => savePlan(base, plan, reason),
    onSuccess: async saved => {
      // The new version is fetched before the form closes, so that the page never shows the old one as saved.
      await forgetPlan(client, view.id)
      announce(t('editing.saved', { version: saved.version }))
      onSaved()
    },
  })
  const reloading = useMutation({
    mutationFn: () => client.fetchQuery({ ...planQuery(view.id, language), staleTime: 0 }),
    onSuccess: newest => {
      setBase(newest)
      setReloaded(true)
      saving.reset()
      announce(t('editing.reloaded'))
    },
  })
  const status = problemOf(saving.error).status
  return {
    base,
    pending: saving.isPending || reloading.isPending,
    error: reloading.error ?? saving.error,
    conflict: saving.error !== null && (status === 409 || status === 412),
    reloaded: reloaded && saving.error === null,
    save: (plan, reason) => saving.mutate({ plan, reason }),
    reload: () => reloading.mutate(),
  }
}
