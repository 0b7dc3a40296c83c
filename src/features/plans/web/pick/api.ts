import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../../platform/web/api.ts'
import type { CodePage } from '../../../codes/contract.ts'
import type { OrganisationList, OrganisationView } from '../../../organisations/contract.ts'
import type { QualificationList } from '../../../qualifications/contract-browse.ts'
import type { StaffList } from '../../../staff/contract.ts'
import type { UnitChoices, WorkplaceChoices, WorkplaceKnown } from '../../contract-choices.ts'
import type { ShownStudyRight } from '../api.ts'

// What one chooses from changes seldom: it is asked once while a plan is written.
const seldom = { staleTime: 600_000 }

/** Whose units: a qualification, and of the student's own what the study right tells of it. */
export interface UnitSource {
  readonly diaryNumber: string
  readonly method?: string | undefined
  readonly branches?: readonly string[]
}

export function unitSourceOf(studyRight: ShownStudyRight | undefined, today: string): UnitSource | undefined {
  const attainment = studyRight?.attainments.find(one => one.diaryNumber !== undefined)
  if (attainment?.diaryNumber === undefined) return undefined
  const { competenceAreas = [], diaryNumber, method, titles = [] } = attainment
  const present = [...competenceAreas, ...titles].filter(({ end }) => end === undefined || end >= today)
  return { diaryNumber, method, branches: present.map(one => one.code) }
}

export const unitsQuery = ({ branches = [], diaryNumber, method }: UnitSource) =>
  queryOptions({
    queryKey: ['choices', 'units', diaryNumber, method, branches.join()],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ diaryNumber })
      if (method !== undefined) search.set('method', method)
      if (branches.length > 0) search.set('branches', branches.join())
      return request<UnitChoices>('GET', `/api/plans/choices/units?${search}`, { signal })
    },
    ...seldom,
  })

export const codesQuery = (set: string) =>
  queryOptions({
    queryKey: ['choices', 'codes', set],
    queryFn: ({ signal }) => request<CodePage>('GET', `/api/codes/${set}?limit=200`, { signal }),
    ...seldom,
  })

export const staffQuery = queryOptions({
  queryKey: ['choices', 'staff'],
  queryFn: ({ signal }) => request<StaffList>('GET', '/api/staff', { signal }),
  ...seldom,
})

/** Enough to choose from; more letters find the others. */
export const foundAtMost = 30

export const organisationsQuery = (text: string) =>
  queryOptions({
    queryKey: ['choices', 'organisations', text],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ query: text, active: 'true', limit: String(foundAtMost) })
      return request<OrganisationList>('GET', `/api/organisations?${search}`, { signal })
    },
    placeholderData: keepPreviousData,
    ...seldom,
  })

export const organisationNameQuery = (oid: string) =>
  queryOptions({
    queryKey: ['choices', 'organisation', oid],
    queryFn: ({ signal }) =>
      request<OrganisationView>('GET', `/api/organisations/${encodeURIComponent(oid)}`, { signal }),
    retry: false,
    ...seldom,
  })

export const qualificationsQuery = (text: string) =>
  queryOptions({
    queryKey: ['choices', 'qualifications', text],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ query: text, valid: 'today', limit: String(foundAtMost) })
      return request<QualificationList>('GET', `/api/qualifications?${search}`, { signal })
    },
    placeholderData: keepPreviousData,
    ...seldom,
  })

export const workplacesQuery = (text: string) =>
  queryOptions({
    queryKey: ['choices', 'workplaces', text],
    queryFn: ({ signal }) =>
      request<WorkplaceChoices>(
        'GET',
        `/api/plans/choices/workplaces?${new URLSearchParams({ query: text })}`,
        {
          signal,
        },
      ),
    placeholderData: keepPreviousData,
  })

/** Shows people, so it is asked when somebody looks for them, and not before. */
export const workplaceKnownQuery = (name: string, businessId: string | undefined) =>
  queryOptions({
    queryKey: ['choices', 'workplace', name, businessId],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ name, ...(businessId === undefined ? {} : { businessId }) })
      return request<WorkplaceKnown>('GET', `/api/plans/choices/workplaces/known?${search}`, { signal })
    },
    ...seldom,
  })
