import { createContext, use } from 'react'
import type { StoredPlan } from '../../rules-contacts.ts'

/** What the editor's own parts may do besides what forms may. */
export interface Inside {
  /** Changes the whole body at once. */
  readonly change: (change: (plan: StoredPlan) => StoredPlan) => void
  /** Goes to the part that a place belongs to, and puts the focus there. */
  readonly jump: (pointer: string) => void
}

export const InsideContext = createContext<Inside>({ change: () => undefined, jump: () => undefined })

export function useInside(): Inside {
  return use(InsideContext)
}
