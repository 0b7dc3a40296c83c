import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { VersionedSettings } from '../contract.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<VersionedSettings>('GET', '/api/settings', { signal }),
})

export function saveSettings(settings: VersionedSettings): Promise<VersionedSettings> {
  return request<VersionedSettings>('PUT', '/api/settings', { body: settings })
}
