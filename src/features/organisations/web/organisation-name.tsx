import { Link } from 'react-router'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { OrganisationRow } from '../contract.ts'
import { texts } from './texts.ts'

type Named = Pick<OrganisationRow, 'oid' | 'names'>

/** The name in the reader's language, else in another one and marked; the OID where there is none. */
export function OrganisationName({ names, oid }: Named) {
  const { language } = useLanguage()
  const name = pickName(names, language)
  return name === undefined ? oid : <span lang={name.language}>{name.text}</span>
}

export function OrganisationLink(one: Named) {
  return (
    <Link to={`/organisations/${one.oid}`}>
      <OrganisationName {...one} />
    </Link>
  )
}

type KindCode = keyof typeof texts.fi.kindNames

const isKnown = (code: string): code is KindCode => code in texts.fi.kindNames

export const knownKinds = Object.keys(texts.fi.kindNames).filter(isKnown)

/** Kinds by name; one that we do not know by its code. */
export function useKindNames(): (codes: readonly string[]) => string {
  const t = useTexts(texts)
  return codes => codes.map(code => (isKnown(code) ? t(`kindNames.${code}`) : code)).join(', ')
}
