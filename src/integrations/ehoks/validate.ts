/** From the bytes of a national plan to findings: strict reading, the method's schema, and every rule. */
import type { Finding, Plan, PlanPatch } from '../../features/plans/contract.ts'
import { type CheckOptions, checkPlan } from '../../features/plans/rules.ts'
import type { FindingCode } from '../../features/plans/rules-check.ts'
import {
  countKeys,
  type JsonLimits,
  type JsonProblem,
  readJsonUncounted,
  refuseDuplicate,
} from '../../platform/json/strict.ts'
import { decoder } from './codec-compile.ts'
import { examine, type UnknownMember } from './codec-examine.ts'
import type { Method } from './fields-kinds.ts'
import { toNationalPointer } from './pointers.ts'

export interface ValidateOptions<M extends Method = Method>
  extends Pick<CheckOptions, 'studyRight' | 'today' | 'reference'> {
  readonly method: M
  /** For files of a newer schema: unknown keys are kept and told, and keys that the method refuses are read. */
  readonly keepUnknown?: boolean
  readonly limits?: JsonLimits
}

export type PlanOf<M extends Method> = M extends 'patch' | 'patch-virkailija' ? PlanPatch : Plan

export interface Validated<M extends Method = Method> {
  /** `invalid`: the national service would refuse it. Warnings alone leave a plan valid. */
  readonly verdict: 'valid' | 'invalid'
  /** Pointers are into the national plan. */
  readonly findings: readonly Finding[]
  /** The plan in our words, when its schema holds; the rules may still refuse it. */
  readonly plan?: PlanOf<M>
  /** Kept members of a newer schema, to be given to `toNational`. */
  readonly unknown: readonly UnknownMember[]
  /** Why the text could not be read as JSON. */
  readonly problem?: JsonProblem
}

/** @param input bytes of the plan, or its parsed value; a text is a value like any other, and no plan */
export function validateNational<M extends Method>(
  input: unknown,
  options: ValidateOptions<M>,
): Validated<M> {
  if (!(input instanceof Uint8Array)) return validateValue(input, options)
  const reading = readJsonUncounted(input, options.limits)
  if (!reading.ok) return unreadable(reading.problem)
  const { value, keys, text } = reading
  return validateValue(value, options, { keys, text })
}

/** A national plan read by its form alone: what the rules say of it is asked when it is stored. */
export function readNational(value: unknown): Omit<Validated<'post'>, 'verdict'> {
  const decoded = decoder('post')(value)
  if (decoded !== undefined) return { findings: [], plan: decoded.plan, unknown: [] }
  const { findings, plan, unknown } = examine(value, 'post', true)
  const whole = !findings.some(finding => finding.severity === 'error')
  return whole && plan !== undefined ? { findings, plan: plan as Plan, unknown } : { findings, unknown }
}

interface Source {
  readonly keys: number
  readonly text: string
}

function validateValue<M extends Method>(
  value: unknown,
  options: ValidateOptions<M>,
  source?: Source,
): Validated<M> {
  const method: Method = options.method
  const decoded = method === 'get-vipunen' ? undefined : decoder(method)(value)
  if (source !== undefined && (decoded?.keys ?? countKeys(value)) !== source.keys) {
    const reading = refuseDuplicate(source.text, options.limits)
    if (!reading.ok) return unreadable(reading.problem)
  }
  if (decoded === undefined) return validateSlowly(value, options)
  const findings = checkPlan(decoded.plan, checkOptions(options)).map(nationalFinding)
  return { verdict: verdictOf(findings), findings, plan: decoded.plan as PlanOf<M>, unknown: [] }
}

function validateSlowly<M extends Method>(value: unknown, options: ValidateOptions<M>): Validated<M> {
  const { findings, plan, broken, unknown } = examine(value, options.method, options.keepUnknown)
  const whole = !findings.some(finding => finding.severity === 'error')
  if (plan !== undefined && options.method !== 'get-vipunen') {
    const rules = checkPlan(plan, { ...checkOptions(options), broken })
    findings.push(...rules.map(nationalFinding))
  }
  const verdict = verdictOf(findings)
  if (!whole || plan === undefined) return { verdict, findings, unknown }
  return { verdict, findings, plan: plan as PlanOf<M>, unknown }
}

/** People at forms get their identifiers made on saving, so those methods do not ask for them. */
function checkOptions({ method, studyRight, today, reference }: ValidateOptions): CheckOptions {
  return { studyRight, today, reference, identifiersRequired: !method.endsWith('-virkailija') }
}

function nationalFinding(finding: Finding): Finding {
  const national = { ...finding, pointer: toNationalPointer(finding.pointer) }
  const { fix } = finding
  if (fix === undefined) return national
  const named = <Step extends { readonly pointer: string }>(step: Step): Step => ({
    ...step,
    pointer: toNationalPointer(step.pointer),
  })
  const also = fix.also === undefined ? {} : { also: fix.also.map(named) }
  return { ...national, fix: { ...named(fix), ...also } }
}

function verdictOf(findings: readonly Finding[]): 'valid' | 'invalid' {
  return findings.some(finding => finding.severity === 'error') ? 'invalid' : 'valid'
}

function unreadable<M extends Method>(problem: JsonProblem): Validated<M> {
  const { line, column, pointer } = problem
  const code = `json-${problem.code}` as const satisfies FindingCode
  const finding: Finding = { code, severity: 'error', pointer, params: { line, column } }
  return { verdict: 'invalid', findings: [finding], unknown: [], problem }
}
