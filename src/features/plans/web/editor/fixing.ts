import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import type { Fix } from '../../contract.ts'
import { applyFix, personFix } from '../../rules-fixes.ts'
import { useEditor } from '../editor-context.tsx'
import { useInside } from './inside-context.tsx'
import { texts } from './texts.ts'

/** Carries a fix out; one that only shows where something is missing leads there. */
export function useFix(): (fix: Fix) => void {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const { change, jump } = useInside()
  const { addContact, contacts, plan: body, set } = useEditor()
  return fix => {
    if (fix.op === 'add' && fix.value === undefined) {
      jump(fix.pointer)
      return
    }
    // How people are reached stands beside the body: they are written down anew, and the reference changes.
    const person = personFix(body, fix)
    const known = person === undefined ? undefined : contacts[person.contact]
    if (person === undefined || known === undefined) change(plan => applyFix(plan, fix))
    else set(person.pointer, addContact({ ...known, [person.key]: person.value }))
    announce(t('fixed'))
  }
}
