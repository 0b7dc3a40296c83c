import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { texts } from './texts.ts'

/** From a plan back to the list; a student, who has no list, comes back to the own path, where the studies begin. */
export function useWayBack(): { readonly to: string; readonly text: string } {
  const t = useTexts(texts)
  const session = useSignedIn()
  const hasList = session?.roles.some(role => role !== 'student' && role !== 'administrator') ?? false
  return hasList ? { to: '/students', text: t('back') } : { to: '/path', text: t('backToPath') }
}
