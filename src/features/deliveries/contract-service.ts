import type { Uuid } from '../../platform/ids.ts'
import type { Plan } from '../plans/contract.ts'

/** What the sending asks of the national service; the integration says how, the app hands it over. */

/** A member of a newer national schema that was kept beside the plan: its pointer into our body, and its value. */
export interface KeptMember {
  readonly pointer: string
  readonly value: unknown
}

/** A plan as it is sent. */
export interface NationalForm {
  readonly content: object
  /** `content`, with a mark in the place of each contact datum that was erased here: it may still stand there. */
  readonly expected: object
  /** Of everything that is sent: the same plan has the same digest. */
  readonly digest: string
}

/** Why something did not succeed: stored, so no contents of plans. */
export interface Failure {
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
  /** What the service said in its own words, bounded. */
  readonly message?: string
  /** Places in our plan, with the service's words. */
  readonly findings?: readonly { readonly pointer: string; readonly text: string }[]
}

/** The service refuses this plan: trying again unchanged is of no use. */
export interface Refused {
  readonly kind: 'refused'
  readonly status: number
  readonly failure: Failure
}

/** Nothing of this provider can be sent: the user name, the address or the right is wrong. */
export interface Barred {
  readonly kind: 'barred'
  readonly status?: number
  readonly failure: Failure
}

/** No answer that could be used: nobody knows whether it was done. */
export interface Failed {
  readonly kind: 'failed'
  readonly status?: number
  readonly failure: Failure
  readonly retryAfterMilliseconds?: number
}

export type Missing = { readonly kind: 'missing'; readonly status: number }

export type Sent =
  | { readonly kind: 'done'; readonly status: number; readonly nationalId: number }
  /** The study right has a HOKS there already. */
  | { readonly kind: 'exists'; readonly status: number }
  | Missing
  | Refused
  | Barred
  | Failed

export type Looked =
  | {
      readonly kind: 'found'
      readonly status: number
      readonly nationalId: number
      readonly content: unknown
    }
  | Missing
  | Refused
  | Barred
  | Failed

/** A connection as one provider. Nothing of it throws for what a service does. */
export interface NationalSession {
  create(form: NationalForm): Promise<Sent>
  replace(nationalId: number, form: NationalForm): Promise<Sent>
  byId(nationalId: number): Promise<Looked>
  byStudyRight(studyRightOid: string): Promise<Looked>
}

export interface NationalService {
  formOf(plan: Plan, kept: readonly KeptMember[]): NationalForm
  /**
   * Whether the service holds what was sent. `mayHaveErased`: contact data that it no longer has are no difference, since
   * it erases them after a time. What was erased here is no difference either way.
   */
  agrees(form: NationalForm, content: unknown, options: { readonly mayHaveErased: boolean }): boolean
  /** With the settings as they are now. Answers why it cannot, when it cannot. */
  open(providerId: Uuid): Promise<NationalSession | Barred>
  /** No question takes longer. */
  readonly requestMilliseconds: number
}
