/**
 * A plan on a line of weeks: what stands when, what has no dates, and what cannot be drawn because its dates are wrong.
 * Pure: the same plan, study right and day give the same timeline.
 */
import { addDays, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { type Holiday, holidaysBetween } from './rules-holidays.ts'
import { type Row, rowsOf, type Stretch } from './rules-timeline-rows.ts'
import { mondayOf, type Week, weeksOf, weeksTouched } from './rules-weeks.ts'

export interface TimelineInput {
  readonly plan: StoredPlan
  readonly studyRight?: StudyRight | undefined
  /** Days of work by the identifier of a period. */
  readonly durations?: Readonly<Record<string, number>> | undefined
  readonly today: PlainDate
}

export interface Bar extends Omit<Stretch, 'start' | 'end' | 'mayBeOpen'> {
  /** As drawn, both days included; `start` is never after `end`. */
  readonly start: PlainDate
  readonly end: PlainDate
  /** No end is known: drawn to the end of the picture. */
  readonly open: boolean
  /** Weeks that it touches. */
  readonly weeks: number
  /** Days of work, as the national rule counts them. */
  readonly workDays?: number | undefined
}

export type Progress = 'planned' | 'scheduled' | 'passed'

export interface TimelineRow extends Omit<Row, 'stretches'> {
  /** In the order of their starts. */
  readonly bars: readonly Bar[]
  /** Of rows in which competence is acquired: how far its dates are; says nothing of results. */
  readonly progress?: Progress | undefined
}

export type FaultKind = 'reversed' | 'far' | 'undated'

/** A stretch that is not drawn, and why. */
export interface TimelineFault extends Stretch {
  readonly fault: FaultKind
  readonly row: TimelineRow
}

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  /** Rows in which something should have dates and nothing has. */
  readonly undated: readonly TimelineRow[]
  readonly faults: readonly TimelineFault[]
  /** All weeks from the first that something touches to the last; empty when nothing has dates. */
  readonly weeks: readonly Week[]
  readonly holidays: readonly Holiday[]
  /** Missing when the picture does not reach it. */
  readonly today?: PlainDate | undefined
}

/** A slip in a year must not stretch the picture over centuries: so far from the plan's own time nothing is drawn. */
const yearsBefore = 4
const yearsAfter = 10
/** A demonstration is held and assessed when so many days have gone by. */
const daysToAssess = 14

export function timelineOf(input: TimelineInput): Timeline {
  const rows = rowsOf(input.plan, input.studyRight)
  const near = nearTo(input)
  const sorted = rows.map(row => sortOut(row, near))
  const dates = sorted.flatMap(({ dated }) => dated.flatMap(({ start, end }) => [start, end ?? start])).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  const drawn = sorted.map(({ row, dated, faults }) => {
    const bars = dated.map(stretch => barOf(stretch, last ?? stretch.start, input.durations)).sort(byStart)
    const { stretches: _stretches, ...named } = row
    const done: TimelineRow = { ...named, bars, progress: progressOf(row, bars, input.today) }
    return { done, faults: faults.map(fault => ({ ...fault, row: done })) }
  })
  return {
    rows: drawn.map(({ done }) => done),
    undated: drawn.filter(({ done, faults }) => isUndated(done, faults)).map(({ done }) => done),
    faults: drawn.flatMap(({ faults }) => faults),
    ...extent(first, last, input.today),
  }
}

const isUndated = ({ acquires, bars }: TimelineRow, faults: readonly TimelineFault[]): boolean =>
  acquires && bars.length === 0 && faults.length === 0

function extent(first: PlainDate | undefined, last: PlainDate | undefined, today: PlainDate) {
  if (first === undefined || last === undefined) return { weeks: [], holidays: [] }
  const weeks = weeksOf(first, last)
  const [start, end] = [mondayOf(first), addDays(mondayOf(last), 6)]
  return {
    weeks,
    holidays: holidaysBetween(start, end),
    ...(today >= start && today <= end ? { today } : {}),
  }
}

type Near = (date: string) => boolean

function nearTo({ plan, studyRight }: TimelineInput): Near {
  const year = Number((studyRight?.startsOn ?? plan.firstApprovedOn).slice(0, 4))
  return date => {
    const own = Number(date.slice(0, 4))
    return own >= year - yearsBefore && own <= year + yearsAfter
  }
}

interface Dated extends Omit<Stretch, 'start' | 'end'> {
  readonly start: PlainDate
  readonly end: PlainDate | undefined
}

type Fault = Stretch & { readonly fault: FaultKind }

/** What can be drawn, and what cannot. */
function sortOut(row: Row, near: Near): { row: Row; dated: Dated[]; faults: Fault[] } {
  const dated: Dated[] = []
  const faults: Fault[] = []
  for (const stretch of row.stretches) {
    const { start, end, mayBeOpen = false } = stretch
    if (start === undefined || !isPlainDate(start) || (end === undefined && !mayBeOpen)) {
      if (start !== undefined || end !== undefined) faults.push({ ...stretch, fault: 'undated' })
    } else if (end === undefined) {
      if (near(start)) dated.push({ ...stretch, start, end })
      else faults.push({ ...stretch, fault: 'far' })
    } else if (!isPlainDate(end)) faults.push({ ...stretch, fault: 'undated' })
    else if (end < start) faults.push({ ...stretch, fault: 'reversed' })
    else if (!near(start) || !near(end)) faults.push({ ...stretch, fault: 'far' })
    else dated.push({ ...stretch, start, end })
  }
  return { row, dated, faults }
}

function barOf(stretch: Dated, last: PlainDate, durations: TimelineInput['durations']): Bar {
  const { mayBeOpen: _may, ...rest } = stretch
  const end = stretch.end ?? (last < stretch.start ? stretch.start : last)
  const workDays = stretch.identifier === undefined ? undefined : durations?.[stretch.identifier]
  const weeks = weeksTouched(stretch.start, end)
  return {
    ...rest,
    end,
    open: stretch.end === undefined,
    weeks,
    ...(workDays === undefined ? {} : { workDays }),
  }
}

/** By start; what stands inside another comes after it. */
function byStart(a: Bar, b: Bar): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  return Number(a.within !== undefined) - Number(b.within !== undefined)
}

/**
 * As the national service shows it: without dates planned, with dates scheduled, and passed when the first start and the
 * last end of the demonstrations lie two weeks back. A part of preparatory education is passed on its last day.
 */
function progressOf({ kind, acquires }: Row, bars: readonly Bar[], today: PlainDate): Progress | undefined {
  if (!acquires || kind === 'support' || kind === 'studySkills') return undefined
  if (bars.length === 0) return 'planned'
  if (kind === 'preparatory') return bars.every(({ end }) => end <= today) ? 'passed' : 'scheduled'
  const demonstrations = bars.filter(bar => bar.kind === 'demonstration')
  const assessed = demonstrations.every(({ end }) => addDays(end, daysToAssess) < today)
  return demonstrations.length > 0 && assessed ? 'passed' : 'scheduled'
}
