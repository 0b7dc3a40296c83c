import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { PathName } from '../contract.ts'
import { texts } from './texts.ts'

/** A name as the register has it, marked where it is in another language than the reader's. */
export function Name({ name }: { readonly name: PathName }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (name.text === undefined) return t('unnamedPart')
  if (name.language === undefined || name.language === language) return name.text
  return <span lang={name.language}>{name.text}</span>
}
