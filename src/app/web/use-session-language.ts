import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { Language } from '../../platform/i18n/language.ts'
import { request } from '../../platform/web/api.ts'
import { useLanguage } from '../../platform/web/language.tsx'
import { sessionQuery, useSignedIn } from '../../platform/web/session.ts'

/**
 * Whether the session speaks the page's language. Texts like findings come in the session's, so pages wait for it:
 * what the reader chose in this browser is told to the server; without such a choice the page follows the session.
 */
export function useSessionLanguage(): boolean {
  const session = useSignedIn()
  const client = useQueryClient()
  const { language, chosen, adoptLanguage } = useLanguage()
  const theirs = session?.language
  const agreed = theirs === undefined || theirs === language
  useEffect(() => {
    if (agreed) return
    if (chosen) void tell(client, language)
    else adoptLanguage(theirs)
  }, [agreed, theirs, language, chosen, adoptLanguage, client])
  return agreed
}

/** Changes the language: first for the session, then on the page, so that what is asked next is answered in it. */
export function useSwitchLanguage(): (language: Language) => void {
  const session = useSignedIn()
  const client = useQueryClient()
  const { setLanguage } = useLanguage()
  return useCallback(
    async language => {
      if (session !== undefined) await tell(client, language)
      setLanguage(language)
    },
    [session, client, setLanguage],
  )
}

async function tell(client: QueryClient, language: Language): Promise<void> {
  // Refused or unreachable: the page speaks the language all the same.
  await request<unknown>('PUT', '/api/session/language', { body: { language } }).catch(() => undefined)
  client.setQueryData(sessionQuery.queryKey, old => (old?.signedIn === true ? { ...old, language } : old))
}
