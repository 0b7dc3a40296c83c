import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { AsyncPage } from '../../../../ui/failure-page.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { restoredBody } from '../../rules-restore.ts'
import { describeDifference } from '../../rules-words.ts'
import { withoutFollowers } from '../../rules-words-followers.ts'
import { type OldPlan, type PlanView, planQuery, versionQuery } from '../api.ts'
import { studentTitle } from '../protection.ts'
import { texts } from '../texts.ts'
import { useWayBack } from '../use-way-back.ts'
import { knownOf } from './known.ts'
import { RestoreForm } from './restore-form.tsx'
import { useSpeaker } from './speaker.ts'
import { StatementList } from './statement-list.tsx'
import { historyTexts } from './texts.ts'

/** What bringing an earlier version back would change, in words, before it is done. */
export default function RestorePage() {
  const { planId = '', version = '' } = useParams()
  const { language } = useLanguage()
  const t = useTexts(historyTexts)
  const today = useQuery(planQuery(planId, language))
  const old = useQuery(versionQuery(planId, version, language))
  const away = useWayBack()
  return (
    <AsyncPage query={today} back={away}>
      {view => (
        <AsyncPage query={old} back={{ to: `/plans/${planId}/versions`, text: t('sides.toVersions') }}>
          {earlier => <Restore view={view} earlier={earlier} />}
        </AsyncPage>
      )}
    </AsyncPage>
  )
}

function Restore({ view, earlier }: { readonly view: PlanView; readonly earlier: OldPlan }) {
  const t = useTexts(historyTexts)
  const shared = useTexts(texts)
  const known = useMemo(() => knownOf(view, [earlier]), [view, earlier])
  const speaker = useSpeaker(known)
  const statements = useMemo(
    () => withoutFollowers(describeDifference(view.plan, restoredBody(earlier.plan, view.plan))),
    [view, earlier],
  )
  const { version } = earlier
  const back = `/plans/${view.id}/versions`
  return (
    <Page
      title={t('restore.title', { version })}
      eyebrow={studentTitle(view, shared)}
      back={{ to: back, text: t('sides.toVersions') }}
      lead={t('restore.lead', { version })}
      width="medium"
    >
      {statements.length === 0 ? (
        <>
          <p>{t('restore.same')}</p>
          <ButtonLink to={back}>{t('sides.toVersions')}</ButtonLink>
        </>
      ) : (
        <>
          <Section
            id="changes"
            title={t('restore.changes')}
            count={t('changes', { count: statements.length })}
          >
            <StatementList statements={statements} speaker={speaker} level={3} />
          </Section>
          <RestoreForm view={view} version={version} />
        </>
      )}
    </Page>
  )
}
