import { addMonths, type PlainDate } from '../../platform/time/plain-date.ts'
import type { ProviderSettings } from '../settings/contract.ts'
import { stateMeanings } from '../study-rights/rules-states.ts'
import { type ErasedKind, erasedKinds, type RunRule, type RunRules } from './contract.ts'

type Kept = Pick<ProviderSettings, 'contactRetentionMonths' | 'retention'>

/** States in which a study right is over. */
export const endedStates: readonly string[] = stateMeanings
  .filter(({ kind }) => kind === 'ended' || kind === 'void')
  .map(({ state }) => state)

/** How many months a kind is kept; null until somebody decides. */
export function monthsOf(settings: Kept, kind: ErasedKind): number | null {
  return kind === 'contacts' ? settings.contactRetentionMonths : settings.retention[kind].months
}

/** The rules that hold on a day, for the kinds that have one. */
export function rulesOn(settings: Kept, today: PlainDate): RunRules {
  const decided = erasedKinds.flatMap((kind): [ErasedKind, RunRule][] => {
    const months = monthsOf(settings, kind)
    if (months === null) return []
    const source = kind === 'contacts' ? '' : settings.retention[kind].source
    const states = kind === 'plans' || kind === 'students' ? { states: [...endedStates] } : {}
    return [[kind, { months, before: addMonths(today, -months), source, ...states }]]
  })
  return Object.fromEntries(decided)
}

/** Whether a rule of a run is still what the provider wants. */
export const stands = (settings: Kept, kind: ErasedKind, rule: RunRule): boolean =>
  monthsOf(settings, kind) === rule.months
