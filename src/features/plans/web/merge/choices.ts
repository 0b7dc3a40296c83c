import type { StoredPlan } from '../../rules-contacts.ts'
import { type MergeChoice, type MergeConflict, mergePlans } from '../../rules-merge.ts'
import { withSharedPeople } from '../../rules-merge-people.ts'
import { describeDifference, type Statement } from '../../rules-words.ts'
import { withoutFollowers } from '../../rules-words-followers.ts'
import { describeChoice } from '../../rules-words-places.ts'
import { isWritten } from '../../rules-words-values.ts'
import type { CodeNames, Contacts } from '../api.ts'
import type { MergeBody } from './bodies.ts'

/** What the writer chose for a conflict: a side, or a text of their own made of both. */
export type Chosen = { readonly side: 'theirs' | 'ours' } | { readonly side: 'both'; readonly text: string }

export interface OpenConflict extends MergeConflict {
  readonly key: string
  /** In the words of a change: theirs stands as before, ours as after. */
  readonly statement: Statement
}

export interface OpenMerge {
  readonly bodies: { readonly base: StoredPlan; readonly theirs: StoredPlan; readonly ours: StoredPlan }
  readonly theirChanges: readonly Statement[]
  readonly ourChanges: readonly Statement[]
  readonly conflicts: readonly OpenConflict[]
  readonly contacts: Contacts
  readonly names: Readonly<Record<string, CodeNames>>
}

export function openMerge(base: MergeBody, theirs: MergeBody, ours: MergeBody): OpenMerge {
  const written = withSharedPeople(ours.plan, ours.contacts, theirs.contacts)
  const bodies = { base: base.plan, theirs: theirs.plan, ours: written }
  const { merged, conflicts } = mergePlans({ ...bodies, master: () => 'here' })
  return {
    bodies,
    theirChanges: withoutFollowers(describeDifference(base.plan, theirs.plan)),
    ourChanges: withoutFollowers(describeDifference(base.plan, written)),
    conflicts: conflicts.map((conflict, at) => ({
      ...conflict,
      key: `${at} ${conflict.pointer}`,
      statement: describeChoice(merged, conflict),
    })),
    // Of a person whom both know the newest word holds: they may have been erased meanwhile.
    contacts: { ...base.contacts, ...ours.contacts, ...theirs.contacts },
    names: { ...base.names, ...ours.names, ...theirs.names },
  }
}

/** The merged plan with each conflict as it was chosen. */
export function mergeWith({ bodies }: OpenMerge, chosen: readonly (Chosen | undefined)[]): StoredPlan {
  return mergePlans({ ...bodies, master: () => 'here', choose: at => choiceOf(chosen[at]) }).merged
}

/** Undefined while nothing is chosen, or the text of both is still empty. */
export function choiceOf(chosen: Chosen | undefined): MergeChoice | undefined {
  if (chosen === undefined) return undefined
  if (chosen.side !== 'both') return chosen.side
  return chosen.text.trim() === '' ? undefined : { value: chosen.text.trim() }
}

/** Texts that people write can be put together; dates, codes and names of the register are one or the other. */
export function mayCombine({ theirs, ours, statement }: OpenConflict): boolean {
  const field = statement.field?.split('.').at(-1) ?? ''
  return typeof theirs === 'string' && typeof ours === 'string' && isWritten(field)
}

/** Where the writer begins: both texts, and once what is in both as a whole. */
export function bothTexts(theirs: string, ours: string): string {
  if (theirs.includes(ours)) return theirs
  return ours.includes(theirs) ? ours : `${theirs}\n${ours}`
}
