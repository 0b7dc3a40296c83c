import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { pathQuery } from './api.ts'
import { PathContent } from './content.tsx'
import { texts } from './texts.ts'

/** The path of a student for those who work with them: the same as the student sees. */
export default function StudentPathPage() {
  const t = useTexts(texts)
  const { studentId = '' } = useParams()
  const { language } = useLanguage()
  const [studyRight, setStudyRight] = useState<string>()
  const back = { to: `/students/${studentId}`, text: t('staff.back') }
  const query = useQuery({
    ...pathQuery(language, studentId, studyRight),
    placeholderData: previous => previous,
  })
  return (
    <AsyncPage query={query} back={back}>
      {view => (
        <Page
          title={view.student.name ?? t('staff.hiddenName')}
          eyebrow={t('staff.title')}
          lead={t('staff.asStudent')}
          back={back}
        >
          {view.masked ? (
            <Note tone="warning">
              <p>{t('staff.maskedText')}</p>
            </Note>
          ) : null}
          <PathContent view={view} onChoose={setStudyRight} />
        </Page>
      )}
    </AsyncPage>
  )
}
