import type { StoredPlan } from '../../rules-contacts.ts'
import { steps } from '../placement.ts'

/** Changes to a body by pointer (RFC 6901). What is beside the place stays the same value; nothing is changed in place. */
type Body = Readonly<Record<string, unknown>>

/** The value at a place; undefined where there is none. */
export function valueAt(body: unknown, pointer: string): unknown {
  let at = body
  for (const step of steps(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Body)[step]
  }
  return at
}

/** Sets a member, making the way to it; undefined takes a member of an object away. */
export function setAt(plan: StoredPlan, pointer: string, value: unknown): StoredPlan {
  return changed(plan, steps(pointer), () => value) as StoredPlan
}

/** Adds to the end of a list, which is made where it is missing; answers the pointer of what was added. */
export function insertAt(
  plan: StoredPlan,
  list: string,
  member: unknown,
): { plan: StoredPlan; pointer: string } {
  const members = listAt(plan, list)
  return { plan: setAt(plan, list, [...members, member]), pointer: `${list}/${members.length}` }
}

/** Takes a member of a list away; an emptied list goes too, where the contract does not demand it. */
export function removeAt(plan: StoredPlan, pointer: string): StoredPlan {
  const { list, index } = placeOf(pointer)
  const rest = listAt(plan, list).filter((_, at) => at !== index)
  return setAt(plan, list, rest.length === 0 && !isDemanded(list) ? undefined : rest)
}

/** Moves a member of a list up or down; at an end of the list nothing happens. */
export function moveAt(plan: StoredPlan, pointer: string, by: -1 | 1): StoredPlan {
  const { list, index } = placeOf(pointer)
  const members = listAt(plan, list)
  if (index + by < 0 || index + by >= members.length) return plan
  const moved = members.toSpliced(index, 1).toSpliced(index + by, 0, members[index])
  return setAt(plan, list, moved)
}

export function listAt(plan: StoredPlan, list: string): readonly unknown[] {
  const found = valueAt(plan, list)
  return Array.isArray(found) ? found : []
}

/** The list that a member stands in, and its index there. */
export function placeOf(pointer: string): { list: string; index: number } {
  const at = pointer.lastIndexOf('/')
  return { list: pointer.slice(0, at), index: Number(pointer.slice(at + 1)) }
}

/** Lists that the contract demands also when they are empty. */
function isDemanded(list: string): boolean {
  return /\/(tasks|content)$|^\/(commonUnits|priorCommonUnits)\/\d+\/subjectAreas$/.test(list)
}

function changed(value: unknown, path: readonly string[], change: (found: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value)) return value.with(Number(step), changed(value[Number(step)], rest, change))
  const body: Body = typeof value === 'object' && value !== null ? (value as Body) : {}
  const inner = changed(Object.hasOwn(body, step) ? body[step] : undefined, rest, change)
  if (inner !== undefined) return { ...body, [step]: inner }
  const { [step]: _gone, ...others } = body
  return others
}

/** Texts by the pointer of their field, after a member of a list went away or changed places with its neighbour. */
export function followTexts(
  texts: Readonly<Record<string, string>>,
  list: string,
  place: (index: number) => number | undefined,
): Readonly<Record<string, string>> {
  const entries = Object.entries(texts).flatMap(([pointer, text]): [string, string][] => {
    const step = pointer.startsWith(`${list}/`) ? pointer.slice(list.length + 1).split('/')[0] : undefined
    if (step === undefined || !/^\d+$/.test(step)) return [[pointer, text]]
    const index = place(Number(step))
    return index === undefined
      ? []
      : [[`${list}/${index}${pointer.slice(list.length + 1 + step.length)}`, text]]
  })
  return Object.fromEntries(entries)
}
