/** What forms of support and groups of units are called in plain words, where reference data has no names for them. Pure. */
import type { Language } from '../../platform/i18n/language.ts'
import { type Names, pickName } from '../../platform/i18n/names.ts'
import { otherSupport, remedialTeaching } from '../plans/rules-law.ts'
import { en } from './i18n/en-support.ts'
import { fi } from './i18n/fi-support.ts'
import { sv } from './i18n/sv-support.ts'

const texts = { fi, sv, en }
const unitGroup = 'ammatillisentutkinnonosanryhma_'

export function supportNameOf(code: string, language: Language): string | undefined {
  const { types, unitGroups } = texts[language]
  if (code === remedialTeaching) return types.remedial
  if (otherSupport.includes(code)) return types.other
  if (code === `${unitGroup}1`) return unitGroups.vocational
  return code === `${unitGroup}2` ? unitGroups.common : undefined
}

/** A name in the reader's language before our own words, and these before its name in another. */
export function supportWords(code: string, names: Names | undefined, language: Language): string | undefined {
  const picked = pickName(names, language)
  return picked?.language === language ? picked.text : (supportNameOf(code, language) ?? picked?.text)
}
