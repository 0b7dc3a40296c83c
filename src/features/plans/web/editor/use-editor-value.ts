import { useMemo } from 'react'
import type { ShownFinding } from '../api.ts'
import type { Editor } from '../editor-context.tsx'
import type { Opened } from './opened.ts'
import { contactsOf, newReference } from './sameness.ts'
import type { WritingStore } from './use-writing.ts'
import { addContact, insert, learn, move, remove, set, setTyped, type Writing } from './writing.ts'

/** What the forms are given: what is written now, and the ways to change it. */
export function useEditorValue(
  opened: Opened,
  writing: Writing,
  store: WritingStore,
  findings: readonly ShownFinding[],
): Editor {
  const ways = useMemo(() => waysOf(store), [store])
  return useMemo(
    () => ({
      ...ways,
      plan: writing.plan,
      contacts: contactsOf(writing),
      names: { ...opened.names, ...writing.names },
      studyRight: opened.studyRight,
      findings,
      typed: (pointer: string) =>
        Object.hasOwn(writing.typed, pointer) ? writing.typed[pointer] : undefined,
    }),
    [ways, opened, writing, findings],
  )
}

type Ways = Pick<Editor, 'set' | 'insert' | 'remove' | 'move' | 'addContact' | 'learn' | 'setTyped'>

function waysOf(store: WritingStore): Ways {
  return {
    set: (pointer, value) => store.update(now => set(now, pointer, value)),
    insert: (list, member) => {
      const added = insert(store.current(), list, member)
      store.update(() => added.writing)
      return added.pointer
    },
    remove: pointer => store.update(now => remove(now, pointer)),
    move: (pointer, by) => store.update(now => move(now, pointer, by)),
    addContact: contact => {
      const reference = newReference()
      store.update(now => addContact(now, reference, contact))
      return reference
    },
    learn: names => store.update(now => learn(now, names)),
    setTyped: (pointer, text) => store.update(now => setTyped(now, pointer, text)),
  }
}
