import { isTreeList, isTreeObject, type Tree } from './rules-tree.ts'

interface Person {
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * A body in which a person whom the other side has too goes by the other side's reference: two who write down the same
 * instructor did not contradict each other. Who is new to both stays under the own reference.
 */
export function withSharedPeople<T extends object>(
  plan: T,
  own: Readonly<Record<string, Person>>,
  others: Readonly<Record<string, Person>>,
): T {
  const known = new Map(Object.entries(others).map(([reference, person]) => [wordsOf(person), reference]))
  const shared = new Map<string, string>()
  for (const [reference, person] of Object.entries(own)) {
    const words = wordsOf(person)
    const other = words === undefined ? undefined : known.get(words)
    if (other !== undefined && !Object.hasOwn(others, reference)) shared.set(reference, other)
  }
  return shared.size === 0 ? plan : (renamed(plan as Tree, shared) as unknown as T)
}

/** Undefined for somebody of whom nothing is known: two of these need not be the same person. */
function wordsOf({ kind, name, email, phone }: Person): string | undefined {
  if (name === undefined && email === undefined && phone === undefined) return undefined
  return JSON.stringify([kind ?? '', name ?? '', email ?? '', phone ?? ''])
}

function renamed(tree: Tree, shared: ReadonlyMap<string, string>): Tree {
  if (isTreeList(tree)) return tree.map(item => renamed(item, shared))
  if (!isTreeObject(tree)) return tree
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      if (value === undefined) return [key, value]
      if (key === 'contact' && typeof value === 'string') return [key, shared.get(value) ?? value]
      return [key, renamed(value, shared)]
    }),
  )
}
