import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Page } from '../../../ui/page.tsx'
import { MappingSection } from './mapping-section.tsx'
import { OperatorsSection } from './operators-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { texts } from './texts.ts'

/** Who holds which role at the provider, and which groups of the sign-in give which. */
export default function RolesPage() {
  const t = useTexts(texts)
  const session = useSignedIn()
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/administration', text: t('back') }}>
      <PeopleSection />
      <MappingSection />
      {session?.operator === true ? <OperatorsSection /> : null}
    </Page>
  )
}
