/**
 * The slow way in: reads a national plan by the table and tells every fault with its place, keeping what is
 * whole so that the rules can judge it. It runs only for plans that the compiled decoder did not accept, and
 * for files, which may hold what we do not know yet.
 */
import type { Finding, FindingParams, PlanPatch } from '../../features/plans/contract.ts'
import type { FindingCode } from '../../features/plans/rules-check.ts'
import { pointerTo } from '../../platform/json/look.ts'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyField, AnyKind, Method } from './fields-kinds.ts'
import { fieldsByKey } from './pointers.ts'

/** A member of the national plan that the table does not know; the pointer is into the national plan. */
export interface UnknownMember {
  readonly pointer: string
  readonly value: unknown
}

export interface Examination {
  /** Pointers into the national plan. */
  readonly findings: Finding[]
  /** What could be read; undefined when the plan is no object at all. */
  readonly plan: PlanPatch | undefined
  /** Parts of `plan` in or under which something is wrong. */
  readonly broken: ReadonlySet<object>
  readonly unknown: UnknownMember[]
}

const planKind: AnyKind = { spec: { is: 'entity', of: () => planEntity }, fault: 'invalid-object' }

interface Examining {
  readonly method: Method
  readonly keepUnknown: boolean
  readonly findings: Finding[]
  readonly broken: Set<object>
  readonly unknown: UnknownMember[]
  faults: number
}

/**
 * @param keepUnknown for files: keys that the method refuses are read, and those that nobody knows are kept
 *   aside with a warning, instead of being faults
 */
export function examine(value: unknown, method: Method, keepUnknown = false): Examination {
  const examining: Examining = {
    method,
    keepUnknown,
    findings: [],
    broken: new Set(),
    unknown: [],
    faults: 0,
  }
  const plan = readValue(examining, planKind, value, '') as PlanPatch | undefined
  return { findings: examining.findings, plan, broken: examining.broken, unknown: examining.unknown }
}

function fault(examining: Examining, code: string, pointer: string, params?: FindingParams): void {
  const finding: Finding = { code, severity: 'error', pointer }
  examining.faults += 1
  examining.findings.push(params === undefined ? finding : { ...finding, params })
}

/** The value in our words; undefined, with a finding, when it is not of the kind. */
function readValue(examining: Examining, kind: AnyKind, value: unknown, pointer: string): unknown {
  if (value === null) {
    fault(examining, 'null-value' satisfies FindingCode, pointer)
    return undefined
  }
  const { spec } = kind
  if (spec.is === 'entity') return readEntity(examining, spec.of(), value, pointer)
  if (spec.is === 'list') {
    if (Array.isArray(value)) return readList(examining, spec.of, value, pointer)
  } else if (isOfKind(kind, value)) return value
  const params = kind.example === undefined ? undefined : { example: kind.example }
  fault(
    examining,
    spec.is === 'text' && typeof value !== 'string' ? 'invalid-text' : kind.fault,
    pointer,
    params,
  )
  return undefined
}

function isOfKind({ spec }: AnyKind, value: unknown): boolean {
  if (spec.is === 'text') return typeof value === 'string' && (spec.test?.(value) ?? true)
  if (spec.is === 'integer') return Number.isSafeInteger(value)
  if (spec.is === 'number')
    return typeof value === 'number' && Number.isFinite(value) && value >= spec.minimum
  return spec.is === 'boolean' && typeof value === 'boolean'
}

function readList(examining: Examining, kind: AnyKind, list: unknown[], pointer: string): unknown[] {
  return list.map((item, index) => {
    const read = readValue(examining, kind, item, pointerTo(pointer, index))
    if (read !== undefined) return read
    // Something stands in for the item, so that the others keep their places.
    if (kind.spec.is !== 'entity') return ''
    const standIn = {}
    examining.broken.add(standIn)
    return standIn
  })
}

function readEntity(
  examining: Examining,
  entity: AnyEntity,
  value: unknown,
  pointer: string,
): object | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(examining, 'invalid-object' satisfies FindingCode, pointer)
    return undefined
  }
  const before = examining.faults
  const english: Record<string, unknown> = {}
  const known = fieldsByKey(entity)
  for (const [key, item] of Object.entries(value)) {
    const at = pointerTo(pointer, key)
    const found = known.get(key)
    if (found === undefined) readUnknown(examining, key, item, at)
    else readField(examining, english, found, item, at)
  }
  for (const field of Object.values(entity.fields)) {
    if (needOf(field.need, examining.method) === 'required' && !Object.hasOwn(value, field.key)) {
      fault(examining, 'missing-key', pointerTo(pointer, field.key), { key: field.key })
    }
  }
  if (examining.faults > before) examining.broken.add(english)
  return english
}

function readField(
  examining: Examining,
  english: Record<string, unknown>,
  [name, field]: readonly [string, AnyField],
  value: unknown,
  pointer: string,
): void {
  if (needOf(field.need, examining.method) === 'refused' && !examining.keepUnknown) {
    fault(examining, 'refused-key', pointer, { key: field.key })
    return
  }
  const kind = examining.method === 'get-vipunen' ? (field.redacted ?? field.kind) : field.kind
  const read = readValue(examining, kind, value, pointer)
  if (read !== undefined) english[name] = read
}

function readUnknown(examining: Examining, key: string, value: unknown, pointer: string): void {
  if (!examining.keepUnknown) {
    fault(examining, 'unknown-key', pointer, { key })
    return
  }
  examining.unknown.push({ pointer, value })
  const finding = { code: 'unknown-key-kept' satisfies FindingCode, severity: 'warning', pointer } as const
  examining.findings.push({ ...finding, params: { key } })
}
