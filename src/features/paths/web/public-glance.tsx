import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { PathView } from '../contract.ts'
import { Ahead } from './ahead.tsx'
import { pathQuery } from './api.ts'
import { HowFarSection } from './how-far.tsx'
import { Now } from './now.tsx'
import styles from './path.module.css'
import { texts } from './texts.ts'

interface PathGlanceProps {
  readonly studentId: string
  /** What stands beside the path, under how far it is. */
  readonly children?: (view: PathView) => ReactNode
}

/** A student's path to look at, without what is the student's own or the staff's: for those who take part. */
export function PathGlance({ children, studentId }: PathGlanceProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [studyRight, setStudyRight] = useState<string>()
  const query = useQuery({
    ...pathQuery(language, studentId, studyRight),
    placeholderData: previous => previous,
  })
  return (
    <Async query={query}>
      {view => (
        <>
          {view.choices.length < 2 ? null : (
            <div className={styles.choose}>
              <Choice
                label={t('choose')}
                value={view.chosen?.studyRight ?? ''}
                options={view.choices.map(({ name, studyRight }) => ({
                  value: studyRight,
                  text: name.text ?? t('unnamedStudies'),
                }))}
                onChange={setStudyRight}
              />
            </div>
          )}
          <div className={styles.columns}>
            <div>
              <Now view={view} />
              <Ahead view={view} />
            </div>
            <div>
              <HowFarSection view={view} />
              {children?.(view)}
            </div>
          </div>
        </>
      )}
    </Async>
  )
}
