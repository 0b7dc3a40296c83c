import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { Invitation, RoleHolder, RoleHolderList, RoleMapping, RoleMappingView } from '../contract.ts'
import type { StaffRole } from '../rules-names.ts'

/** Everything that shows who holds which role. */
export const rolesKey = ['roles']

export const holdersQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...rolesKey, 'people', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams()
      if (search !== '') query.set('search', search)
      if (pageParam !== '') query.set('after', pageParam)
      return request<RoleHolderList>('GET', `/api/roles?${query}`, { signal })
    },
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })

export const operatorsQuery = queryOptions({
  queryKey: [...rolesKey, 'operators'],
  queryFn: ({ signal }) => request<RoleHolderList>('GET', '/api/roles/operators', { signal }),
})

export const mappingQuery = queryOptions({
  queryKey: ['role-mapping'],
  queryFn: ({ signal }) => request<RoleMappingView>('GET', '/api/roles/mapping', { signal }),
})

export interface RoleOfPerson {
  readonly personId: string
  readonly role: StaffRole
}

const pathOf = ({ personId, role }: RoleOfPerson) => `/api/roles/${encodeURIComponent(personId)}/${role}`

export function grantRole(wanted: RoleOfPerson): Promise<unknown> {
  return request('PUT', pathOf(wanted))
}

export function revokeRole(wanted: RoleOfPerson & { readonly own: boolean }): Promise<unknown> {
  return request('DELETE', `${pathOf(wanted)}${wanted.own ? '?confirm=own-administrator' : ''}`)
}

export function invitePerson(invitation: Invitation): Promise<RoleHolder> {
  return request<RoleHolder>('POST', '/api/roles', { body: invitation })
}

export function saveMapping(mapping: RoleMapping): Promise<RoleMappingView> {
  return request<RoleMappingView>('PUT', '/api/roles/mapping', { body: mapping })
}
