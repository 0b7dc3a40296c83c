import { useLocation } from 'react-router'
import { useTexts } from '../../platform/web/language.tsx'
import { Button, ButtonAnchor, ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { texts } from './texts.ts'

export function NotFoundPage() {
  const t = useTexts(texts)
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')} width="reading">
      <ButtonLink to="/home">{t('notFound.home')}</ButtonLink>
    </Page>
  )
}

export function NoAccessPage() {
  const t = useTexts(texts)
  return (
    <Page title={t('noAccess.title')} lead={t('noAccess.text')} width="reading">
      <ButtonLink to="/home">{t('noAccess.home')}</ButtonLink>
    </Page>
  )
}

export function AwayPage({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts(texts)
  return (
    <Page title={t('away.title')} lead={t('away.text')} width="reading">
      <Button look="primary" onPress={onRetry}>
        {t('away.retry')}
      </Button>
    </Page>
  )
}

/** Sign-in comes back to the page that was asked for. */
export function SignedOutPage({ demo }: { readonly demo: boolean }) {
  const t = useTexts(texts)
  const { pathname } = useLocation()
  const returnTo = encodeURIComponent(pathname)
  return (
    <Page title={t('signedOut.title')} lead={t('signedOut.text')} width="reading">
      {demo ? (
        <ButtonLink look="primary" to={`/?returnTo=${returnTo}`}>
          {t('signIn')}
        </ButtonLink>
      ) : (
        <ButtonAnchor look="primary" href={`/auth/sign-in?returnTo=${returnTo}`}>
          {t('signIn')}
        </ButtonAnchor>
      )}
    </Page>
  )
}
