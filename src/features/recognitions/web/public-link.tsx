import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { en } from '../i18n/en-link.ts'
import { fi } from '../i18n/fi-link.ts'
import { sv } from '../i18n/sv-link.ts'

const texts = { fi, sv, en }

const readers = ['teacher', 'guidance'] as const

/** The way to what a student masters already, for those who decide of it. */
export function PriorLearningLink({ studentId }: { readonly studentId: string | undefined }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (studentId === undefined || !roles.some(role => readers.some(reader => reader === role))) return null
  return <ButtonLink to={`/students/${studentId}/prior-learning`}>{t('link')}</ButtonLink>
}
