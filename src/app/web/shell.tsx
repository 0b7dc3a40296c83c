import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { Footer } from '../../features/statements/web/public-footer.tsx'
import { useProtectionWatch } from '../../features/students/web/public-watch.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/web/language.tsx'
import { useSession } from '../../platform/web/session.ts'
import { type FocusWish, FocusWishContext } from '../../ui/focus.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Header } from './header.tsx'
import { Pages } from './pages.tsx'
import styles from './shell.module.css'
import { texts } from './texts.ts'

/** What is around every page: the way past the header, the header, the demo's notice, the page. */
export function Shell() {
  const t = useTexts(texts)
  const [wish] = useState<FocusWish>(() => ({ pending: false }))
  useNavigationFocus(wish)
  useProtectionWatch()
  return (
    <FocusWishContext value={wish}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Header />
      <DemoBanner />
      <ConnectionBanner />
      <main className={styles.main} id="content" tabIndex={-1}>
        <Pages />
      </main>
      <Footer />
    </FocusWishContext>
  )
}

/** Marks every navigation but the first: a page that the browser itself opened keeps the browser's focus. */
function useNavigationFocus(wish: FocusWish): void {
  const { pathname } = useLocation()
  const previous = useRef(pathname)
  if (previous.current !== pathname) {
    previous.current = pathname
    wish.pending = true
  }
  useEffect(() => {
    // The new page starts from its top, except when an address names a place on it.
    if (pathname !== '' && window.location.hash === '') window.scrollTo({ top: 0, behavior: 'instant' })
  }, [pathname])
}

function DemoBanner() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data: session } = useSession()
  const { pathname } = useLocation()
  // The front page says it in its own words.
  if (session?.demo !== true || pathname === '/') return null
  return (
    <aside className={styles.demo} aria-label={t('demo')}>
      <p>
        {t('demoBanner')}
        {session.signedIn ? <> {t('demoToday', { date: formatDate(session.today, language) })}</> : null}
      </p>
    </aside>
  )
}
