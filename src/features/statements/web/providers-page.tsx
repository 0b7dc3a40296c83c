import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Page } from '../../../ui/page.tsx'
import { providersQuery } from './api.ts'
import styles from './statements.module.css'
import { publicTexts } from './texts.ts'

/** Whose statements there are, for those who have not signed in. */
export default function ProvidersPage() {
  const t = useTexts(publicTexts)
  const { language } = useLanguage()
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="reading">
      <Async query={useQuery(providersQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('list.none')}</p>
          ) : (
            <ul className={styles.list} aria-label={t('list.label')}>
              {items.map(({ names, oid }) => (
                <li key={oid}>
                  <h2>{pickName(names, language)?.text}</h2>
                  <p className={styles.state}>
                    <Link to={`/statements/${oid}/accessibility`}>{t('accessibility.title')}</Link>
                    <Link to={`/statements/${oid}/privacy`}>{t('privacy.title')}</Link>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </Page>
  )
}
