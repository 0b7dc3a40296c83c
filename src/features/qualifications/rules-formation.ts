import type { Alternative, ChosenPart, Formation, FormedGroup, Selection } from './contract-formation.ts'
import { wantedWays } from './rules-formation-choices.ts'
import { completionOf, type Judged } from './rules-formation-completion.ts'
import { faultsOf } from './rules-formation-faults.ts'
import { type Item, itemsOf, outlookOf, type Placing, placeIn } from './rules-formation-search.ts'
import { type FormationTree, type Node, type Scenario, setOf } from './rules-formation-tree.ts'

/**
 * Does the selection form the qualification, and what is missing? Sibling competence areas, and sibling titles, are
 * alternatives: the given one is taken, else the one that the selection fits best. Everything is placed where the groups'
 * bounds bear it best; a part counts once, and counts over the bounds rather than not at all. What an extension of the
 * qualification is fills nothing.
 */
export function formationOf(tree: FormationTree, selection: Selection): Formation {
  const { counted, duplicates, items } = itemsOf(tree, selection.parts)
  const { outside, wanted } = wantedWays(tree, selection)
  const placings = placingsOf(tree, wanted, items)
  const [best, ...others] = [...placings].sort((a, b) => compareCost(a, b))
  if (!best) throw new Error('A structure has at least one way through it')
  const settled = isWhole(best)
  const equal = settled ? [best] : [best, ...others.filter(one => sameFit(one, best))]
  const faults = faultsOf(tree, counted)
  const judged = { tree, best, items, openSets: settled ? new Set<string>() : openSetsOf(tree, equal) }
  const groups = groupsOf(judged)
  const complete =
    faults.length + outside.length === 0 &&
    groups.every(({ state }) => state === 'fulfilled' || state === 'unused')
  const total = tree.structure.totalPoints ?? tree.structure.root.points
  return {
    complete,
    planned: best.totals.points[0] ?? 0,
    ...(total ? { total } : {}),
    groups,
    alternatives: alternativesOf(tree, wanted, equal),
    outside: [...outside],
    unplaced: unplacedOf(selection.parts, best, duplicates),
    faults,
    toComplete: complete ? [] : completionOf(judged),
    exact: tree.whole && best.exact,
  }
}

/**
 * The ways that may be the best, judged. Where more is left over than elsewhere, or more is sure to be over the bounds,
 * nothing more needs to be known; the first way in which everything fits and nothing lacks settles it.
 */
function placingsOf(tree: FormationTree, wanted: readonly Scenario[], items: readonly Item[]): Placing[] {
  const outlooks = wanted.map(scenario => outlookOf(tree, scenario, items))
  const fewest = Math.min(...outlooks.map(one => one.unplaced))
  const able = outlooks.filter(one => one.unplaced === fewest).sort((a, b) => a.overAtLeast - b.overAtLeast)
  const placings: Placing[] = []
  let leastOver = Number.POSITIVE_INFINITY
  for (const { overAtLeast, scenario } of able) {
    if (overAtLeast > leastOver) break
    const placing = placeIn(tree, scenario, items)
    if (isWhole(placing)) return [placing]
    leastOver = Math.min(leastOver, placing.cost.over)
    placings.push(placing)
  }
  return placings
}

const isWhole = ({ cost }: Placing) => cost.unplaced + cost.over + cost.short === 0

function compareCost({ cost: a }: Placing, { cost: b }: Placing): number {
  return a.unplaced - b.unplaced || a.over - b.over || a.short - b.short
}

/** Nothing that was chosen would be more in vain: only more would have to be added. */
function sameFit({ cost: a }: Placing, { cost: b }: Placing): boolean {
  return a.unplaced === b.unplaced && a.over === b.over
}

function openSetsOf(tree: FormationTree, equal: readonly Placing[]): ReadonlySet<string> {
  const chosenOf = new Map<string, Set<number>>()
  for (const { scenario } of equal) {
    for (const id of scenario.chosen) {
      const node = tree.nodes[id]
      if (!node) continue
      const ids = chosenOf.get(setOf(node)) ?? new Set()
      chosenOf.set(setOf(node), ids.add(id))
    }
  }
  return new Set([...chosenOf].filter(([, ids]) => ids.size > 1).map(([set]) => set))
}

