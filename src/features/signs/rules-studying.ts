import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRightState } from '../study-rights/contract.ts'
import { kindOfState } from '../study-rights/rules-states.ts'

export interface RightFacts {
  readonly begins: string | null
  /** Estimated, or the day on which it ended. */
  readonly ends: string | null
  readonly states: readonly StudyRightState[]
}

/** A stretch of studying that goes on. */
export interface Studying {
  readonly since: PlainDate
  /** It goes on after an interruption. */
  readonly returned: boolean
  /** The first day on which the student is known to study no more; nothing is planned from then on. */
  readonly until?: string
}

const isStudying = ({ state }: StudyRightState, day: string): boolean =>
  kindOfState(state, day) === 'studying'

/**
 * The stretch that goes on today; undefined before the study right begins, while it is interrupted, when it is over, and
 * when nobody knows: of those nothing is told.
 */
export function studyingOn(right: RightFacts, today: PlainDate): Studying | undefined {
  const states = right.states.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const begun = states.filter(one => one.start <= today)
  const present = begun.at(-1)
  if (present === undefined || !isStudying(present, today)) return undefined
  if (right.begins !== null && right.begins > today) return undefined
  const pause = begun.findLastIndex(one => !isStudying(one, one.start) && one !== present)
  const first = begun[pause + 1] ?? present
  const stop = states.find(one => one.start > today && !isStudying(one, one.start))?.start
  const until = [stop, right.ends === null ? undefined : dayAfter(right.ends)]
    .filter(day => day !== undefined)
    .sort()[0]
  // An estimated end that has passed says nothing of the coming weeks.
  const bound = until !== undefined && until > today ? { until } : {}
  return { since: first.start as PlainDate, returned: pause >= 0, ...bound }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
