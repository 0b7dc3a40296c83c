import { KeysSection } from '../../features/api-keys/web/keys-section.tsx'
import { ClockSection } from '../../features/clock/web/clock-section.tsx'
import { SettingsSection } from '../../features/settings/web/settings-section.tsx'
import { useTexts } from '../../platform/web/language.tsx'
import { useSession } from '../../platform/web/session.ts'
import { Page } from '../../ui/page.tsx'
import { texts } from './texts.ts'

/** What an administrator sets for the provider; each feature brings its own section. */
export default function AdministrationPage() {
  const t = useTexts(texts)
  const { data: session } = useSession()
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')} width="medium">
      <SettingsSection />
      <KeysSection />
      {session?.demo === true ? <ClockSection /> : null}
    </Page>
  )
}
