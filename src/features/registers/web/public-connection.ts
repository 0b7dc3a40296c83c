import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../../platform/web/language.tsx'
import type { Register } from '../contract.ts'
import { registersQuery } from './api.ts'

/** Whether a user name and a password are stored for a register; undefined while nobody knows. */
export function useHasCredentials(register: Register): boolean | undefined {
  const { language } = useLanguage()
  const { data } = useQuery(registersQuery(language))
  const view = data?.items.find(item => item.register === register)
  return view === undefined ? undefined : view.username !== undefined && view.hasSecret
}
