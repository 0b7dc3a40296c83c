import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { providersQuery } from './api.ts'
import styles from './statements.module.css'
import { publicTexts } from './texts.ts'

/** The foot of every page: where the statements are, of the provider at work or of the only one there is. */
export function Footer() {
  const t = useTexts(publicTexts)
  const here = useSignedIn()?.provider.id
  const { data } = useQuery(providersQuery)
  const providers = data?.items ?? []
  const own = providers.find(({ id }) => id === here) ?? (providers.length === 1 ? providers[0] : undefined)

  return (
    <footer className={styles.footer}>
      <nav aria-label={t('footer')}>
        <ul>
          {own === undefined ? (
            <li>
              <Link to="/statements">
                {t('accessibility.title')}, {t('privacy.title')}
              </Link>
            </li>
          ) : (
            (['accessibility', 'privacy'] as const).map(kind => (
              <li key={kind}>
                <Link to={`/statements/${own.oid}/${kind}`}>{t(`${kind}.title`)}</Link>
              </li>
            ))
          )}
        </ul>
      </nav>
    </footer>
  )
}
