import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { texts } from './texts.ts'

/** From a plan back to the list; a student, who has no list, comes back to the own plan. */
export function useWayBack(): { readonly to: string; readonly text: string; readonly isList: boolean } {
  const t = useTexts(texts)
  const session = useSignedIn()
  const isList = session?.roles.some(role => role !== 'student' && role !== 'administrator') ?? false
  return isList
    ? { to: '/students', text: t('back'), isList }
    : { to: '/own-plan', text: t('backToOwn'), isList }
}
