import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Language } from '../../../../platform/i18n/language.ts'
import { problemOf } from '../../../../platform/web/api.ts'
import { useLanguage } from '../../../../platform/web/language.tsx'
import { type SignedIn, useSignedIn } from '../../../../platform/web/session.ts'
import { withIdentifiers } from '../../rules-identifiers.ts'
import type { PlanView } from '../api.ts'
import { isStored, newReference } from './sameness.ts'
import type { WritingStore } from './use-writing.ts'
import { type Place, readNewest, sendWriting, withRenewedSession } from './writing-api.ts'

export interface SavedAs {
  readonly id: string
  readonly version: number
}

/** What came of the last save. After anything but `saved` all that was written is still here. */
export type Outcome =
  | { readonly kind: 'none' | 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody saved meanwhile, or made the plan of the same study right. */
  | { readonly kind: 'conflict'; readonly newest: PlanView; readonly error: unknown }

export interface SavePlan {
  readonly outcome: Outcome
  readonly save: () => Promise<SavedAs | undefined>
  readonly forget: () => void
}

/** Saves what is written at this moment. One save at a time. */
export function useSavePlan(place: Place, store: WritingStore): SavePlan {
  const client = useQueryClient()
  const { language } = useLanguage()
  const session = useSignedIn()
  // Who began writing: a session that ended meanwhile does not change that.
  const writer = useRef(session)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const busy = useRef(false)
  const save = async (): Promise<SavedAs | undefined> => {
    if (busy.current) return undefined
    busy.current = true
    setOutcome({ kind: 'saving' })
    const tried = await trySave({ client, language, place, store, writer: writer.current })
    busy.current = false
    setOutcome('saved' in tried ? { kind: 'none' } : tried.outcome)
    return 'saved' in tried ? tried.saved : undefined
  }
  return { outcome, save, forget: () => setOutcome({ kind: 'none' }) }
}

interface Saving {
  readonly client: QueryClient
  readonly language: Language
  readonly place: Place
  readonly store: WritingStore
  readonly writer: SignedIn | undefined
}

async function trySave(saving: Saving): Promise<{ saved: SavedAs } | { outcome: Outcome }> {
  const { client, place, store, writer } = saving
  // Made here and not only by the service: whoever sends again after a lost answer sends the same.
  store.update(writing => ({ ...writing, plan: withIdentifiers(writing.plan, newReference) }))
  const writing = store.current()
  const send = () => sendWriting(place, writing)
  try {
    return { saved: await (writer === undefined ? send() : withRenewedSession(client, writer, send)) }
  } catch (error) {
    return afterRefusal(saving, error)
  }
}

async function afterRefusal(
  { language, place, store }: Saving,
  error: unknown,
): Promise<{ saved: SavedAs } | { outcome: Outcome }> {
  const { code, planId, status } = problemOf(error)
  const other = code === 'plans.exists' && typeof planId === 'string' ? planId : undefined
  const there = other ?? (status === 409 || status === 412 ? place.planId : undefined)
  if (there === undefined) return { outcome: { kind: 'failed', error } }
  try {
    const newest = await readNewest(there, language)
    // An earlier save came through, and only its answer was lost.
    if (isStored(store.current(), newest)) return { saved: { id: newest.id, version: newest.version } }
    return { outcome: { kind: 'conflict', newest, error } }
  } catch (failure) {
    return { outcome: { kind: 'failed', error: failure } }
  }
}
