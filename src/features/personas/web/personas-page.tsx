import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { ButtonAnchor, ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { personasQuery } from './api.ts'
import { Personas } from './personas.tsx'
import { texts } from './texts.ts'

/** The front door: in the demo a choice of invented people, elsewhere one way to sign in. */
export default function PersonasPage() {
  const t = useTexts(texts)
  const { data: session } = useSession()
  const returnTo = useReturnTo()
  return (
    <Page title={t('title')} lead={session?.demo === true ? `${t('lead')} ${t('invented')}` : t('lead')}>
      {session?.demo === true ? <DemoDoor returnTo={returnTo} /> : null}
      {session?.demo === false && session.signedIn ? (
        <ButtonLink look="primary" to="/home">
          {t('continue')}
        </ButtonLink>
      ) : null}
      {session?.demo === false && !session.signedIn ? (
        <ButtonAnchor look="primary" href={`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
          {t('signIn')}
        </ButtonAnchor>
      ) : null}
    </Page>
  )
}

function DemoDoor({ returnTo }: { readonly returnTo: string }) {
  const personas = useQuery(personasQuery)
  return <Async query={personas}>{data => <Personas personas={data.items} returnTo={returnTo} />}</Async>
}

/** Only a path of ours: a returnTo that leads elsewhere is ignored. */
function useReturnTo(): string {
  const [search] = useSearchParams()
  const wanted = search.get('returnTo') ?? ''
  return /^\/(?![/\\])/.test(wanted) && wanted !== '/' ? wanted : '/home'
}
