import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type {
  InvitationList,
  InvitationMade,
  NewInvitation,
  StudentInvitations,
  WrongPerson,
} from '../contract.ts'

export const invitationsKey = ['invitations']

export const studentInvitationsQuery = (studentId: string) =>
  queryOptions({
    queryKey: [...invitationsKey, 'student', studentId],
    queryFn: ({ signal }) =>
      request<StudentInvitations>('GET', `/api/students/${encodeURIComponent(studentId)}/invitations`, {
        signal,
      }),
  })

export const waitingQuery = queryOptions({
  queryKey: [...invitationsKey, 'waiting'],
  queryFn: ({ signal }) => request<InvitationList>('GET', '/api/invitations', { signal }),
})

export const makeInvitation = (studentId: string, body: NewInvitation): Promise<InvitationMade> =>
  request('POST', `/api/students/${encodeURIComponent(studentId)}/invitations`, { body })

export const revokeInvitation = (id: string): Promise<unknown> =>
  request('POST', `/api/invitations/${encodeURIComponent(id)}/revoke`)

export const decideInvitation = ({ confirm, id }: { id: string; confirm: boolean }): Promise<unknown> =>
  request('POST', `/api/invitations/${encodeURIComponent(id)}/decide`, { body: { confirm } })

export const endWrongSignIn = (studentId: string, body: WrongPerson): Promise<unknown> =>
  request('POST', `/api/students/${encodeURIComponent(studentId)}/wrong-sign-in`, { body })
