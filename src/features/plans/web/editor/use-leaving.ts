import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { forgetPlan } from '../api.ts'
import { texts } from './texts.ts'
import type { SavedAs } from './use-save-plan.ts'

/** After a save: to the plan, which tells what happened. */
export function useLeaving(): (saved: SavedAs, approved: boolean) => Promise<void> {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const navigate = useNavigate()
  return async ({ id, version }, approved) => {
    // Fetched before the page changes, so that it never shows the old version as saved.
    await forgetPlan(client, id)
    const said = t(approved ? 'save.savedApproved' : 'save.saved', { version })
    announce(said)
    await navigate(`/plans/${id}`, { replace: true, state: { saved: { version, said } } })
  }
}
