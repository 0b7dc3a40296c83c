import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Loading } from '../../../ui/async.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { InvitationsSection } from '../../invitations/web/public-section.tsx'
import { PathLink } from '../../paths/web/public-link.tsx'
import { PriorLearningLink } from '../../recognitions/web/public-link.tsx'
import { RecordSection } from '../../records/web/public.tsx'
import type { StudentCard } from '../contract-student.ts'
import { ProtectButton } from './protect-dialog.tsx'
import { ProtectionNote } from './public-protection.tsx'
import { studentQuery } from './public-query.ts'
import { listReaders } from './readers.ts'
import { ContactSection, GuardiansSection } from './student-contacts.tsx'
import { StudentRights } from './student-rights.tsx'
import { texts } from './student-texts.ts'

/** Most who open the page are not the ones who see it. */
const StudentSigns = lazy(() => import('../../signs/web/public-student.tsx'))

export default function StudentPage() {
  const t = useTexts(texts)
  const { studentId = '' } = useParams()
  const query = useQuery(studentQuery(studentId))
  // An administrator comes here from elsewhere, and has no list of students.
  const lists = useSignedIn()?.roles.some(role => listReaders.some(reader => reader === role)) ?? false
  const back = lists ? { back: { to: '/students', text: t('back') } } : {}
  return (
    <AsyncPage query={query} {...back}>
      {student => (
        <Page
          title={titleOf(student, t)}
          eyebrow={t('eyebrow')}
          {...back}
          actions={<ProtectButton student={student} />}
          width="medium"
        >
          <ProtectionNote
            studentId={student.id}
            protection={student.protection}
            mayReveal={student.permittedActions.includes('reveal')}
          />
          {student.vanished === true ? (
            <Note tone="warning" title={t('vanished')}>
              <p>{t('vanishedText')}</p>
            </Note>
          ) : null}
          <Basics student={student} />
          <PathLink studentId={student.id} />
          <StudentRights rights={student.studyRights} masked={student.protection === 'masked'} />
          <div>
            <PriorLearningLink studentId={student.id} />
          </div>
          <Suspense fallback={<Loading />}>
            <StudentSigns studentId={student.id} />
          </Suspense>
          {student.protection === 'masked' ? null : (
            <>
              <ContactSection contact={student.contact ?? {}} />
              <GuardiansSection guardians={student.guardians} />
              {student.erased === true ? null : <InvitationsSection studentId={student.id} />}
              <RecordSection studentId={student.id} />
            </>
          )}
        </Page>
      )}
    </AsyncPage>
  )
}

function titleOf(student: StudentCard, t: (key: 'hiddenName' | 'erasedName') => string): string {
  if (student.protection === 'masked') return t('hiddenName')
  if (student.erased === true) return t('erasedName')
  return student.name ?? student.studentOid
}

function Basics({ student }: { readonly student: StudentCard }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { birthDate, givenNames, group, studentNumber, studentOid, teacher } = student
  const spoken = student.language
  return (
    <Section id="basics" title={t('basics')}>
      <Facts dense>
        {givenNames === undefined ? null : <Fact name={t('givenNames')}>{givenNames}</Fact>}
        <Fact name={t('studentOid')}>{studentOid}</Fact>
        {studentNumber === undefined ? null : <Fact name={t('studentNumber')}>{studentNumber}</Fact>}
        {birthDate === undefined ? null : (
          <Fact name={t('birthDate')}>{formatDate(birthDate, language)}</Fact>
        )}
        {spoken === 'fi' || spoken === 'sv' || spoken === 'en' ? (
          <Fact name={t('language')}>{t(`languages.${spoken}`)}</Fact>
        ) : null}
        {group === undefined ? null : (
          <Fact name={t('group')}>
            <Link to={`/students?group=${encodeURIComponent(group.code)}`}>
              {group.name === undefined ? group.code : `${group.code}, ${group.name}`}
            </Link>
          </Fact>
        )}
        {teacher === undefined ? null : <Fact name={t('teacher')}>{teacher.name}</Fact>}
      </Facts>
    </Section>
  )
}
