import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { contactReaders } from './readers.ts'
import { texts } from './student-texts.ts'

/** The way to a student's own page, for those to whom it is open. */
export function StudentLink({ studentId }: { readonly studentId: string | undefined }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (studentId === undefined || !roles.some(role => contactReaders.some(reader => reader === role)))
    return null
  return <ButtonLink to={`/students/${studentId}`}>{t('link')}</ButtonLink>
}
