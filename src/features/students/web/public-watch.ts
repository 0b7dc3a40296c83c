import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { request } from '../../../platform/web/api.ts'
import { sessionQuery, useSignedIn } from '../../../platform/web/session.ts'

const everySeconds = 10
const key = ['protection']

/**
 * A turvakielto that begins while a page is open must not wait for the page to be opened again: every open page asks for a
 * number that grows with it, every ten seconds and whenever it comes to the front. When it has grown, answers that no page
 * shows are forgotten and those that one shows are read anew; the server masks them. What is typed stays.
 */
export function useProtectionWatch(): void {
  const client = useQueryClient()
  const provider = useSignedIn()?.provider.id
  const { data } = useQuery({
    queryKey: [...key, provider],
    queryFn: ({ signal }) => request<{ readonly version: number }>('GET', '/api/protection', { signal }),
    enabled: provider !== undefined,
    refetchInterval: everySeconds * 1_000,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  })
  const read = useRef<{ readonly provider: string | undefined; readonly version: number }>(undefined)
  const version = data?.version
  useEffect(() => {
    if (version === undefined) return
    const before = read.current
    read.current = { provider, version }
    if (before === undefined || before.provider !== provider || before.version === version) return
    const other = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      queryKey[0] !== key[0] && queryKey[0] !== sessionQuery.queryKey[0]
    client.removeQueries({ type: 'inactive', predicate: other })
    void client.invalidateQueries({ predicate: other })
  }, [client, provider, version])
}
