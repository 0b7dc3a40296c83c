import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import type { OrganisationName as Name } from '../contract.ts'
import { firstDay } from '../rules.ts'
import { OrganisationName } from './organisation-name.tsx'
import { texts } from './texts.ts'

/** The newest name first. */
export function NamesOverTime({ names }: { readonly names: readonly Name[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const since = ({ noticed, startsOn }: Name) => {
    if (startsOn === firstDay) return t('nameBefore')
    const date = formatDate(startsOn, language)
    return noticed === true ? t('nameSeen', { date }) : t('nameFrom', { date })
  }
  return (
    <Section id="names" title={t('names')}>
      <Facts>
        {names.toReversed().map(name => (
          <Fact key={name.startsOn} name={since(name)}>
            <OrganisationName oid="" names={name.names} />
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
