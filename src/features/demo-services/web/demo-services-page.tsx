import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { demoServicesQuery } from './api.ts'
import { BehaviourForm } from './behaviour-form.tsx'
import { HeldPlans } from './held-plans.tsx'
import { texts } from './texts.ts'

/** Only in the demo: its own national service, from behind. */
export default function DemoServicesPage() {
  const t = useTexts(texts)
  const query = useQuery(demoServicesQuery)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/administration', text: t('back') }}
      width="medium"
    >
      <Async query={query}>
        {view => (
          <>
            <Section id="behaviour" title={t('behaviour')}>
              <BehaviourForm view={view} />
            </Section>
            <Section id="plans" title={t('plans')} count={view.count}>
              <p>{t('plansLead')}</p>
              <HeldPlans view={view} />
            </Section>
          </>
        )}
      </Async>
    </Page>
  )
}
