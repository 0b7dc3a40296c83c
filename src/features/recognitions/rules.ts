import { codeKey } from '../codes/rules.ts'
import type { PartKey, RecognitionState, VerificationRoute } from './contract.ts'

/** A unit or a subject area told apart, without regard to the case of codes. */
export const partKey = ({ subjectAreaCode, unitCode }: PartKey): string =>
  subjectAreaCode === undefined ? codeKey(unitCode) : `${codeKey(unitCode)} ${codeKey(subjectAreaCode)}`

const open: readonly RecognitionState[] = ['asked', 'with-assessors']
export const isOpen = (state: RecognitionState): boolean => open.includes(state)

export type RecognitionFault = 'decided-already' | 'reason-missing' | 'assessors-missing' | 'sent-later'

/** What stands in the way of sending to assessors. */
export function sendingFault(
  { state }: { readonly state: RecognitionState },
  sentOn: string,
  today: string,
): RecognitionFault | undefined {
  if (!isOpen(state)) return 'decided-already'
  return sentOn > today ? 'sent-later' : undefined
}

interface Standing {
  readonly state: RecognitionState
  readonly assessors: readonly unknown[] | null
}

/** What stands in the way of a decision. A refusal needs no route; whoever assessed must be named where others did. */
export function decisionFault(
  { assessors, state }: Standing,
  decision: { readonly reason: string; readonly route?: VerificationRoute },
): RecognitionFault | undefined {
  if (!isOpen(state)) return 'decided-already'
  if (decision.reason.trim() === '') return 'reason-missing'
  if (decision.route === 'assessors' && (assessors ?? []).length === 0) return 'assessors-missing'
  return undefined
}

/** The national codes of the routes. */
export const routeCodes = {
  direct: 'osaamisentodentamisenprosessi_0001',
  assessors: 'osaamisentodentamisenprosessi_0002',
  demonstration: 'osaamisentodentamisenprosessi_0003',
} as const satisfies Record<VerificationRoute, string>
