import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request } from '../../platform/web/api.ts'
import { useLanguage } from '../../platform/web/language.tsx'
import { sessionQuery, useSignedIn } from '../../platform/web/session.ts'

/**
 * Keeps the session's language and the page's the same: what the reader chose in this browser is told to the server;
 * without such a choice the page speaks the language that the person has there.
 */
export function useSessionLanguage(): void {
  const session = useSignedIn()
  const client = useQueryClient()
  const { language, chosen, adoptLanguage } = useLanguage()
  const theirs = session?.language
  useEffect(() => {
    if (theirs === undefined || theirs === language) return
    if (!chosen) {
      adoptLanguage(theirs)
      return
    }
    client.setQueryData(sessionQuery.queryKey, old => (old?.signedIn === true ? { ...old, language } : old))
    // Refused or unreachable: every request still carries the language by itself.
    request<unknown>('PUT', '/api/session/language', { body: { language } }).catch(() => undefined)
  }, [theirs, language, chosen, adoptLanguage, client])
}
