import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { planQuery, versionQuery } from './api.ts'
import { Basics } from './basics.tsx'
import { useSaverName } from './plan-header.tsx'
import { studentTitle } from './protection.ts'
import { type Reading, ReadingProvider } from './reading.tsx'
import { PlanSections } from './sections.tsx'
import { texts } from './texts.ts'
import { useWayBack } from './use-way-back.ts'

/** An old version as it was, without findings: these belong to the plan of today. */
export default function VersionPage() {
  const { planId = '', version = '' } = useParams()
  const { language } = useLanguage()
  const t = useTexts(texts)
  const today = useQuery(planQuery(planId, language))
  const old = useQuery(versionQuery(planId, version, language))
  const away = useWayBack()
  const saverName = useSaverName()
  const back = { to: `/plans/${planId}/versions`, text: t('versions.title') }
  return (
    <AsyncPage query={today} back={away}>
      {view => (
        <AsyncPage query={old} back={back}>
          {({ plan, contacts, names, savedAt, author, reason }) => {
            const reading: Reading = { contacts, names, durations: {}, findings: [] }
            return (
              <ReadingProvider value={reading}>
                <Page
                  title={t('versions.name', { version })}
                  eyebrow={studentTitle(view, t)}
                  back={back}
                  actions={<ButtonLink to={`/plans/${planId}`}>{t('backToPlan')}</ButtonLink>}
                >
                  <Note tone="info" title={t('versions.old', { version })}>
                    <p>
                      {t('head.saved')}:{' '}
                      {t('head.savedBy', {
                        time: formatInstant(savedAt, language),
                        name: saverName(author),
                      })}
                    </p>
                    {reason === undefined ? null : <p>{t('versions.reason', { reason })}</p>}
                  </Note>
                  <Section id="basics" title={t('sections.basics')}>
                    <Basics plan={plan} />
                  </Section>
                  <PlanSections plan={plan} />
                </Page>
              </ReadingProvider>
            )
          }}
        </AsyncPage>
      )}
    </AsyncPage>
  )
}
