/** A plan that nothing is wrong with, and the findings of its changes: for the tests of the rules. */
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Plan } from './contract.ts'
import type { LearningPeriod } from './contract-units.ts'
import { type CheckOptions, checkPlan } from './rules.ts'

export const today = plainDateOf('2026-11-22')
export const method = (code: string) => `osaamisenhankkimistapa_${code}`
export const workplace = {
  name: 'Paja Oy',
  businessId: '5523718-7',
  tasks: ['Hitsaus'],
  instructor: { name: 'Olli', email: 'olli@paja.fi' },
}
export const studyRight: StudyRight = {
  oid: '1.2.246.562.15.10000000009',
  type: 'ammatillinenkoulutus',
  startsOn: '2024-08-01',
  estimatedEndOn: '2027-06-30',
  states: [{ start: '2024-08-01', state: 'lasna' }],
  attainments: [{ type: 'ammatillinentutkinto' }],
}
export const head: Plan = {
  studyRightOid: studyRight.oid,
  firstApprovedOn: '2024-08-15',
  needToAcquireCompetence: true,
}

/** A workplace period that nothing is wrong with. */
export const period: LearningPeriod = {
  start: '2024-09-01',
  end: '2024-12-15',
  identifier: 'jakso-1',
  methodCode: method('koulutussopimus'),
  methodCodeVersion: 1,
  partTimeShare: 100,
  workplace,
}
export const unit = { unitCode: 'tutkinnonosat_300268', unitCodeVersion: 1 }

export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Without the keys that are changed to undefined. */
export function changed<T extends object>(base: T, changes: Changes<T>): T {
  return Object.fromEntries(
    Object.entries({ ...base, ...changes }).filter(([, value]) => value !== undefined),
  ) as T
}

export const withPeriods = (...learningPeriods: LearningPeriod[]): Plan => ({
  ...head,
  vocationalUnits: [{ ...unit, learningPeriods }],
})

/** `severity code pointer` of each finding; pointers relative to the given place. */
export function findings(plan: Plan, options: Partial<CheckOptions> = {}, place = ''): string[] {
  return checkPlan(plan, { studyRight, today, ...options }).map(({ severity, code, pointer }) =>
    [severity, code, pointer.startsWith(place) ? pointer.slice(place.length) : pointer].join(' ').trim(),
  )
}

export const firstPeriod = '/vocationalUnits/0/learningPeriods/0'
export const periodFindings = (changes: Changes<LearningPeriod>, options: Partial<CheckOptions> = {}) =>
  findings(withPeriods(changed(period, changes)), options, firstPeriod)

export const oldRight: StudyRight = { ...studyRight, startsOn: '2015-01-01' }
export const undated = changed(studyRight, { startsOn: undefined, estimatedEndOn: undefined })
export const inState = (...states: [string, string][]): StudyRight => ({
  ...studyRight,
  states: states.map(([start, state]) => ({ start, state })),
})
