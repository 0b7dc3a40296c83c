/** JSON Schema as it stands in the document. */
export type Schema = { readonly [keyword: string]: unknown }

/** From this size on (characters of JSON) a shape gets a name and a place of its own. */
const large = 300

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The named shapes of a document. A shape is named by its `$id`, else by the member that holds it
 * (`learningPeriods: [LearningPeriod]`), else by the operation. Equal shapes are one, whoever uses them.
 */
export class SchemaShelf {
  readonly #names = new Map<string, string>()
  readonly #schemas: Record<string, Schema> = {}

  get schemas(): Readonly<Record<string, Schema>> {
    return this.#schemas
  }

  /** The shape as the document uses it: written out when small, a reference when large. `name` is a fallback. */
  place(schema: object, name: string): Schema {
    // Through JSON: what a validator keeps beside the shape, such as types and kinds, is not part of it.
    return this.#place(JSON.parse(JSON.stringify(schema)) as Schema, name)
  }

  #place(schema: Schema, name: string): Schema {
    const { $id, ...inside } = this.#within(schema, name)
    const text = JSON.stringify(inside)
    const named = typeof $id === 'string'
    if (!named && (inside.type !== 'object' || text.length < large)) return inside
    return { $ref: `#/components/schemas/${this.#nameOf(text, inside, named ? $id : name)}` }
  }

  #within(schema: Schema, name: string): Schema {
    const entries = Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties' && isRecord(value)) return [keyword, this.#members(value, name)]
      if (keyword === 'items' && isRecord(value)) return [keyword, this.#place(value, singular(name))]
      if ((keyword === 'anyOf' || keyword === 'allOf' || keyword === 'oneOf') && Array.isArray(value)) {
        return [keyword, value.map(choice => (isRecord(choice) ? this.#place(choice, name) : choice))]
      }
      return [keyword, value]
    })
    return Object.fromEntries(entries)
  }

  #members(properties: Record<string, unknown>, holder: string): Record<string, unknown> {
    // `items` says nothing of what is listed; the operation does.
    const nameOf = (key: string) =>
      key === 'items' ? `${holder.replace(/Answer$/, '')}Items` : capitalised(key)
    const entries = Object.entries(properties).map(([key, value]) =>
      isRecord(value) ? [key, this.#place(value, nameOf(key))] : [key, value],
    )
    return Object.fromEntries(entries)
  }

  #nameOf(text: string, schema: Schema, wanted: string): string {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    let name = wanted
    for (let number = 2; name in this.#schemas; number++) name = `${wanted}${number}`
    this.#names.set(text, name)
    this.#schemas[name] = schema
    return name
  }
}

/** `learning-periods` and `learningPeriods` to `LearningPeriods`. */
export function capitalised(key: string): string {
  return key
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

const singular = (name: string): string =>
  name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/([^s])s$/, '$1')
