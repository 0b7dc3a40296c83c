import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { GoalEdit, GoalList, NewGoal } from '../contract.ts'

export const goalsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['goals', studentId],
    queryFn: ({ signal }) =>
      request<GoalList>('GET', `/api/students/${encodeURIComponent(studentId)}/goals`, { signal }),
  })

export const makeGoal = (body: NewGoal): Promise<unknown> => request('POST', '/api/goals', { body })

export const changeGoal = (id: string, body: GoalEdit): Promise<unknown> =>
  request('PUT', `/api/goals/${encodeURIComponent(id)}`, { body })

export const removeGoal = (id: string): Promise<unknown> =>
  request('DELETE', `/api/goals/${encodeURIComponent(id)}`)
