import fc from 'fast-check'

/** A JSON Schema of the OpenAPI document. */
type Schema = { readonly [keyword: string]: unknown }

/** What values are made from beside the schema itself. */
export interface Surroundings {
  /** The named shapes of the document. */
  readonly components: Readonly<Record<string, unknown>>
  /** Texts that exist or have a right check digit: used where a pattern allows them, for a pattern knows neither. */
  readonly familiar?: readonly string[]
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

/** Values that a schema of the document allows. What it leaves open gets any JSON. */
export function valuesOf(schema: unknown, around: Surroundings): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return fc.jsonValue({ maxDepth: 2 })
  if (typeof schema.$ref === 'string') {
    return valuesOf(around.components[schema.$ref.replace('#/components/schemas/', '')], around)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  const choices = listOf(schema.anyOf)
  if (choices.length > 0) return fc.oneof(...choices.map(choice => valuesOf(choice, around)))
  switch (schema.type) {
    case 'string':
      return texts(schema, around.familiar)
    case 'integer':
      return fc.integer({ min: numberOf(schema.minimum, -10), max: numberOf(schema.maximum, 2 ** 31 - 1) })
    case 'number':
      return fc.double({
        min: numberOf(schema.minimum, -1e6),
        max: numberOf(schema.maximum, 1e6),
        noNaN: true,
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(schema.items, around), {
        minLength: numberOf(schema.minItems, 0),
        maxLength: Math.min(3, numberOf(schema.maxItems, 3)),
      })
    case 'object':
      return objects(schema, around)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const days = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map(date => date.toISOString())

function texts(schema: Schema, familiar: readonly string[] = []): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date') return days.map(text => text.slice(0, 10))
  if (schema.format === 'date-time') return days
  if (typeof schema.pattern === 'string') {
    const pattern = new RegExp(schema.pattern)
    const [any, known] = [fc.stringMatching(pattern), familiar.filter(text => pattern.test(text))]
    if (known.length === 0) return any
    return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 9 }, { arbitrary: any, weight: 1 })
  }
  const [minLength, maxLength] = [numberOf(schema.minLength, 0), numberOf(schema.maxLength, 40)]
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(60, maxLength)), unit: 'grapheme' })
}

function objects(schema: Schema, around: Surroundings): fc.Arbitrary<unknown> {
  const properties = Object.entries(isSchema(schema.properties) ? schema.properties : {})
  const members = Object.fromEntries(properties.map(([key, value]) => [key, valuesOf(value, around)]))
  const requiredKeys = listOf(schema.required).filter((key): key is string => typeof key === 'string')
  const named = fc.record(members, { requiredKeys: requiredKeys.filter(key => key in members) })
  const [pattern] = Object.values(isSchema(schema.patternProperties) ? schema.patternProperties : {})
  const open = pattern ?? (schema.additionalProperties === true ? {} : undefined)
  if (open === undefined) return named
  const others = fc.dictionary(fc.string({ maxLength: 10 }), valuesOf(open, around), { maxKeys: 3 })
  return fc.tuple(others, named).map(([other, own]) => ({ ...other, ...own }))
}
