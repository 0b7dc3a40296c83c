/**
 * The national plan as TypeBox schemas, one for each method, made from the table: for the description of the
 * interface and for answers. Incoming plans are checked by the decoder, which a test holds to the same verdicts.
 */
import { type TSchema, Type } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyField, AnyKind, Method } from './fields-kinds.ts'

const schemas = new Map<Method, TSchema>()
const validators = new Map<Method, Validator>()

/** The schema of a method's body, closed all through. */
export function nationalBodySchema(method: Method): TSchema {
  let schema = schemas.get(method)
  if (schema === undefined) {
    schema = schemaOfEntity(planEntity, method)
    schemas.set(method, schema)
  }
  return schema
}

/** The compiled schema of a method. */
export function nationalValidator(method: Method): Validator {
  let validator = validators.get(method)
  if (validator === undefined) {
    validator = Compile(nationalBodySchema(method))
    validators.set(method, validator)
  }
  return validator
}

function schemaOfEntity(entity: AnyEntity, method: Method): TSchema {
  const properties: Record<string, TSchema> = {}
  for (const field of Object.values(entity.fields)) {
    const need = needOf(field.need, method)
    if (need === 'refused') continue
    const schema = schemaOfKind(kindOf(field, method), method)
    properties[field.key] = need === 'required' ? schema : Type.Optional(schema)
  }
  return Type.Object(properties, { additionalProperties: false, title: entity.national })
}

function kindOf(field: AnyField, method: Method): AnyKind {
  return method === 'get-vipunen' ? (field.redacted ?? field.kind) : field.kind
}

function schemaOfKind({ spec }: AnyKind, method: Method): TSchema {
  switch (spec.is) {
    case 'text': {
      const form = {
        ...(spec.pattern === undefined ? {} : { pattern: spec.pattern }),
        ...(spec.format === undefined ? {} : { format: spec.format }),
      }
      const { test } = spec
      return test === undefined ? Type.String(form) : Type.Refine(Type.String(form), test)
    }
    case 'integer':
      return Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER })
    case 'number':
      return Type.Number({ minimum: spec.minimum })
    case 'boolean':
      return Type.Boolean()
    case 'entity':
      return schemaOfEntity(spec.of(), method)
    case 'list':
      return Type.Array(schemaOfKind(spec.of, method))
  }
}
