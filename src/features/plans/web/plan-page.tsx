import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StudentLink } from '../../students/web/public-link.tsx'
import { ProtectionNote } from '../../students/web/public-protection.tsx'
import { type PlanView, planQuery } from './api.ts'
import { Basics } from './basics.tsx'
import { Conflicts } from './conflicts.tsx'
import type { Editing } from './edits.ts'
import { FindingsSummary } from './findings-summary.tsx'
import { FormationSection } from './formation.tsx'
import { placeNames } from './place-names.ts'
import styles from './plan.module.css'
import { PlanHeader } from './plan-header.tsx'
import { studentTitle } from './protection.ts'
import { ReadingProvider } from './reading.tsx'
import { PlanSections } from './sections.tsx'
import type { LearningPeriod } from './stored.ts'
import { TableOfContents } from './table-of-contents.tsx'
import { texts } from './texts.ts'
import { useDurations } from './use-durations.ts'
import { useWayBack } from './use-way-back.ts'

/** The forms, with the date field, are fetched when somebody first edits. */
const EditDialog = lazy(() => import('./edit-dialog.tsx'))

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

function PlanContent({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [editing, setEditing] = useState<Editing>()
  const back = useWayBack()
  const counting = useDurations(view)
  const mayEdit = view.permittedActions.includes('update')
  const placeName = useMemo(
    () => placeNames({ body: view.plan, names: view.names, language, t }),
    [view, language, t],
  )
  const editPeriod = (pointer: string, period: LearningPeriod): void =>
    setEditing({ what: 'period', pointer, period })
  return (
    <ReadingProvider value={{ ...view, counting, ...(mayEdit ? { editPeriod } : {}) }}>
      <Page
        title={studentTitle(view, t)}
        eyebrow={t('eyebrow')}
        {...(back.isList ? { back } : {})}
        actions={
          <>
            <StudentLink studentId={view.student.id} />
            <ButtonLink to={`/plans/${view.id}/versions`}>{t('versionsLink')}</ButtonLink>
          </>
        }
      >
        <ProtectionNote
          studentId={view.student.id}
          protection={view.protection}
          mayReveal={view.permittedActions.includes('reveal')}
        />
        <PlanHeader view={view} />
        <FindingsSummary findings={view.findings} placeName={placeName} />
        <div className={styles.columns}>
          <TableOfContents plan={view.plan} conflicts={view.conflicts.length} />
          <div className={styles.body}>
            <Conflicts view={view} placeName={placeName} />
            <Section
              id="basics"
              title={t('sections.basics')}
              actions={
                mayEdit ? (
                  <Button look="quiet" label={t('editBasics')} onPress={() => setEditing({ what: 'basics' })}>
                    {t('edit')}
                  </Button>
                ) : null
              }
            >
              <Basics plan={view.plan} />
            </Section>
            <PlanSections plan={view.plan} />
            <FormationSection planId={view.id} version={view.version} />
          </div>
        </div>
      </Page>
      <Suspense>
        {editing === undefined ? null : (
          <EditDialog view={view} editing={editing} onClose={() => setEditing(undefined)} />
        )}
      </Suspense>
    </ReadingProvider>
  )
}
