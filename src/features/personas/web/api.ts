import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Names } from '../../../platform/i18n/names.ts'
import { request } from '../../../platform/web/api.ts'
import type { ProviderName, Role } from '../../../platform/web/session.ts'

export interface Persona {
  readonly id: string
  readonly name: string
  readonly provider: ProviderName
  readonly roles: readonly Role[]
  readonly language: Language
  readonly description: Names
}

export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: ({ signal }) =>
    request<{ readonly items: readonly Persona[] }>('GET', '/api/personas', { signal }),
})
