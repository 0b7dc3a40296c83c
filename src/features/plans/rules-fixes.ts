/** How a finding is mended: the plan with the steps of its fix carried out. */
import type { Fix } from './contract.ts'
import { isTreeList, isTreeObject, splitPointer, type Tree, type TreeObject } from './rules-tree.ts'

type Step = Pick<Fix, 'op' | 'pointer' | 'value'>

/** One step after another, each on what the one before left; a way that is not there leaves the plan as it is. */
export function applyFix<Body extends object>(body: Body, fix: Fix): Body {
  const steps: readonly Step[] = [fix, ...(fix.also ?? [])]
  return steps.reduce<Tree>((tree, step) => applyStep(tree, step), body as unknown as Tree) as unknown as Body
}

/** `add` without a value shows where something is missing, and changes nothing. */
function applyStep(tree: Tree, { op, pointer, value }: Step): Tree {
  if (op === 'add' && value === undefined) return tree
  const tokens: string[] = []
  for (let rest = pointer; rest !== ''; ) {
    const { parent, token } = splitPointer(rest)
    tokens.unshift(token)
    rest = parent
  }
  return changeAt(tree, tokens, op === 'remove' ? undefined : (value as Tree), op)
}

function changeAt(tree: Tree, tokens: readonly string[], value: Tree | undefined, op: Fix['op']): Tree {
  const [token, ...rest] = tokens
  if (token === undefined) return tree
  if (isTreeList(tree)) return changeMember(tree, token, rest, value, op)
  if (!isTreeObject(tree)) return tree
  if (rest.length > 0) {
    const inner = Object.hasOwn(tree, token) ? tree[token] : undefined
    return inner === undefined ? tree : { ...tree, [token]: changeAt(inner, rest, value, op) }
  }
  if (value !== undefined) return { ...tree, [token]: value }
  const { [token]: _removed, ...others } = tree
  return others as TreeObject
}

function changeMember(
  list: readonly Tree[],
  token: string,
  rest: readonly string[],
  value: Tree | undefined,
  op: Fix['op'],
): Tree {
  const at = token === '-' ? list.length : Number(token)
  if (rest.length > 0)
    return list.map((member, index) => (index === at ? changeAt(member, rest, value, op) : member))
  if (value === undefined) return list.filter((_, index) => index !== at)
  if (op === 'add') return list.toSpliced(at, 0, value)
  return list.map((member, index) => (index === at ? value : member))
}

/** A fix of what somebody is called or reached by: a stored body holds only a reference to that. */
export interface PersonFix {
  /** The place of the reference, and the reference that stands there now. */
  readonly pointer: string
  readonly contact: string
  readonly key: 'name' | 'email' | 'phone'
  readonly value: string
}

/** Undefined when the fix changes nothing that stands in a contact. */
export function personFix(body: object, { op, pointer, value }: Fix): PersonFix | undefined {
  const { parent, token } = splitPointer(pointer)
  if (op !== 'set' || typeof value !== 'string') return undefined
  if (token !== 'name' && token !== 'email' && token !== 'phone') return undefined
  let holder: Tree | undefined = body as unknown as Tree
  for (const step of parent.split('/').slice(1)) {
    if (isTreeList(holder)) holder = holder[Number(step)]
    else holder = isTreeObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined
  }
  const contact = isTreeObject(holder) ? holder.contact : undefined
  return typeof contact === 'string'
    ? { pointer: `${parent}/contact`, contact, key: token, value }
    : undefined
}
