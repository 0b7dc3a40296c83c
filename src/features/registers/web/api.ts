import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import { hasEnded } from '../../imports/web/public-ended.ts'
import type {
  Register,
  RegisterChange,
  RegisterList,
  RegisterView,
  RunRequested,
  TryOutcome,
} from '../contract.ts'

/** How often the list is read while something is being fetched, in milliseconds. */
const lookEvery = 3_000

export const registersQuery = (language: Language) =>
  queryOptions({
    queryKey: ['registers', language],
    queryFn: ({ signal }) => request<RegisterList>('GET', '/api/registers', { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? lookEvery : false),
  })

export const isRunning = ({ lastRun }: RegisterView): boolean =>
  lastRun !== undefined && !hasEnded(lastRun.state)

export function changeRegister(register: Register, change: RegisterChange): Promise<RegisterView> {
  return request('PUT', `/api/registers/${register}`, { body: change })
}

export function runRegister(register: Register): Promise<RunRequested> {
  return request('POST', `/api/registers/${register}/run`)
}

export function tryRegister(register: Register): Promise<TryOutcome> {
  return request('POST', `/api/registers/${register}/try`)
}

/** What was read is old: a run has begun, or settings have changed. */
export function forgetRegisters(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['registers'] })
}
