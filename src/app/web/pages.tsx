import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { problemOf } from '../../platform/web/api.ts'
import { isPageHeld } from '../../platform/web/held-page.ts'
import { useTexts } from '../../platform/web/language.tsx'
import type { WebRoute } from '../../platform/web/route.ts'
import { useSession } from '../../platform/web/session.ts'
import { Failure, Loading } from '../../ui/async.tsx'
import { Page } from '../../ui/page.tsx'
import { routes } from './features.tsx'
import HomePage from './home-page.tsx'
import { isOpen } from './open-routes.ts'
import { AwayPage, NoAccessPage, NotFoundPage, SignedOutPage } from './plain-pages.tsx'
import { texts } from './texts.ts'
import { useSessionLanguage } from './use-session-language.ts'

const pages = routes.map(route => ({ route, Content: lazy(route.page) }))

/** Every page of the list, opened to whom it is for. */
export function Pages() {
  const { pathname } = useLocation()
  return (
    <Suspense fallback={<LoadingPage />}>
      {/* A new address is a new page, also when the same component draws both: nothing typed leaks over. */}
      <Routes key={pathname}>
        {pages.map(({ route, Content }) => (
          <Route
            key={route.path}
            path={route.path}
            element={
              <Gate who={route.who}>
                <Content />
              </Gate>
            }
          />
        ))}
        <Route
          path="/home"
          element={
            <Gate who="everyone">
              <HomePage />
            </Gate>
          }
        />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}

function Gate({ who, children }: { readonly who: WebRoute['who']; readonly children: ReactNode }) {
  const session = useSession()
  const t = useTexts(texts)
  const languageAgreed = useSessionLanguage()
  if (session.data === undefined && session.error === null) return <LoadingPage />
  if (!languageAgreed) return <LoadingPage />
  if (session.data === undefined) {
    if (problemOf(session.error).status === 503) return <AwayPage onRetry={() => void session.refetch()} />
    return (
      <Page title={t('service')} width="reading">
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Page>
    )
  }
  if (who !== 'everyone' && !session.data.signedIn)
    return isPageHeld() ? children : <SignedOutPage demo={session.data.demo} />
  return isOpen(who, session.data) ? children : <NoAccessPage />
}

function LoadingPage() {
  return (
    <div style={{ padding: '2rem var(--gutter)' }}>
      <Loading />
    </div>
  )
}
