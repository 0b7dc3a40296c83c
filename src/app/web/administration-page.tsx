import { texts as apiKeys } from '../../features/api-keys/web/texts.ts'
import { texts as approvals } from '../../features/approvals/web/texts.ts'
import { texts as audit } from '../../features/audit-log/web/texts.ts'
import { ClockSection } from '../../features/clock/web/clock-section.tsx'
import { texts as deliveries } from '../../features/deliveries/web/texts.ts'
import { texts as demoServices } from '../../features/demo-services/web/texts.ts'
import { texts as registers } from '../../features/registers/web/texts.ts'
import { texts as retention } from '../../features/retention/web/texts.ts'
import { texts as roles } from '../../features/roles/web/texts.ts'
import { SettingsSection } from '../../features/settings/web/settings-section.tsx'
import { texts as signs } from '../../features/signs/web/limits-texts.ts'
import { texts as statements } from '../../features/statements/web/texts.ts'
import { texts as reminders } from '../../features/tasks/web/reminders-texts.ts'
import { useLanguage, useTexts } from '../../platform/web/language.tsx'
import { useSession } from '../../platform/web/session.ts'
import { LinkList } from '../../ui/link-list.tsx'
import { Page } from '../../ui/page.tsx'
import { texts } from './texts.ts'

/** Where administration begins: the ways to its pages, and the settings of the provider. */
export default function AdministrationPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data: session } = useSession()
  // An operator who is no administrator here keeps the registers that all providers share, and nothing else.
  const own = session?.signedIn === true && session.roles.includes('administrator')
  const pages = [
    { to: '/administration/registers', words: registers[language] },
    ...(own
      ? [
          { to: '/administration/deliveries', words: deliveries[language] },
          { to: '/administration/roles', words: roles[language] },
          { to: '/administration/api-keys', words: apiKeys[language] },
          { to: '/administration/audit', words: audit[language] },
          { to: '/administration/reminders', words: reminders[language] },
          { to: '/administration/approvals', words: approvals[language] },
          { to: '/administration/retention', words: retention[language] },
          { to: '/administration/signs', words: signs[language] },
          { to: '/administration/statements', words: statements[language] },
        ]
      : []),
    ...(own && session.demo ? [{ to: '/administration/demo-services', words: demoServices[language] }] : []),
  ]
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')} width="medium">
      <LinkList
        label={t('administration.pages')}
        items={pages.map(({ to, words }) => ({ to, title: words.title, text: words.administration }))}
      />
      {own ? <SettingsSection /> : null}
      {own && session.demo ? <ClockSection /> : null}
    </Page>
  )
}
