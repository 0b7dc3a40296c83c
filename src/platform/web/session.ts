import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Language } from '../i18n/language.ts'
import type { Names } from '../i18n/names.ts'
import { carryCsrfToken, request } from './api.ts'

export type Role =
  | 'teacher'
  | 'guidance'
  | 'coordinator'
  | 'quality'
  | 'administrator'
  | 'student'
  | 'guardian'

export interface SignedOut {
  readonly signedIn: false
  readonly demo: boolean
  readonly language: Language
}

export interface SignedIn {
  readonly signedIn: true
  readonly demo: boolean
  readonly user: { readonly id: string; readonly name: string }
  readonly roles: readonly Role[]
  /** Whether the person also keeps what all providers share: national reference data and their imports. */
  readonly operator: boolean
  readonly provider: ProviderName
  readonly providers: readonly (ProviderName & { readonly roles: readonly Role[] })[]
  readonly csrfToken: string
  readonly language: Language
  /** The day of the platform's clock, which the demo may have moved. */
  readonly today: string
}

export interface ProviderName {
  readonly id: string
  readonly names: Names
}

export type Session = SignedOut | SignedIn

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await request<Session>('GET', '/api/session', { signal })
    carryCsrfToken(session.signedIn ? session.csrfToken : undefined)
    return session
  },
  staleTime: 60_000,
})

export function useSession(): UseQueryResult<Session> {
  return useQuery(sessionQuery)
}

/** The signed-in session on pages that the shell opens only to the signed in. */
export function useSignedIn(): SignedIn | undefined {
  const { data } = useSession()
  return data?.signedIn === true ? data : undefined
}
