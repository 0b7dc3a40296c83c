import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../platform/i18n/language.ts'
import { request } from '../../../platform/web/api.ts'
import type { VersionedSettings } from '../../settings/contract.ts'
import type {
  ApprovalAnswer,
  ApprovalAsk,
  OwnApprovals,
  PlanApprovals,
  RecordedAnswer,
  ShownApproval,
} from '../contract.ts'

const key = ['approvals']

/** The version that the page shows is in the key: a save asks anew. */
export const planApprovalsQuery = (planId: string, version: number, language: Language) =>
  queryOptions({
    queryKey: [...key, planId, version, language],
    queryFn: ({ signal }) => request<PlanApprovals>('GET', `/api/plans/${planId}/approvals`, { signal }),
  })

export const ownApprovalsQuery = (studentId: string | undefined, language: Language) =>
  queryOptions({
    queryKey: [...key, 'own', studentId, language],
    queryFn: ({ signal }) =>
      request<OwnApprovals>(
        'GET',
        `/api/own-approvals${studentId === undefined ? '' : `?student=${studentId}`}`,
        { signal },
      ),
  })

/** After an answer: it is shown by the page itself, and goes from the list of what waits. */
export const forgetApprovals = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: key })

/** What was read, and so what is answered to. */
const seen = ({ digest, part, planVersion }: ShownApproval) => ({ part, digest, planVersion })

type Answer = Pick<ApprovalAnswer, 'answer' | 'reason'>

export const answerApproval = (
  planId: string,
  item: ShownApproval,
  { answer, reason }: Answer,
): Promise<void> => {
  const party = item.party === 'guardian' ? 'guardian' : 'student'
  const body: ApprovalAnswer = { ...seen(item), party, answer, ...(reason === undefined ? {} : { reason }) }
  return request('POST', `/api/plans/${planId}/approvals/answer`, { body })
}

export const recordAnswer = (
  planId: string,
  item: ShownApproval,
  answer: Answer & Pick<RecordedAnswer, 'how' | 'on'>,
): Promise<void> =>
  request('POST', `/api/plans/${planId}/approvals/record`, { body: { ...seen(item), ...answer } })

export const askApprovals = (planId: string, body: ApprovalAsk): Promise<void> =>
  request('POST', `/api/plans/${planId}/approvals/ask`, { body })

/** The rules are a part of the provider's settings. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<VersionedSettings>('GET', '/api/settings', { signal }),
})

export const saveSettings = (settings: VersionedSettings): Promise<VersionedSettings> =>
  request<VersionedSettings>('PUT', '/api/settings', { body: settings })
