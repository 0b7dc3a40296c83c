import { createContext, use } from 'react'
import type { StoredPlan } from '../rules-contacts.ts'
import type { CodeNames, Contact, Contacts, ShownFinding, ShownStudyRight } from './api.ts'

/** What is being written, and the ways to change it. Pointers are RFC 6901 into the body. */
export interface Editor {
  readonly plan: StoredPlan
  /** People of the stored plan and those added here, by the reference that the body holds. */
  readonly contacts: Contacts
  /** Names of the codes in the body, with those that were chosen here. */
  readonly names: Readonly<Record<string, CodeNames>>
  readonly studyRight: ShownStudyRight | undefined
  /** What the rules say of what is written, a moment after it was written. */
  readonly findings: readonly ShownFinding[]
  /** Sets a member, making the way to it; undefined takes a member of an object away. */
  readonly set: (pointer: string, value: unknown) => void
  /** Adds to the end of a list, which is made where it is missing; answers the pointer of what was added. */
  readonly insert: (list: string, member: unknown) => string
  /** Takes a member of a list away; an emptied optional list goes too. */
  readonly remove: (pointer: string) => void
  /** Moves a member of a list up (-1) or down (1). */
  readonly move: (pointer: string, by: -1 | 1) => void
  /** A person who is new to the plan: answers the reference for the body. */
  readonly addContact: (contact: Contact) => string
  /** Remembers how a chosen code is called. */
  readonly learn: (names: Readonly<Record<string, CodeNames>>) => void
  /** Text that is no value of its field yet (a half number, an impossible date): kept in the draft, told beside it. */
  readonly typed: (pointer: string) => string | undefined
  readonly setTyped: (pointer: string, text: string | undefined) => void
}

export const EditorContext = createContext<Editor | undefined>(undefined)

/** @throws outside of an editor */
export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (editor === undefined) throw new Error('A form of a plan is drawn outside of an editor')
  return editor
}
