/**
 * What is missing from a plan that somebody is still writing, and what is of the wrong form: every place, where the
 * contract's own check stops at the first ones.
 */
import { isPlainDate } from '../../platform/time/plain-date.ts'
import { type Finding, Plan } from './contract.ts'
import type { FindingCode } from './rules-check.ts'
import { isTreeList, isTreeObject, type Tree, type TreeObject } from './rules-tree.ts'

export interface Shape {
  readonly findings: readonly Finding[]
  /** Entities that lack something or hold something wrong. */
  readonly broken: ReadonlySet<object>
  /** Lists are lists and parts are parts, so that rules may walk through it. */
  readonly walkable: boolean
}

/** The part of a JSON schema that the contract of plans is made of. */
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly maxLength?: number
}

interface Looking {
  readonly findings: Finding[]
  readonly broken: Set<object>
  walkable: boolean
}

/** A whole plan, with people in place. */
export function shapeOf(plan: unknown): Shape {
  const looking: Looking = { findings: [], broken: new Set(), walkable: true }
  look(looking, Plan as unknown as Schema, plan as Tree, '')
  return looking
}

/** @returns whether the value is as the schema has it. */
function look(looking: Looking, schema: Schema, value: Tree, pointer: string): boolean {
  if (schema.type === 'object') return lookAtObject(looking, schema, value, pointer)
  if (schema.type === 'array') return lookAtList(looking, schema, value, pointer)
  const code = faultOf(schema, value)
  return code === undefined || told(looking, code, pointer)
}

function lookAtObject(looking: Looking, schema: Schema, value: Tree, pointer: string): boolean {
  if (!isTreeObject(value)) {
    looking.walkable = false
    return told(looking, 'invalid-object', pointer)
  }
  const properties = schema.properties ?? {}
  const missing = (schema.required ?? []).filter(key => lacks(value, key))
  for (const key of missing) told(looking, 'field-missing', `${pointer}/${key}`)
  let whole = missing.length === 0
  for (const [key, member] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (member === undefined) continue
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (known === undefined) whole = told(looking, 'unknown-key', at, { key: key.slice(0, 100) })
    else if (!look(looking, known, member, at)) whole = false
  }
  if (!whole) looking.broken.add(value)
  // The part that holds a broken one is whole itself.
  return true
}

function lookAtList(looking: Looking, schema: Schema, value: Tree, pointer: string): boolean {
  if (!isTreeList(value)) {
    looking.walkable = false
    return told(looking, 'invalid-list', pointer)
  }
  const { items = {} } = schema
  const sound = value.map((item, index) => look(looking, items, item, `${pointer}/${index}`))
  if (!sound.every(Boolean)) looking.walkable = false
  return true
}

const lacks = (object: TreeObject, key: string): boolean =>
  !Object.hasOwn(object, key) || object[key] === undefined

function faultOf({ maxLength, pattern, type }: Schema, value: Tree): FindingCode | undefined {
  if (type === 'string') {
    if (typeof value !== 'string') return 'invalid-text'
    // Of texts only days have a pattern, and only numbers of telephones a length.
    if (pattern !== undefined && !isPlainDate(value)) return 'invalid-date'
    return maxLength !== undefined && value.length > maxLength ? 'invalid-phone' : undefined
  }
  if (type === 'integer') return Number.isInteger(value) ? undefined : 'invalid-integer'
  if (type === 'number') return Number.isFinite(value) ? undefined : 'invalid-number'
  return typeof value === type ? undefined : 'invalid-boolean'
}

function told(
  { findings }: Looking,
  code: FindingCode,
  pointer: string,
  params?: Record<string, string>,
): false {
  findings.push({ code, severity: 'error', pointer, ...(params === undefined ? {} : { params }) })
  return false
}
