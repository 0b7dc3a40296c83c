/** Translates JSON pointers (RFC 6901) between our plan and the national one, by the table of fields. */
import { planEntity } from './fields.ts'
import type { AnyEntity, AnyField, AnyKind } from './fields-kinds.ts'

const byKey = new WeakMap<AnyEntity, ReadonlyMap<string, readonly [string, AnyField]>>()

/** English name and row of each national key of an entity. */
export function fieldsByKey(entity: AnyEntity): ReadonlyMap<string, readonly [string, AnyField]> {
  let map = byKey.get(entity)
  if (map === undefined) {
    map = new Map(Object.entries(entity.fields).map(([name, field]) => [field.key, [name, field] as const]))
    byKey.set(entity, map)
  }
  return map
}

/** From a pointer into our plan to one into the national plan. What the table does not know stays as it is. */
export function toNationalPointer(pointer: string): string {
  return translate(pointer, (entity, part) => {
    const field = Object.hasOwn(entity.fields, part) ? entity.fields[part] : undefined
    return field === undefined ? undefined : [field.key, field.kind]
  })
}

/** From a pointer into the national plan to one into ours. What the table does not know stays as it is. */
export function toEnglishPointer(pointer: string): string {
  return translate(pointer, (entity, part) => {
    const found = fieldsByKey(entity).get(part)
    return found === undefined ? undefined : [found[0], found[1].kind]
  })
}

type Step = (entity: AnyEntity, part: string) => readonly [string, AnyKind] | undefined

function translate(pointer: string, step: Step): string {
  const parts = pointer.split('/')
  let kind: AnyKind | undefined = { spec: { is: 'entity', of: () => planEntity }, fault: '' }
  for (let i = 1; i < parts.length && kind !== undefined; i += 1) {
    const { spec }: AnyKind = kind
    if (spec.is === 'list') kind = spec.of
    else if (spec.is === 'entity') {
      const next = step(spec.of(), parts[i] ?? '')
      if (next !== undefined) parts[i] = next[0]
      kind = next?.[1]
    } else return parts.join('/')
  }
  return parts.join('/')
}
