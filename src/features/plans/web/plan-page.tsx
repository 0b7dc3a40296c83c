import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { useHashPlace } from '../../../ui/hash-place.ts'
import { Page } from '../../../ui/page.tsx'
import { DeliveryState } from '../../deliveries/web/public.tsx'
import { DocumentLinks } from '../../documents/web/public.tsx'
import { StudentLink } from '../../students/web/public-link.tsx'
import { ProtectionNote } from '../../students/web/public-protection.tsx'
import { type PlanView, planQuery } from './api.ts'
import { Conflicts } from './conflicts.tsx'
import { SavedNote } from './editor/saved-note.tsx'
import { FindingsSummary } from './findings-summary.tsx'
import { FormationSection } from './formation.tsx'
import { placeNames } from './place-names.ts'
import styles from './plan.module.css'
import { PlanHeader } from './plan-header.tsx'
import { PlanParts } from './plan-parts.tsx'
import { studentTitle } from './protection.ts'
import { ReadingProvider } from './reading.tsx'
import { readingTexts, texts } from './texts.ts'
import { TimelineSection } from './timeline/timeline-section.tsx'
import { useDurations } from './use-durations.ts'
import { useWayBack } from './use-way-back.ts'

/** Fetched when the page stands: reading a plan waits for nobody's approval. */
const Approvals = lazy(() => import('../../approvals/web/public-plan.tsx'))

export default function PlanPage() {
  const { planId = '' } = useParams()
  const { language } = useLanguage()
  const back = useWayBack()
  const query = useQuery({ ...planQuery(planId, language), placeholderData: previous => previous })
  return (
    <AsyncPage query={query} back={back}>
      {view => <PlanContent view={view} />}
    </AsyncPage>
  )
}

/** First what must be decided or mended, then the plan as a whole, then its parts. */
function PlanContent({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const back = useWayBack()
  const reading = useReadingOf(view)
  useHashPlace()
  const placeName = useMemo(
    () => placeNames({ body: view.plan, names: view.names, language, t }),
    [view, language, t],
  )
  return (
    <ReadingProvider value={reading}>
      <Page
        title={studentTitle(view, t)}
        eyebrow={t('eyebrow')}
        back={back}
        actions={<PlanActions view={view} />}
      >
        <ProtectionNote
          studentId={view.student.id}
          protection={view.protection}
          mayReveal={view.permittedActions.includes('reveal')}
        />
        <SavedNote version={view.version} />
        <PlanHeader view={view} />
        <DeliveryState
          planId={view.id}
          approvedVersion={view.approvedVersion}
          placeName={placeName}
          mayEdit={view.permittedActions.includes('update')}
        />
        <Conflicts view={view} />
        <FindingsSummary findings={view.findings} placeName={placeName} />
        <div className={styles.overview}>
          <TimelineSection view={view} />
          <FormationSection planId={view.id} version={view.version} />
        </div>
        <PlanParts plan={view.plan} />
        <StaffApprovals view={view} />
      </Page>
    </ReadingProvider>
  )
}

/** Who has approved what is for staff; a student reads it on the own path. */
function StaffApprovals({ view }: { readonly view: PlanView }) {
  const roles = useSignedIn()?.roles ?? []
  const reads = (['teacher', 'guidance', 'coordinator', 'quality'] as const).some(role =>
    roles.includes(role),
  )
  return reads ? (
    <Suspense fallback={null}>
      <Approvals planId={view.id} version={view.version} />
    </Suspense>
  ) : null
}

/** What the parts need from around them; the same object as long as nothing in it changes. */
function useReadingOf(view: PlanView) {
  const counting = useDurations(view)
  return useMemo(() => {
    const editPath = (pointer: string): string => `/plans/${view.id}/edit#${pointer}`
    return { ...view, counting, ...(view.permittedActions.includes('update') ? { editPath } : {}) }
  }, [view, counting])
}

function PlanActions({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const say = useTexts(readingTexts)
  return (
    <>
      {view.permittedActions.includes('update') ? (
        <ButtonLink look="primary" to={`/plans/${view.id}/edit`}>
          {say('edit')}
        </ButtonLink>
      ) : null}
      <ButtonLink to={`/plans/${view.id}/versions`}>{t('versionsLink')}</ButtonLink>
      <DocumentLinks planId={view.id} />
      <StudentLink studentId={view.student.id} />
    </>
  )
}
