import type { Language } from '../../../platform/i18n/language.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage } from '../../../platform/web/language.tsx'
import type { Target } from '../contract.ts'

/** What a part is called; a code without a name is better than nothing. */
export function partText(part: Target, language: Language): string {
  return pickName(part.names, language)?.text ?? part.subjectAreaCode ?? part.unitCode
}

/** The name of a part, marked where it is in another language than the reader's. */
export function PartName({ part }: { readonly part: Target }) {
  const { language } = useLanguage()
  const name = pickName(part.names, language)
  if (name === undefined || name.language === language) return partText(part, language)
  return <span lang={name.language}>{name.text}</span>
}
