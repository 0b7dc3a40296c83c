import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { pathQuery } from './api.ts'
import { PathContent } from './content.tsx'
import { texts } from './texts.ts'

/** A student's own path: where a student begins. */
export default function PathPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [studyRight, setStudyRight] = useState<string>()
  const query = useQuery({
    ...pathQuery(language, undefined, studyRight),
    placeholderData: previous => previous,
  })
  return (
    <AsyncPage query={query}>
      {view => (
        <Page title={t('label')} {...(view.student.name === undefined ? {} : { eyebrow: view.student.name })}>
          <PathContent view={view} onChoose={setStudyRight} />
        </Page>
      )}
    </AsyncPage>
  )
}
