import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { NewView, SavedView, SavedViewList } from '../contract.ts'

export const viewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => request<SavedViewList>('GET', '/api/saved-views', { signal }),
})

export const createView = (view: NewView) => request<SavedView>('POST', '/api/saved-views', { body: view })
export const changeView = ({ id, ...view }: SavedView) =>
  request<SavedView>('PUT', `/api/saved-views/${id}`, { body: view })
export const deleteView = (id: string) => request<undefined>('DELETE', `/api/saved-views/${id}`)
