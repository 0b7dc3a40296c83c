import type { StoredPlan } from '../rules-contacts.ts'
import type { Conflict } from './api.ts'
import { steps } from './placement.ts'

type Body = Record<string, unknown>

/**
 * The value that was not taken, when it can be taken now: both sides are single values, and the plan still has the
 * taken one at that place. Whole parts and people are left to be edited.
 */
export function otherValue(plan: StoredPlan, conflict: Conflict): { readonly value: unknown } | undefined {
  const { pointer, taken } = conflict
  const other = conflict[taken === 'register' ? 'here' : 'register']
  const path = steps(pointer)
  const last = path.at(-1)
  if (last === undefined || last === 'contact' || /^(\d+|-)$/.test(last)) return undefined
  if (!isSingle(other) || !isSingle(conflict[taken])) return undefined
  return valueAt(plan, path) === conflict[taken] ? { value: other } : undefined
}

/** A copy of the plan with another value at the pointer; undefined takes the field away. */
export function setAt(plan: StoredPlan, pointer: string, value: unknown): StoredPlan {
  return changed(plan, steps(pointer), value) as StoredPlan
}

function changed(at: unknown, path: readonly string[], value: unknown): unknown {
  const [step = '', ...rest] = path
  if (Array.isArray(at))
    return at.map((member, index) => (String(index) === step ? changed(member, rest, value) : member))
  if (typeof at !== 'object' || at === null) return at
  const { [step]: before, ...others } = at as Body
  if (rest.length > 0) return { ...at, [step]: changed(before, rest, value) }
  return value === undefined ? others : { ...at, [step]: value }
}

function isSingle(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function valueAt(at: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return at
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
  return valueAt((at as Body)[step], rest)
}
