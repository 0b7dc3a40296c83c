/**
 * The fast way in: from the table a function is written for each entity, which checks a national value and
 * builds ours in one pass. It answers only for plans without any fault; whoever gets `undefined` asks
 * examine.ts, which reads the same table slowly and tells what is wrong and where.
 */
import type { Plan } from '../../features/plans/contract.ts'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyField, AnyKind, Method } from './fields-kinds.ts'

export interface Decoded {
  readonly plan: Plan
  /** Keys met in all objects: a parser compares it with the keys in the text to find doubled ones. */
  readonly keys: number
}

export type Decode = (value: unknown) => Decoded | undefined

/** Statistics get a redacted copy that cannot be read back as a plan. */
export type ReadableMethod = Exclude<Method, 'get-vipunen'>

const compiled = new Map<ReadableMethod, Decode>()

/** The decoder of a method, written at its first use. */
export function decoder(method: ReadableMethod): Decode {
  let decode = compiled.get(method)
  if (decode === undefined) {
    decode = compile(method)
    compiled.set(method, decode)
  }
  return decode
}

interface Writing {
  readonly method: ReadableMethod
  readonly names: Map<AnyEntity, string>
  readonly tests: ((text: string) => boolean)[]
  readonly functions: string[]
}

function compile(method: ReadableMethod): Decode {
  const writing: Writing = { method, names: new Map(), tests: [], functions: [] }
  const root = writeEntity(writing, planEntity)
  const tests = writing.tests.map((_, index) => `const t${index} = tests[${index}];`).join('')
  const source = `"use strict"; let keys = 0; const { isArray } = Array; const { isInteger, isFinite } = Number;
    ${tests}
    ${writing.functions.join('\n')}
    return function (value) { keys = 0; const plan = ${root}(value); return plan === undefined ? undefined : { plan, keys } }`
  // Written from our own table alone: no part of any request reaches this text.
  return new Function('tests', source)(writing.tests) as Decode
}

function writeEntity(writing: Writing, entity: AnyEntity): string {
  const known = writing.names.get(entity)
  if (known !== undefined) return known
  const name = `e${writing.names.size}`
  writing.names.set(entity, name)
  const fields = Object.entries(entity.fields).filter(
    ([, field]) => needOf(field.need, writing.method) !== 'refused',
  )
  const locals = fields.map((_, index) => `f${index}`).join(', ')
  const cases = fields.map(([, field], index) => writeCase(writing, field, `f${index}`)).join('\n')
  writing.functions.push(`function ${name}(o) {
    if (typeof o !== 'object' || o === null || isArray(o)) return undefined
    let ${locals}
    for (const k in o) {
      const v = o[k]
      keys += 1
      switch (k) {
        ${cases}
        default: return undefined
      }
    }
    ${writeEnding(writing, fields)}
  }`)
  return name
}

function writeCase(writing: Writing, field: AnyField, local: string): string {
  return `case ${JSON.stringify(field.key)}: ${writeValue(writing, field.kind, 'v', local)} break`
}

/** Statements that set `target` from `value`, or leave the function when the value is not of the kind. */
function writeValue(writing: Writing, { spec }: AnyKind, value: string, target: string): string {
  const take = `${target} = ${value};`
  switch (spec.is) {
    case 'text':
      return `if (typeof ${value} !== 'string'${writeTest(writing, spec.test, value)}) return undefined; ${take}`
    case 'integer':
      return `if (!Number.isSafeInteger(${value})) return undefined; ${take}`
    case 'number':
      return `if (!(${value} >= ${spec.minimum}) || !isFinite(${value})) return undefined; ${take}`
    case 'boolean':
      return `if (typeof ${value} !== 'boolean') return undefined; ${take}`
    case 'entity':
      return `${target} = ${writeEntity(writing, spec.of())}(${value}); if (${target} === undefined) return undefined;`
    case 'list':
      return `if (!isArray(${value})) return undefined; { const l = new Array(${value}.length);
        for (let i = 0; i < l.length; i += 1) { const w = ${value}[i]; let x; ${writeValue(writing, spec.of, 'w', 'x')} l[i] = x }
        ${target} = l }`
  }
}

function writeTest(writing: Writing, test: ((text: string) => boolean) | undefined, value: string): string {
  if (test === undefined) return ''
  let index = writing.tests.indexOf(test)
  if (index < 0) index = writing.tests.push(test) - 1
  return ` || !t${index}(${value})`
}

/** Refuses what lacks a required field, and builds the English object without empty keys. */
function writeEnding(writing: Writing, fields: [string, AnyField][]): string {
  const required: string[] = []
  const optional: string[] = []
  const literal: string[] = []
  for (const [index, [english, field]] of fields.entries()) {
    if (needOf(field.need, writing.method) === 'required') {
      required.push(`f${index} === undefined`)
      literal.push(`${english}: f${index}`)
    } else optional.push(`if (f${index} !== undefined) r.${english} = f${index};`)
  }
  const refuse = required.length === 0 ? '' : `if (${required.join(' || ')}) return undefined;`
  return `${refuse} const r = { ${literal.join(', ')} }; ${optional.join(' ')} return r`
}
