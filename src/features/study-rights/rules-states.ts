import type { StudyRightState } from './contract.ts'

/** What a state means for those who count: studying, away for a time, ended, or as if it had never been. */
export type StateKind = 'studying' | 'interrupted' | 'ended' | 'void'

interface StateMeaning {
  readonly state: string
  readonly kind: StateKind
  /** The last day on which a right may be in the state; none: no bound is known. */
  readonly validUntil?: string
}

/**
 * Codes of the set `koskiopiskeluoikeudentila` and what they mean. Source: Opetushallitus/koski (180e806b7, 21.8.2026),
 * states that end a study right in the validation of vocational study rights; the last day of `loma` from
 * validaatiot.ammatillinenVosUudistuksenAikajaksojenViimeinenKäyttöpäivä (production value). The set itself tells names
 * but not meanings, so a state that is not here has none.
 */
export const stateMeanings: readonly StateMeaning[] = [
  { state: 'lasna', kind: 'studying' },
  { state: 'loma', kind: 'studying', validUntil: '2025-12-31' },
  { state: 'valiaikaisestikeskeytynyt', kind: 'interrupted' },
  { state: 'valmistunut', kind: 'ended' },
  { state: 'hyvaksytystisuoritettu', kind: 'ended' },
  { state: 'eronnut', kind: 'ended' },
  { state: 'katsotaaneronneeksi', kind: 'ended' },
  { state: 'keskeytynyt', kind: 'ended' },
  { state: 'paattynyt', kind: 'ended' },
  { state: 'peruutettu', kind: 'ended' },
  { state: 'mitatoity', kind: 'void' },
]

/** The meaning of a state on a day; undefined for a state that we do not know, or that may not be used any more. */
export function kindOfState(
  state: string,
  today: string,
  meanings: readonly StateMeaning[] = stateMeanings,
): StateKind | undefined {
  const found = meanings.find(one => one.state === state)
  return found && (found.validUntil === undefined || today <= found.validUntil) ? found.kind : undefined
}

export interface PresentState {
  readonly state: string
  /** The day on which this period of it began: a change of funding begins a new one. */
  readonly from: string
  readonly funding?: string
}

export interface StatesOnDay {
  /** Undefined before the first state has begun. */
  readonly present?: PresentState
  /** The day on which the next one begins. */
  readonly changesOn?: string
}

/** The state that holds on the day, and when it changes. Of two that begin on one day the one told later holds. */
export function presentState(states: readonly StudyRightState[], today: string): StatesOnDay {
  const begun = states.filter(one => one.start <= today)
  const later = states.flatMap(one => (one.start > today ? [one.start] : []))
  const last = begun.reduce<StudyRightState | undefined>(
    (latest, one) => (latest === undefined || one.start >= latest.start ? one : latest),
    undefined,
  )
  const changesOn = later.reduce<string | undefined>(
    (first, day) => (first === undefined || day < first ? day : first),
    undefined,
  )
  return {
    ...(last ? { present: { state: last.state, from: last.start, ...fundingOf(last) } } : {}),
    ...(changesOn === undefined ? {} : { changesOn }),
  }
}

const fundingOf = ({ funding }: StudyRightState) => (funding === undefined ? {} : { funding })
