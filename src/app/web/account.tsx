import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { pickName } from '../../platform/i18n/names.ts'
import { request } from '../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../platform/web/language.tsx'
import { roleNames } from '../../platform/web/role-names.ts'
import type { SignedIn } from '../../platform/web/session.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Hidden } from '../../ui/hidden.tsx'
import styles from './header.module.css'
import { texts } from './texts.ts'

/** Who is signed in, in which role, at which provider; the provider can be changed by those who work at several. */
export function Account({ session }: { readonly session: SignedIn }) {
  const t = useTexts(texts)
  const role = useTexts(roleNames)
  const roles = session.roles.map(key => role(key)).join(', ')
  const signOut = useMutation({
    mutationFn: () => request<{ readonly next?: string } | undefined>('POST', '/auth/sign-out'),
    // Whatever the answer, nothing that was read stays in this window; the server may send us on to end its session.
    onSettled: answer => window.location.assign(answer?.next ?? '/'),
  })
  return (
    <div className={styles.account}>
      <div className={styles.who}>
        <p>
          <Hidden>{t('signedInAs')}: </Hidden>
          <strong>{session.user.name}</strong>, {roles}
        </p>
        <ProviderChoice session={session} />
      </div>
      <Button look="quiet" pending={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('signOut')}
      </Button>
    </div>
  )
}

function ProviderChoice({ session }: { readonly session: SignedIn }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const change = useMutation({
    mutationFn: (providerId: string) =>
      request<unknown>('POST', '/api/session/provider', { body: { providerId } }),
    onSuccess: async () => {
      client.clear()
      await navigate('/home')
    },
  })
  const nameOf = (provider: SignedIn['provider']): string =>
    pickName(provider.names, language)?.text ?? provider.id
  if (session.providers.length < 2) return <p className={styles.provider}>{nameOf(session.provider)}</p>
  return (
    <Choice
      inline
      label={<Hidden>{t('provider')}</Hidden>}
      value={session.provider.id}
      disabled={change.isPending}
      options={session.providers.map(provider => ({ value: provider.id, text: nameOf(provider) }))}
      onChange={providerId => change.mutate(providerId)}
    />
  )
}
