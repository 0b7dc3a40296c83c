/** What the national service demands of a learning period. */
import type { LearningPeriod } from './contract-units.ts'
import { type Check, pointerAt, report } from './rules-check.ts'
import { apprenticeship, isInForce, longestPeriodYears, trainingAgreement, validity } from './rules-law.ts'
import { joinInterruptions, swapDates } from './rules-mending.ts'

export function isWorkplacePeriod(period: Pick<LearningPeriod, 'methodCode'>): boolean {
  return period.methodCode === trainingAgreement || period.methodCode === apprenticeship
}

export function checkPeriod(check: Check, period: LearningPeriod): void {
  checkLength(check, period)
  checkRest(check, period)
}

function checkRest(check: Check, period: LearningPeriod): void {
  checkWithinStudyRight(check, period)
  if (isWorkplacePeriod(period)) checkWorkplacePeriod(check, period)
  if (
    period.methodCode === apprenticeship &&
    isInForce(validity.apprenticeshipBasis, period.end) &&
    period.apprenticeshipBasisCode === undefined
  ) {
    report(check, 'error', 'apprenticeship-basis-missing')
  }
}

function checkLength(check: Check, period: LearningPeriod): void {
  const { start, end } = period
  if (end < start) {
    const fix = swapMends(check, period) ? swapDates(check, period) : undefined
    report(check, 'error', 'period-ends-before-start', ['end'], { params: { start, end }, fix })
  } else if (end > yearsLater(start, longestPeriodYears)) {
    report(check, 'error', 'period-too-long', ['end'], { params: { years: longestPeriodYears } })
  }
}

/** Whether the period with its dates the other way round breaks no rule that it does not break now. */
function swapMends(check: Check, period: LearningPeriod): boolean {
  const codes = (rule: typeof checkPeriod, one: LearningPeriod): Set<string> => {
    const trial = { ...check, findings: [] as Check['findings'] }
    rule(trial, one)
    return new Set(trial.findings.map(({ code }) => code))
  }
  const swapped = { ...period, start: period.end, end: period.start }
  return codes(checkPeriod, swapped).isSubsetOf(codes(checkRest, period))
}

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
export function yearsLater(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const day = date.endsWith('-02-29') && !leap ? '-02-28' : date.slice(4)
  return `${String(year).padStart(4, '0')}${day}`
}

/** States in which the dates of the study right bind the periods; in any other they are not compared. */
const bindingStates = new Set(['lasna', 'valmistunut', 'valiaikaisestikeskeytynyt'])

export function studyRightDatesBind(check: Check): boolean {
  const states = check.studyRight?.states
  if (states === undefined) return false
  let latest = states[0]
  for (const state of states) if (latest === undefined || state.start >= latest.start) latest = state
  return latest === undefined || bindingStates.has(latest.state)
}

function checkWithinStudyRight(check: Check, period: LearningPeriod): void {
  if (check.studyRight === undefined) return
  const { startsOn, estimatedEndOn } = check.studyRight
  const early = startsOn !== undefined && period.start < startsOn
  const late = estimatedEndOn !== undefined && period.end > estimatedEndOn
  if ((!early && !late) || !studyRightDatesBind(check)) return
  if (early) {
    report(check, 'error', 'period-starts-before-study-right', ['start'], {
      params: { date: startsOn },
      fix:
        startsOn <= period.end
          ? { op: 'set', pointer: pointerAt(check, 'start'), value: startsOn }
          : undefined,
    })
  }
  if (late) {
    report(check, 'error', 'period-ends-after-study-right', ['end'], {
      params: { date: estimatedEndOn },
      fix:
        estimatedEndOn >= period.start
          ? { op: 'set', pointer: pointerAt(check, 'end'), value: estimatedEndOn }
          : undefined,
    })
  }
}

function checkWorkplacePeriod(check: Check, period: LearningPeriod): void {
  if (check.identifiersRequired && (period.identifier === undefined || period.identifier === '')) {
    report(check, 'error', 'period-identifier-missing')
  }
  if (isInForce(validity.partTimeShare, period.end)) checkPartTimeShare(check, period)
  if (
    isInForce(validity.workplaceBusinessId, period.end) &&
    period.workplace !== undefined &&
    period.workplace.businessId === undefined
  ) {
    report(check, 'error', 'workplace-business-id-missing', ['workplace', 'businessId'])
  }
}

const outsideFeedback = new Set(['telma', 'telmakoulutuksenosa'])

/** Preparation for work and life is outside the feedback that the share is asked for. */
function checkPartTimeShare(check: Check, { partTimeShare }: LearningPeriod): void {
  if (partTimeShare !== undefined && partTimeShare >= 1 && partTimeShare <= 100) return
  if (check.studyRight?.attainments.some(attainment => outsideFeedback.has(attainment.type))) return
  if (partTimeShare === undefined) report(check, 'error', 'part-time-share-missing')
  else report(check, 'error', 'part-time-share-out-of-range', ['partTimeShare'])
}

/** Interruptions in the order of their starts may not share a day, and only the last may be open. */
export function checkInterruptions(check: Check, { interruptions }: LearningPeriod): void {
  if (interruptions === undefined || interruptions.length < 2) return
  if (!interruptions.every(check.isWhole)) return
  const sorted = [...interruptions].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  for (let i = 1; i < sorted.length; i += 1) {
    const previous = sorted[i - 1]
    const next = sorted[i]
    if (previous === undefined || next === undefined) return
    if (previous.end === undefined || previous.end >= next.start) {
      const params = { start: next.start }
      report(check, 'error', 'interruptions-overlap', ['interruptions', interruptions.indexOf(next)], {
        params,
        fix: joinInterruptions(check, interruptions),
      })
      return
    }
  }
}