function alternativesOf(
  tree: FormationTree,
  wanted: readonly Scenario[],
  equal: readonly Placing[],
): Alternative[] {
  const inWanted = new Set(wanted.flatMap(scenario => scenario.chosen))
  const possible = new Set(equal.flatMap(({ scenario }) => scenario.chosen))
  const all = [...new Set(tree.scenarios.flatMap(scenario => scenario.chosen))].sort((a, b) => a - b)
  const chosen = (id: number) => equal.every(({ scenario }) => scenario.chosen.includes(id))
  return all.flatMap(id => {
    const { alternative, path } = tree.nodes[id] ?? {}
    if (!alternative || path === undefined) return []
    const isPossible = inWanted.has(id) && possible.has(id)
    return [
      { path, kind: alternative.kind, code: alternative.code, possible: isPossible, chosen: chosen(id) },
    ]
  })
}

function groupsOf(judged: Judged): FormedGroup[] {
  const { best, items, tree } = judged
  const hidden = new Set<number>()
  const partsAt = Map.groupBy(items, item => best.placed.get(item.key))
  const chosenUnits = new Set(items.filter(item => best.placed.has(item.key)).map(item => item.unit))
  const groups: FormedGroup[] = []
  for (const id of best.scenario.nodes) {
    const node = tree.nodes[id]
    if (!node || hidden.has(node.parent)) {
      hidden.add(id)
      continue
    }
    if (node.alternative && judged.openSets.has(setOf(node))) {
      hidden.add(id)
      groups.push(...openAlternatives(tree, node))
      continue
    }
    const parts = (partsAt.get(id) ?? []).map(item => item.key)
    groups.push(formed(judged, node, parts, chosenUnits))
  }
  return withInnerLacks(groups)
}

/** A group is not fulfilled while one in it is short, whatever its own bounds say. */
function withInnerLacks(groups: readonly FormedGroup[]): FormedGroup[] {
  const lacking = groups.filter(({ state }) => state === 'short' || state === 'open').map(group => group.path)
  return groups.map(group => {
    if (group.state !== 'fulfilled' && group.state !== 'unused') return group
    const inner = lacking.some(
      path => path !== '' && (group.path === '' || path.startsWith(`${group.path}/`)),
    )
    return inner ? { ...group, state: 'short' } : group
  })
}

function openAlternatives(tree: FormationTree, node: Node): FormedGroup[] {
  const siblings = tree.nodes[node.parent]?.children ?? []
  return siblings.flatMap(id => {
    const sibling = tree.nodes[id]
    if (!sibling || setOf(sibling) !== setOf(node)) return []
    return [{ path: sibling.path, state: 'open' as const, points: 0, count: 0, parts: [] }]
  })
}

function formed(
  { best }: Judged,
  node: Node,
  parts: string[],
  chosenUnits: ReadonlySet<string | undefined>,
): FormedGroup {
  const points = best.totals.points[node.id] ?? 0
  const count = best.totals.count[node.id] ?? 0
  const base = { path: node.path, points, count, parts }
  const size = best.totals.size[node.id] ?? 0
  if (node.accepts && size === 0) return { ...base, state: 'unused' }
  const missingUnits = node.leaves
    .filter(leaf => leaf.compulsory && !chosenUnits.has(leaf.key))
    .map(leaf => leaf.unit)
  const lack = {
    ...above('missingPoints', node.points.min - points),
    ...above('missingCount', node.count.min - count),
    ...(missingUnits.length > 0 ? { missingUnits } : {}),
  }
  const surplus = {
    ...above('overPoints', points - node.points.max),
    ...above('overCount', count - node.count.max),
  }
  return { ...base, state: stateOf(size > 0, lack, surplus), ...lack, ...surplus }
}

function stateOf(used: boolean, lack: object, surplus: object): FormedGroup['state'] {
  if (Object.keys(surplus).length > 0) return 'over'
  if (Object.keys(lack).length > 0) return 'short'
  return used ? 'fulfilled' : 'unused'
}

// Points may be fractions: what is left of adding them is no lack.
function above<K extends string>(name: K, value: number): { [P in K]?: number } {
  return value > 1e-6 ? ({ [name]: value } as { [P in K]?: number }) : {}
}

function unplacedOf(
  parts: readonly ChosenPart[],
  best: Placing,
  duplicates: readonly string[],
): Formation['unplaced'] {
  const kinds = new Map(parts.map(part => [part.key, part.kind]))
  const left = [...kinds].filter(([key]) => !best.placed.has(key) && !duplicates.includes(key))
  return [
    ...left.map(([key, kind]) => ({
      key,
      reason: kind === 'extension' ? ('extension' as const) : ('nowhere' as const),
    })),
    ...duplicates.map(key => ({ key, reason: 'duplicate' as const })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
}
