import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { QualificationList, QualificationPage } from '../../qualifications/contract-browse.ts'
import type { StudentList } from '../../students/contract.ts'
import type {
  NewTemplate,
  TemplateChecked,
  TemplateEdit,
  TemplateList,
  TemplatePage,
  TemplateSaved,
  TemplateToCheck,
  TemplateVersionList,
  TemplateVersionPage,
} from '../contract-api.ts'
import type { GivenGifts, NewGift, ReceivedGifts } from '../contract-gifts.ts'

const at = (id: string): string => `/api/templates/${encodeURIComponent(id)}`
const ifMatch = (version: number): string => `"v${version}"`

export const templatesQuery = (text: string, retired: boolean, language: string) =>
  queryOptions({
    queryKey: ['templates', 'list', text, retired, language],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ text, ...(retired ? { retired: 'true' } : {}) })
      return request<TemplateList>('GET', `/api/templates?${query}`, { signal })
    },
    placeholderData: keepPreviousData,
  })

export const templateQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['templates', id, 'page', language],
    queryFn: ({ signal }) => request<TemplatePage>('GET', at(id), { signal }),
    // What somebody is writing must not change under them; a save tells of another's.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const checkQuery = (asked: TemplateToCheck, language: string) =>
  queryOptions({
    queryKey: ['template-check', asked, language],
    queryFn: ({ signal }) =>
      request<TemplateChecked>('POST', '/api/templates/check', { body: asked, signal }),
    placeholderData: keepPreviousData,
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['templates', id, 'versions'],
    queryFn: ({ signal }) => request<TemplateVersionList>('GET', `${at(id)}/versions`, { signal }),
  })

export const versionQuery = (id: string, version: number, newest: number, language: string) =>
  queryOptions({
    queryKey: ['templates', id, 'versions', version, newest, language],
    queryFn: ({ signal }) => request<TemplateVersionPage>('GET', `${at(id)}/versions/${version}`, { signal }),
  })

export const givenQuery = (id: string) =>
  queryOptions({
    queryKey: ['templates', id, 'gifts'],
    queryFn: ({ signal }) => request<GivenGifts>('GET', `${at(id)}/gifts`, { signal }),
  })

export const receivedQuery = queryOptions({
  queryKey: ['templates', 'received'],
  queryFn: ({ signal }) => request<ReceivedGifts>('GET', '/api/templates/gifts', { signal }),
})

export const createTemplate = (body: NewTemplate): Promise<TemplateSaved> =>
  request('POST', '/api/templates', { body })

export const saveTemplate = (id: string, body: TemplateEdit, version: number): Promise<TemplateSaved> =>
  request('PUT', at(id), { body, ifMatch: ifMatch(version) })

export const retireTemplate = (id: string, retired: boolean): Promise<void> =>
  request('POST', `${at(id)}/retire`, { body: { retired } })

export const restoreTemplate = (id: string, old: number, reason: string, version: number) =>
  request<TemplateSaved>('POST', `${at(id)}/versions/${old}/restore`, {
    body: { reason },
    ifMatch: ifMatch(version),
  })

export const giveTemplate = (id: string, body: NewGift): Promise<{ id: string }> =>
  request('POST', `${at(id)}/gifts`, { body })

export const withdrawGift = (id: string): Promise<void> =>
  request('POST', `/api/templates/gifts/${encodeURIComponent(id)}/withdraw`)

export const takeGift = (id: string): Promise<TemplateSaved> =>
  request('POST', `/api/templates/gifts/${encodeURIComponent(id)}/copy`)

/** After a change everything that shows templates is old, but for what is being written. */
export async function forgetTemplates(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    queryKey: ['templates'],
    predicate: ({ queryKey }) => queryKey[2] !== 'page',
  })
}

const shown = 30

export const qualificationChoicesQuery = (text: string) =>
  queryOptions({
    queryKey: ['choices', 'qualifications', text],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ query: text, valid: 'today', limit: String(shown) })
      return request<QualificationList>('GET', `/api/qualifications?${search}`, { signal })
    },
    placeholderData: keepPreviousData,
  })

export const areasQuery = (id: number) =>
  queryOptions({
    queryKey: ['qualification', String(id)],
    queryFn: ({ signal }) => request<QualificationPage>('GET', `/api/qualifications/${id}`, { signal }),
  })

export const studentChoicesQuery = (text: string) =>
  queryOptions({
    queryKey: ['students', 'choices', text],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ text, limit: String(shown) })
      return request<StudentList>('GET', `/api/students?${search}`, { signal })
    },
    placeholderData: keepPreviousData,
  })
