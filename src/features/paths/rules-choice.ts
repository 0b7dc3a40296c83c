import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { kindOfState, presentState } from '../study-rights/rules-states.ts'

interface Choosable {
  readonly oid: string
  readonly right: StudyRight | undefined
  readonly plan: object | undefined
}

/** Which of the student's study rights is shown: the one asked for, else what is studied now and has a plan. */
export function chosenOf<C extends Choosable>(
  known: readonly C[],
  wanted: string | undefined,
  today: PlainDate,
): C | undefined {
  const asked = known.find(({ oid }) => oid === wanted)
  if (asked !== undefined) return asked
  // Of equals the first stays first: rights come newest first.
  return known.toSorted((one, other) => rank(other, today) - rank(one, today))[0]
}

function rank({ plan, right }: Choosable, today: PlainDate): number {
  const { present } = presentState(right?.states ?? [], today)
  const kind = present && kindOfState(present.state, today)
  const studied = kind === 'studying' || kind === 'interrupted'
  return (studied ? 2 : 0) + (plan === undefined ? 0 : 1)
}
