/**
 * Between the national plan and ours, without loss either way. Reading what may be wrong is validate.ts's task;
 * here a plan of ours is written as the national one, and what we did not know when reading is put back.
 */
import type { Plan, PlanPatch } from '../../features/plans/contract.ts'
import type { UnknownMember } from './codec-examine.ts'
import { planEntity } from './fields.ts'
import type { AnyEntity, AnyKind } from './fields-kinds.ts'

export type NationalPlan = { [key: string]: unknown }

/**
 * @param unknown members of a newer national schema that were kept beside the plan; those whose place is gone
 *   are left out
 */
export function toNational(plan: Plan | PlanPatch, unknown: readonly UnknownMember[] = []): NationalPlan {
  const national = writeEntity(planEntity, plan)
  for (const member of unknown) putBack(national, member)
  return national
}

function writeEntity(entity: AnyEntity, english: object): NationalPlan {
  const national: NationalPlan = {}
  for (const [name, value] of Object.entries(english)) {
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined
    if (field !== undefined && value !== undefined) national[field.key] = writeValue(field.kind, value)
  }
  return national
}

function writeValue({ spec }: AnyKind, value: unknown): unknown {
  if (spec.is === 'list') return (value as readonly unknown[]).map(item => writeValue(spec.of, item))
  if (spec.is === 'entity') return writeEntity(spec.of(), value as object)
  return value
}

function putBack(national: NationalPlan, { pointer, value }: UnknownMember): void {
  const parts = pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const key = parts.pop()
  let at: unknown = national
  for (const part of parts) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined
  }
  if (key === undefined || typeof at !== 'object' || at === null || Object.hasOwn(at, key)) return
  // Defined, not assigned: a key called __proto__ is a key like any other.
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true })
}
