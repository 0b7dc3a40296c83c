import type { SignedIn } from '../../../platform/web/session.ts'
import type { Written } from './use-draft.ts'

/** What was written and not saved, and the version that it was written on. */
export interface Kept {
  readonly version: number
  readonly written: Written
}

/**
 * Whoever follows a link inside the service loses nothing: it waits in this tab, for this person only. A template tells
 * of no person, so nothing is encrypted as in drafts of plans.
 */
export interface Keeping {
  readonly read: () => Kept | undefined
  /** Undefined forgets. */
  readonly keep: (kept: Kept | undefined) => void
}

export function keepingOf(
  { provider, user }: Pick<SignedIn, 'provider' | 'user'>,
  id: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Keeping {
  const place = `template:${user.id}/${provider.id}/${id}`
  return {
    read: () => {
      try {
        return (JSON.parse(storage.getItem(place) ?? 'null') as Kept | null) ?? undefined
      } catch {
        return undefined
      }
    },
    keep: kept => {
      try {
        if (kept === undefined) storage.removeItem(place)
        else storage.setItem(place, JSON.stringify(kept))
      } catch {
        // A full storage keeps nobody from writing; closing the page asks still.
      }
    },
  }
}
