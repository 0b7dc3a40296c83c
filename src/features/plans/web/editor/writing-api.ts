import type { QueryClient } from '@tanstack/react-query'
import type { Language } from '../../../../platform/i18n/language.ts'
import { carryCsrfToken, problemOf, request } from '../../../../platform/web/api.ts'
import { type Session, type SignedIn, sessionQuery } from '../../../../platform/web/session.ts'
import type { CheckedPlan, PlanStart } from '../../contract-writing.ts'
import type { StoredPlan } from '../../rules-contacts.ts'
import type { Contacts, PlanView, Saved } from '../api.ts'
import { withHiddenWords } from '../protection.ts'
import type { Writing } from './writing.ts'

export type Start = Omit<PlanStart, 'plan'> & { readonly plan: StoredPlan }

export const readStart = (studyRightOid: string): Promise<Start> =>
  request<Start>('GET', `/api/plans/start?studyRight=${encodeURIComponent(studyRightOid)}`)

/** The newest version, past everything that the browser remembers. */
export async function readNewest(planId: string, language: Language): Promise<PlanView> {
  const view = await request<PlanView>('GET', `/api/plans/${encodeURIComponent(planId)}`)
  return view.protection === 'masked' ? withHiddenWords(view, language) : view
}

/** An earlier version, as what a draft builds on. */
export const readVersion = (planId: string, version: number) =>
  request<{ readonly plan: StoredPlan; readonly contacts: Contacts }>(
    'GET',
    `/api/plans/${encodeURIComponent(planId)}/versions/${version}`,
  )

export const checkWriting = (
  body: { readonly studyRightOid: string; readonly plan: StoredPlan; readonly contacts: SentContacts },
  signal: AbortSignal,
): Promise<CheckedPlan> => request<CheckedPlan>('POST', '/api/plans/check', { body, signal })

type SentContacts = Readonly<Record<string, { name?: string; email?: string; phone?: string }>>

/** People as the server takes them. */
export function sentContacts(contacts: Contacts): SentContacts {
  const known = Object.entries(contacts).filter(([, { erasedOn }]) => erasedOn === undefined)
  return Object.fromEntries(
    known.map(([reference, { email, name, phone }]) => [
      reference,
      {
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      },
    ]),
  )
}

export interface Place {
  /** Missing while the plan is not stored yet. */
  readonly planId: string | undefined
  readonly studyRightOid: string
}

/** One save: the first version of a new plan, or the next of one that is stored. */
export function sendWriting({ planId, studyRightOid }: Place, writing: Writing): Promise<Saved> {
  const { added, approve, base, plan, reason } = writing
  const body = {
    plan,
    contacts: sentContacts(added),
    ...(approve ? { approve } : {}),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
  if (planId === undefined) return request<Saved>('POST', '/api/plans', { body: { studyRightOid, ...body } })
  const path = `/api/plans/${encodeURIComponent(planId)}`
  return request<Saved>('PUT', path, { ifMatch: `"v${base.version}"`, body })
}

/**
 * Sends once more when the session was renewed in another tab: its token is another then. Somebody else's session is not
 * used.
 */
export async function withRenewedSession<T>(
  client: QueryClient,
  as: SignedIn,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!mayBeSession(error)) throw error
    const renewed = await request<Session>('GET', '/api/session')
    if (!renewed.signedIn) throw error
    if (renewed.user.id !== as.user.id || renewed.provider.id !== as.provider.id) throw new OtherPersonError()
    if (renewed.csrfToken === lastToken(client)) throw error
    carryCsrfToken(renewed.csrfToken)
    client.setQueryData(sessionQuery.queryKey, renewed)
    return send()
  }
}

/** Somebody else has signed in in this browser meanwhile. */
export class OtherPersonError extends Error {}

function mayBeSession(error: unknown): boolean {
  const { code, status } = problemOf(error)
  return status === 401 || code.includes('csrf') || (status === 403 && code.startsWith('access.'))
}

function lastToken(client: QueryClient): string | undefined {
  const session = client.getQueryData(sessionQuery.queryKey)
  return session?.signedIn === true ? session.csrfToken : undefined
}
