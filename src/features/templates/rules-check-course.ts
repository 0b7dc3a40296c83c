import type { Finding } from '../plans/contract.ts'
import type { TemplateDemonstration, TemplatePeriod } from './contract.ts'
import { type Course, endOf } from './rules-courses.ts'
import { finding } from './rules-finding.ts'

/** Two years: a period that goes on for longer says nothing of when something is learned. */
export const longPeriodWeeks = 104
/** More hours in a week than anybody teaches. */
const hoursOfWeek = 40

/** What is wrong with the periods and demonstrations of one unit or subject area. */
export function checkCourse(course: Course): Finding[] {
  const { demonstrations, periods, pointer, unit } = course
  const last = periods.reduce((end, period) => Math.max(end, endOf(period)), 0)
  const vocational = unit.kind === 'vocational'
  return [
    ...(periods.length === 0 ? [finding(vocational ? 'warning' : 'info', 'no-period', pointer)] : []),
    ...(vocational && demonstrations.length === 0
      ? [finding('warning', 'no-demonstration', pointer, addDemonstration(course, last))]
      : []),
    ...periods.flatMap((period, at) => checkPeriod(period, `${pointer}/periods/${at}`)),
    ...demonstrations.flatMap((one, at) =>
      checkDemonstration(one, periods, { last, pointer: `${pointer}/demonstrations/${at}` }),
    ),
  ]
}

/** In the last week of learning, where it is mostly shown. */
function addDemonstration({ periods, pointer, unit }: Course, last: number): Pick<Finding, 'fix'> {
  if (last === 0) return {}
  const place = periods.some(isAtWork) ? 'workplace' : 'school'
  const value = { id: `${unit.id}-d1`, week: last - 1, weeks: 1, place }
  return {
    fix: { op: 'add', pointer: `${pointer}/demonstrations/-`, value, textKey: 'add-demonstration' },
  }
}

const isAtWork = ({ method }: TemplatePeriod): boolean =>
  method === 'training-agreement' || method === 'apprenticeship'

function checkPeriod({ hours, method, share, weeks }: TemplatePeriod, pointer: string): Finding[] {
  return [
    ...(weeks > longPeriodWeeks
      ? [finding('warning', 'period-long', pointer, { params: { weeks, most: longPeriodWeeks } })]
      : []),
    ...(hours !== undefined && hours > weeks * hoursOfWeek
      ? [finding('warning', 'hours-many', pointer, { params: { hours, weeks } })]
      : []),
    ...(share !== undefined && method !== 'training-agreement' && method !== 'apprenticeship'
      ? [
          finding('info', 'share-elsewhere', pointer, {
            fix: { op: 'remove', pointer: `${pointer}/share`, textKey: 'remove-share' },
          }),
        ]
      : []),
  ]
}

function checkDemonstration(
  { place, week }: TemplateDemonstration,
  periods: readonly TemplatePeriod[],
  { last, pointer }: { readonly last: number; readonly pointer: string },
): Finding[] {
  const first = Math.min(...periods.map(period => period.week))
  return [
    ...(periods.length > 0 && week < first
      ? [
          finding('error', 'demonstration-early', pointer, {
            params: { week: week + 1, first: first + 1 },
            fix: { op: 'set', pointer: `${pointer}/week`, value: last - 1, textKey: 'to-last-week' },
          }),
        ]
      : []),
    ...(place === 'workplace' && !periods.some(isAtWork)
      ? [
          finding('warning', 'demonstration-no-workplace', pointer, {
            fix: { op: 'set', pointer: `${pointer}/place`, value: 'school', textKey: 'to-school' },
          }),
        ]
      : []),
  ]
}
