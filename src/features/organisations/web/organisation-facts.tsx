import { formatDate } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { OrganisationView } from '../contract.ts'
import { useKindNames } from './organisation-name.tsx'
import { texts } from './texts.ts'

/** What the register tells. A code whose name is not known is shown as it is. */
export function OrganisationFacts({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const kindNames = useKindNames()
  const { codeNames, kinds, languages, validFrom, validUntil } = organisation
  const code = (uri: string) => pickName(codeNames[uri], language)?.text ?? uri
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [t('kinds'), kindNames(kinds)],
    [t('validity'), validityOf()],
    [t('businessId'), organisation.businessId],
    [t('institutionCode'), organisation.institutionCode],
    [t('institutionType'), organisation.institutionType && code(organisation.institutionType)],
    [t('siteCode'), organisation.siteCode],
    [t('municipality'), organisation.municipality && code(organisation.municipality)],
    [t('languages'), languages.map(code).join(', ')],
    [t('oid'), organisation.oid],
  ]
  return (
    <Facts>
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ),
      )}
    </Facts>
  )

  function validityOf(): string {
    const days = [
      ...(validFrom === undefined ? [] : [t('since', { date: formatDate(validFrom, language) })]),
      ...(validUntil === undefined ? [] : [t('until', { date: formatDate(validUntil, language) })]),
    ]
    return [organisation.active ? t('active') : t('notActive'), ...days].join(', ')
  }
}
