/** Plan bodies as plain JSON trees, for rules that treat every part alike: difference and merge. */
export type Tree = null | boolean | number | string | readonly Tree[] | TreeObject
export interface TreeObject {
  readonly [key: string]: Tree | undefined
}

export function isTreeObject(value: Tree | undefined): value is TreeObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isTreeList(value: Tree | undefined): value is readonly Tree[] {
  return Array.isArray(value)
}

/** Keys that hold a value, sorted: the order of keys means nothing in JSON, so no result may depend on it. */
export function keysOf(...objects: readonly TreeObject[]): string[] {
  const keys = new Set<string>()
  for (const object of objects) {
    for (const key of Object.keys(object)) if (object[key] !== undefined) keys.add(key)
  }
  return [...keys].sort()
}

/** The value of an own key; inherited names such as `constructor` are no values of a tree. */
export function valueAt(object: TreeObject | undefined, key: string): Tree | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined
}

/** Deep equality; absent and `undefined` are the same. */
export function sameTree(a: Tree | undefined, b: Tree | undefined): boolean {
  if (a === b) return true
  if (isTreeList(a)) {
    return isTreeList(b) && a.length === b.length && a.every((item, i) => sameTree(item, b[i]))
  }
  return isTreeObject(a) && isTreeObject(b) && holdsAll(a, b) && holdsAll(b, a, true)
}

/** Whether `b` has every member of `a`: the same value, or any value when only the names are asked. */
function holdsAll(a: TreeObject, b: TreeObject, namesOnly = false): boolean {
  for (const key of Object.keys(a)) {
    const value = a[key]
    if (value === undefined) continue
    const other = valueAt(b, key)
    if (namesOnly ? other === undefined : !sameTree(value, other)) return false
  }
  return true
}

/** One text per value: equal trees give equal texts. */
export function canonicalText(value: Tree): string {
  if (isTreeList(value)) return `[${value.map(canonicalText).join()}]`
  if (!isTreeObject(value)) return JSON.stringify(value)
  return `{${keysOf(value)
    .map(key => `${JSON.stringify(key)}:${canonicalText(valueAt(value, key) ?? null)}`)
    .join()}}`
}

/** Parent pointer and last token of a pointer below the root. */
export function splitPointer(pointer: string): { parent: string; token: string } {
  const at = pointer.lastIndexOf('/')
  const token = pointer
    .slice(at + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  return { parent: pointer.slice(0, Math.max(at, 0)), token }
}
