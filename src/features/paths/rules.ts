/** A student's path from plan, study right and day: what runs now, what comes next, how far it is. Pure. */
import { daysBetween, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { kindOfState, presentState } from '../study-rights/rules-states.ts'
import type { HowFar, PathGap, PathPhase } from './contract.ts'
import { gapsOf } from './rules-gaps.ts'
import { type Item, itemsOf, type PeopleNames } from './rules-items.ts'
import { type Part, partsOf } from './rules-parts.ts'

export interface PathInput {
  readonly plan: StoredPlan | undefined
  readonly people: PeopleNames
  readonly studyRight: StudyRight | undefined
  readonly today: PlainDate
  /** Competence points of a unit or subject area, where they are known. */
  readonly pointsOf: (code: string) => number | undefined
  /** Points of the whole, where they are known. */
  readonly totalPoints: number | undefined
}

export interface RunningItem extends Item {
  readonly paused?: { readonly until?: PlainDate } | undefined
}

export interface Path {
  readonly phase: PathPhase
  readonly startsOn?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  readonly now: readonly RunningItem[]
  readonly next: readonly Item[]
  readonly demonstrations: readonly Item[]
  readonly items: readonly Item[]
  readonly parts: readonly Part[]
  readonly gaps: readonly PathGap[]
  readonly howFar?: HowFar | undefined
}

const nextOnes = 3

export function pathOf(input: PathInput): Path {
  const { people, plan, studyRight, today } = input
  const { phase, until } = phaseOf(plan, studyRight, today)
  const startsOn = dateOf(studyRight?.startsOn)
  const head = { phase, ...(startsOn ? { startsOn } : {}), ...(until ? { until } : {}) }
  if (plan === undefined)
    return { ...head, now: [], next: [], demonstrations: [], items: [], parts: [], gaps: [] }
  const items = itemsOf(plan, people)
  const parts = partsOf(plan, items, today, input.pointsOf)
  const endsOn = dateOf(studyRight?.endedOn ?? studyRight?.estimatedEndOn)
  const over = phase === 'done' || phase === 'ended'
  const learning = items.filter(({ kind }) => kind !== 'demonstration')
  return {
    ...head,
    items,
    parts,
    now: over ? [] : items.filter(item => runs(item, today)).map(item => pausedOn(item, today)),
    next: over ? [] : learning.filter(({ start }) => start > today).slice(0, nextOnes),
    demonstrations: over ? [] : items.filter(item => item.kind === 'demonstration' && item.end >= today),
    gaps: phase === 'running' ? gapsOf(items, today, endsOn) : [],
    howFar: howFar(parts, input.totalPoints, today, endsOn),
  }
}

function phaseOf(
  plan: StoredPlan | undefined,
  right: StudyRight | undefined,
  today: PlainDate,
): { phase: PathPhase; until?: PlainDate | undefined } {
  const achieved = dateOf(plan?.competenceAchievedOn)
  if (achieved && achieved <= today) return { phase: 'done', until: achieved }
  const ended = dateOf(right?.endedOn)
  const { changesOn, present } = presentState(right?.states ?? [], today)
  const state = present && kindOfState(present.state, today)
  if ((ended && ended < today) || state === 'ended' || state === 'void')
    return { phase: 'ended', until: ended ?? dateOf(present?.from) }
  if (state === 'interrupted') return { phase: 'interrupted', until: dateOf(changesOn) }
  if (plan === undefined) return { phase: right === undefined ? 'no-right' : 'no-plan' }
  return { phase: right?.startsOn !== undefined && right.startsOn > today ? 'before' : 'running' }
}

const dateOf = (text: string | undefined): PlainDate | undefined =>
  text !== undefined && isPlainDate(text) ? text : undefined

const runs = ({ end, start }: Item, today: PlainDate): boolean => start <= today && today <= end

function pausedOn(item: Item, today: PlainDate): RunningItem {
  const pause = item.interruptions.find(
    ({ end, start }) => start <= today && (end === undefined || today <= end),
  )
  if (pause === undefined) return item
  const until = dateOf(pause.end)
  return { ...item, paused: until === undefined ? {} : { until } }
}

function howFar(
  parts: readonly Part[],
  totalPoints: number | undefined,
  today: PlainDate,
  endsOn: PlainDate | undefined,
): HowFar {
  const [recognised, shown] = [inState(parts, 'recognised'), inState(parts, 'shown')]
  // Points of some of them only would be less than the truth.
  const known = [...recognised, ...shown].every(({ points }) => points !== undefined)
  return {
    parts: { total: parts.length, recognised: recognised.length, shown: shown.length },
    ...(known && totalPoints !== undefined
      ? { points: { total: totalPoints, recognised: sum(recognised), shown: sum(shown) } }
      : {}),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(endsOn === undefined || endsOn < today
      ? {}
      : { weeksLeft: Math.ceil((daysBetween(today, endsOn) + 1) / 7) }),
  }
}

const inState = (parts: readonly Part[], state: Part['state']) => parts.filter(part => part.state === state)
const sum = (parts: readonly Part[]): number => parts.reduce((total, { points = 0 }) => total + points, 0)
