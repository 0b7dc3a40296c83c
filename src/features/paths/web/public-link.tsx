import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { LinkList } from '../../../ui/link-list.tsx'
import { pathReaders } from './readers.ts'
import { texts } from './texts.ts'

/** The way to a student's path, for those who work with the student. */
export function PathLink({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (!pathReaders.some(role => roles.includes(role))) return null
  const items = [{ to: `/students/${studentId}/path`, title: t('staff.link'), text: t('staff.linkText') }]
  return <LinkList label={t('staff.link')} items={items} />
}
