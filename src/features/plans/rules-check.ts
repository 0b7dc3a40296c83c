/** What every rule is given: the facts beside the plan, the place where the check stands, and the findings. */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { Finding, FindingParams, Fix, Severity } from './contract.ts'
import type { fi } from './i18n/fi.ts'
import type { fi as fixes } from './i18n/fi-fixes.ts'

/** Every finding has its text, or the code does not compile. */
export type FindingCode = keyof typeof fi.findings

export interface QualificationUnit {
  readonly points?: number | undefined
  /** At the most, where optional goals come on top and a plan does not tell how many of them are taken. */
  readonly mostPoints?: number | undefined
}

/** The structure of the qualification that the student is completing, from its own requirements. */
export interface QualificationReference {
  /** Competence points of the whole qualification, as its own structure says. */
  readonly totalPoints?: number | undefined
  unit(codeUri: string): QualificationUnit | undefined
}

export interface PlanReference {
  /** `unloaded`: the code set is not here, so nothing can be said. */
  readonly hasCode?: (codeUri: string, version?: number) => 'known' | 'unknown' | 'unloaded'
  readonly qualification?: QualificationReference | undefined
}

export interface CheckOptions {
  /** `null`: looked for and not found. Left out: not asked for, so its rules are not checked. */
  readonly studyRight?: StudyRight | null | undefined
  readonly today: PlainDate
  readonly reference?: PlanReference | undefined
  /** False where identifiers of learning periods are made on saving, as for a person at a form. */
  readonly identifiersRequired?: boolean | undefined
  /** Entities that lack something or hold something wrong: told elsewhere, and not judged as wholes. */
  readonly broken?: ReadonlySet<object> | undefined
}

export interface Check {
  readonly studyRight: StudyRight | undefined
  readonly onPreparatory: boolean
  readonly today: PlainDate
  readonly reference: PlanReference | undefined
  readonly identifiersRequired: boolean
  /** Where the check stands in the plan: keys and indexes. Pointers are made of it only for findings. */
  readonly path: (string | number)[]
  readonly findings: Finding[]
  isWhole(entity: object): boolean
}

export function startCheck(options: CheckOptions): Check {
  const { broken } = options
  return {
    studyRight: options.studyRight ?? undefined,
    onPreparatory: options.studyRight?.type === 'tuva',
    today: options.today,
    reference: options.reference,
    identifiersRequired: options.identifiersRequired ?? true,
    path: [],
    findings: [],
    isWhole: broken === undefined ? () => true : entity => !broken.has(entity),
  }
}

/** Pointer of a place below the one where the check stands. */
export function pointerAt(check: Check, ...below: (string | number)[]): string {
  let pointer = ''
  for (const part of check.path) pointer += `/${part}`
  for (const part of below) pointer += `/${part}`
  return pointer
}

/** Every button has its text, or the code does not compile. */
export type OfferedFix = Omit<Fix, 'textKey'> & { readonly textKey?: keyof typeof fixes.keys }

interface Details {
  readonly params?: FindingParams
  readonly fix?: OfferedFix | undefined
}

/** Adds a finding about `below`, a key or a path under the place where the check stands. */
export function report(
  check: Check,
  severity: Severity,
  code: FindingCode,
  below: readonly (string | number)[] = [],
  details: Details = {},
): void {
  const { params, fix } = details
  const given = { ...(params === undefined ? {} : { params }), ...(fix === undefined ? {} : { fix }) }
  check.findings.push({ code, severity, pointer: pointerAt(check, ...below), ...given })
}

/** Visits a list of parts, keeping the path in step. */
export function each<T>(
  check: Check,
  key: string,
  list: readonly T[] | undefined,
  visit: (check: Check, item: T) => void,
): void {
  if (list === undefined || list.length === 0) return
  const { path } = check
  path.push(key, 0)
  const last = path.length - 1
  for (let index = 0; index < list.length; index += 1) {
    path[last] = index
    visit(check, list[index] as T)
  }
  path.length = last - 1
}

/** The date so many days later. */
export function daysAfter(date: PlainDate, days: number): string {
  return addDays(date, days)
}
