/** What points to what, by key. */
export type Edges = ReadonlyMap<string, readonly string[]>

interface Visit {
  readonly key: string
  readonly rest: Iterator<string>
}

/**
 * The circles of a graph that should have none: each as the keys that can reach one another, in the order in which they
 * were met, and a key that points to itself alone. Takes steps of its own instead of calling itself, so that a chain of
 * any length is walked.
 */
export function cyclesOf(edges: Edges): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const cycles: string[][] = []
  const visits: Visit[] = []

  const enter = (key: string) => {
    order.set(key, order.size)
    low.set(key, order.size - 1)
    open.push(key)
    isOpen.add(key)
    visits.push({ key, rest: (edges.get(key) ?? [])[Symbol.iterator]() })
  }
  const lower = (key: string, to: number) => low.set(key, Math.min(low.get(key) ?? to, to))
  const leave = (key: string) => {
    const parent = visits.at(-1)
    if (parent) lower(parent.key, low.get(key) ?? 0)
    if (low.get(key) !== order.get(key)) return
    const group = open.splice(open.lastIndexOf(key))
    for (const one of group) isOpen.delete(one)
    if (group.length > 1 || edges.get(key)?.includes(key)) cycles.push(group)
  }

  for (const start of edges.keys()) {
    if (!order.has(start)) enter(start)
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { done, value } = visit.rest.next()
      if (done) {
        visits.pop()
        leave(visit.key)
      } else if (!order.has(value)) enter(value)
      else if (isOpen.has(value)) lower(visit.key, order.get(value) ?? 0)
    }
  }
  return cycles
}
