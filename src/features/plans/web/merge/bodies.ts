import type { StoredPlan } from '../../rules-contacts.ts'
import type { CodeNames, Contacts, Saver } from '../api.ts'

/** A body with what is needed to say it in words. */
export interface MergeBody {
  readonly plan: StoredPlan
  /** People by the reference that the body holds; of `ours` also those who are new. */
  readonly contacts: Contacts
  readonly names: Readonly<Record<string, CodeNames>>
}

/** The newest version: who saved it, when and why. */
export interface TheirBody extends MergeBody {
  readonly version: number
  readonly author?: Saver
  readonly savedAt?: string
  readonly reason?: string
}
