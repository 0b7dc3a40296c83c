import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSignedIn } from '../../../../platform/web/session.ts'
import type { ShownFinding } from '../api.ts'
import { placeOfFinding } from '../placement.ts'
import { contactsOf } from './sameness.ts'
import type { Writing } from './writing.ts'
import { checkWriting, sentContacts, withRenewedSession } from './writing-api.ts'

const pause = 600

export interface Checked {
  readonly findings: readonly ShownFinding[]
  /** `waiting`: something was written since. */
  readonly state: 'done' | 'waiting' | 'away'
}

/** Asks the rules about what is written, a moment after it was written. */
export function useCheck(
  studyRightOid: string,
  writing: Writing,
  before: readonly ShownFinding[],
  online: boolean,
): Checked {
  const client = useQueryClient()
  const session = useSignedIn()
  const [checked, setChecked] = useState<Checked>({ findings: before, state: 'done' })
  const { added, base, plan } = writing
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is written decides when to ask again
  useEffect(() => {
    const abort = new AbortController()
    setChecked(last => ({ ...last, state: 'waiting' }))
    const timer = setTimeout(() => {
      const body = { studyRightOid, plan, contacts: sentContacts(contactsOf(writing)) }
      const send = () => checkWriting(body, abort.signal)
      const asked = session === undefined ? send() : withRenewedSession(client, session, send)
      asked.then(
        ({ findings }) => setChecked({ findings: findings.map(placeOfFinding), state: 'done' }),
        () => {
          if (!abort.signal.aborted) setChecked(last => ({ ...last, state: 'away' }))
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [plan, added, base, studyRightOid, online])
  return checked
}
