import { useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { useReading } from './reading.tsx'
import { readingTexts, texts } from './texts.ts'

/** Leads to the place in the editor; nothing for those who may not edit. */
export function EditLink({ pointer, name }: { readonly pointer: string; readonly name: string }) {
  const t = useTexts(texts)
  const say = useTexts(readingTexts)
  const { editPath } = useReading()
  if (editPath === undefined) return null
  return (
    <ButtonLink look="quiet" to={editPath(pointer)} label={say('editPart', { name })}>
      {t('edit')}
    </ButtonLink>
  )
}
