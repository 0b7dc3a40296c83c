import type { StudyRight } from '../study-rights/contract.ts'
import { kindOfState } from '../study-rights/rules-states.ts'
import type { RowProblem } from './contract.ts'

/** Why the study right can have no plan of the template; undefined where it can. */
export function problemOf(
  right: StudyRight | undefined,
  diaryNumber: string,
  today: string,
): RowProblem | undefined {
  if (right === undefined) return 'no-study-right'
  if (right.type === 'tuva') return 'preparatory'
  if (right.type !== 'ammatillinenkoulutus') return 'unsuitable'
  if (right.includedIn !== undefined) return 'included'
  if (hasEnded(right, today)) return 'ended'
  const own = right.attainments.flatMap(one => one.diaryNumber ?? [])
  return own.includes(diaryNumber) ? undefined : 'other-qualification'
}

function hasEnded({ endedOn, states }: StudyRight, today: string): boolean {
  if (endedOn !== undefined && endedOn < today) return true
  const now = states
    .filter(({ start }) => start <= today)
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .at(-1)
  const kind = now && kindOfState(now.state, today)
  return kind === 'ended' || kind === 'void'
}

/** Of several study rights the one that the template is for: that can have its plan, the newest first. */
export function chosenRight(
  rights: readonly StudyRight[],
  diaryNumber: string,
  today: string,
): StudyRight | undefined {
  const newest = rights.toSorted((a, b) => ((a.startsOn ?? '') > (b.startsOn ?? '') ? -1 : 1))
  const rank = (right: StudyRight) => {
    const problem = problemOf(right, diaryNumber, today)
    return problem === undefined ? 0 : problem === 'other-qualification' ? 1 : 2
  }
  return newest.toSorted((a, b) => rank(a) - rank(b)).at(0)
}
