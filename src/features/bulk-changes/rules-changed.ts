import type { Plan } from '../plans/contract.ts'

/** Why a plan cannot take the change; `bulk-changes.refusals.<code>` is the text. */
export type Refusal =
  | 'part-missing'
  | 'period-missing'
  | 'no-workplace-period'
  | 'nothing-to-move'
  | 'already'
  | 'not-this-qualification'
  | 'dates-turned'
  | 'note-too-long'

export type Changed = { readonly plan: Plan } | { readonly refused: Refusal }
