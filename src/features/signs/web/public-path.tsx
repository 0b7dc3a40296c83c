import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Section } from '../../../ui/section.tsx'
import { MeasuresSection } from '../../measures/web/public-section.tsx'
import { signsKey, signsOfStudentQuery } from './api.ts'
import { OwnSign } from './own-sign.tsx'
import { texts } from './own-texts.ts'
import styles from './signs.module.css'

/** Every sign about oneself, at once, in plain words; and what was agreed. */
export default function OwnSigns({ studentId }: { readonly studentId: string }) {
  return (
    <>
      <Signs studentId={studentId} />
      <MeasuresSection studentId={studentId} own />
    </>
  )
}

function Signs({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const query = useQuery(signsOfStudentQuery(studentId))
  const renew = () => client.invalidateQueries({ queryKey: signsKey })
  if (query.data?.items.length === 0) return null
  return (
    <Async query={query}>
      {({ items }) => {
        const [now, before] = [
          items.filter(({ state }) => state !== 'over'),
          items.filter(({ state }) => state === 'over'),
        ]
        return (
          <Section id="signs" title={t('title')}>
            <p>{t('lead')}</p>
            {now.length === 0 ? null : (
              <ul className={styles.cards}>
                {now.map(sign => (
                  <li key={sign.id}>
                    <OwnSign sign={sign} onChanged={renew} />
                  </li>
                ))}
              </ul>
            )}
            <p className={styles.quiet}>{t('seenBy')}</p>
            {before.length === 0 ? null : (
              <Disclosure title={t('earlier')}>
                <ul className={styles.cards}>
                  {before.map(sign => (
                    <li key={sign.id}>
                      <OwnSign sign={sign} onChanged={renew} />
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </Section>
        )
      }}
    </Async>
  )
}
