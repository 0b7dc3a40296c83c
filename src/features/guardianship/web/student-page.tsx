import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { OwnApprovals } from '../../approvals/web/public.tsx'
import CommentsOnPath from '../../comments/web/public-path.tsx'
import { PathGlance } from '../../paths/web/public-glance.tsx'
import type { GuardedStudent } from '../contract.ts'
import { guardedQuery } from './api.ts'
import { EndedPage } from './ended-page.tsx'
import styles from './guardianship.module.css'
import { texts } from './texts.ts'

/** A child's path for a guardian, who takes part and does not own: to read, and to answer what is asked of them. */
export default function GuardianStudentPage() {
  const t = useTexts(texts)
  const { studentId = '' } = useParams()
  const query = useQuery(guardedQuery)
  return (
    <AsyncPage query={query}>
      {({ ended, items }) => {
        const student = items.find(one => one.studentId === studentId)
        if (student === undefined) return <EndedPage reasons={ended} />
        return (
          <Page
            title={student.name ?? t('hiddenName')}
            {...(items.length === 1 ? {} : { back: { to: '/guardian', text: t('back') } })}
            lead={t('takesPart')}
          >
            {student.protected ? (
              <Note tone="info">
                <p>{t('protected')}</p>
              </Note>
            ) : null}
            <OwnApprovals studentId={studentId} />
            <div className={styles.path}>
              <PathGlance studentId={studentId}>
                {view => (
                  <>
                    <CommentsOnPath studentId={studentId} own={false} view={view} />
                    <Asking student={student} />
                  </>
                )}
              </PathGlance>
            </div>
          </Page>
        )
      }}
    </AsyncPage>
  )
}

function Asking({ student }: { readonly student: GuardedStudent }) {
  const t = useTexts(texts)
  const { endsOn, teacher } = student
  return (
    <Section id="ask" title={t('ask')}>
      <p>{teacher === undefined ? t('askSchool') : t('askTeacher', { name: teacher.name })}</p>
      {teacher?.email === undefined ? null : (
        <p>
          <a href={`mailto:${teacher.email}`}>{teacher.email}</a>
        </p>
      )}
      <p>{t('until', { date: endsOn })}</p>
    </Section>
  )
}
