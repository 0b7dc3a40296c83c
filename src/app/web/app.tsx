import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { BrowserRouter } from 'react-router'
import { locales } from '../../platform/i18n/language.ts'
import { problemOf } from '../../platform/web/api.ts'
import { LanguageProvider, useLanguage, useTexts } from '../../platform/web/language.tsx'
import { AnnouncerProvider } from '../../ui/announcer.tsx'
import { UiTextsContext } from '../../ui/texts.tsx'
import { describeProblem } from './describe.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Shell } from './shell.tsx'
import { texts } from './texts.ts'

export function App() {
  const [client] = useState(makeClient)
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Words>
          <BrowserRouter>
            <AnnouncerProvider>
              <ErrorBoundary>
                <Shell />
              </ErrorBoundary>
            </AnnouncerProvider>
          </BrowserRouter>
        </Words>
      </LanguageProvider>
    </QueryClientProvider>
  )
}

/** A refusal stays a refusal; only what may pass by itself is tried again, twice. */
function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && problemOf(error).code === 'network',
        refetchOnWindowFocus: false,
        staleTime: 5_000,
      },
    },
  })
}

function Words({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const words = useMemo(
    () => ({
      loading: t('ui.loading'),
      retry: t('ui.retry'),
      close: t('ui.close'),
      required: t('ui.required'),
      before: t('ui.before'),
      after: t('ui.after'),
      tooLong: (limit: number, count: number) => t('ui.tooLong', { limit, count }),
      describe: (error: unknown) => describeProblem(error, t),
    }),
    [t],
  )
  return (
    <I18nProvider locale={locales[language]}>
      <UiTextsContext value={words}>{children}</UiTextsContext>
    </I18nProvider>
  )
}
