import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../../../platform/web/api.ts'
import type { NewProposal, ProposalAnswer, ProposalList, UnitWishes } from '../contract.ts'

export const proposalsQuery = (studentId: string, language: string) =>
  queryOptions({
    queryKey: ['proposals', studentId, language],
    queryFn: ({ signal }) =>
      request<ProposalList>('GET', `/api/students/${encodeURIComponent(studentId)}/proposals`, { signal }),
  })

export const unitsQuery = (planId: string, language: string) =>
  queryOptions({
    queryKey: ['proposals', 'units', planId, language],
    queryFn: ({ signal }) =>
      request<UnitWishes>('GET', `/api/proposals/units?planId=${encodeURIComponent(planId)}`, { signal }),
  })

export function makeProposal(body: NewProposal): Promise<{ id: string; answerBy: string }> {
  return request('POST', '/api/proposals', { body })
}

export function withdrawProposal(id: string): Promise<unknown> {
  return request('POST', `/api/proposals/${encodeURIComponent(id)}/withdraw`)
}

export function answerProposal(id: string, body: ProposalAnswer): Promise<{ version?: number }> {
  return request('POST', `/api/proposals/${encodeURIComponent(id)}/answer`, { body })
}

/** An answer may have moved the path too. */
export async function forgetProposals(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['proposals'] }),
    client.invalidateQueries({ queryKey: ['paths'] }),
    client.invalidateQueries({ queryKey: ['plans'] }),
  ])
}
