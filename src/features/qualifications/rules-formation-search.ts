import { codeKey } from '../codes/rules.ts'
import type { ChosenPart } from './contract-formation.ts'
import { countedPoints, type FormationTree, type Node, type Scenario } from './rules-formation-tree.ts'

/** A chosen part with its points. */
export interface Item {
  readonly key: string
  readonly kind: ChosenPart['kind']
  readonly unit: string | undefined
  readonly points: number
  readonly hint: string | undefined
}

/** How well the best placing fits: the earlier the number, the more it weighs. */
export interface Cost {
  readonly unplaced: number
  /** Points and units over the bounds of groups. */
  readonly over: number
  readonly short: number
}

export interface Placing {
  readonly scenario: Scenario
  readonly cost: Cost
  /** The node of each item by its key; an item that fits nowhere is absent. */
  readonly placed: ReadonlyMap<string, number>
  readonly totals: Totals
  /** False when not every way to place the items was tried. */
  readonly exact: boolean
}

/** Sums of each node over everything under it; units directly in it with groups in use; and how much is under it. */
export interface Totals {
  readonly points: Float64Array
  readonly count: Float64Array
  readonly size: Float64Array
}

// Real selections need some hundreds; this bounds the work for made-up ones.
const triesLimit = 4_000

// A unit weighs as much as the points of a common one, where groups count units.
const unitWeight = 10

/** The parts in an order of their own, each once: the result must not depend on the order in which they came. */
export function itemsOf(
  tree: FormationTree,
  parts: readonly ChosenPart[],
): {
  readonly items: readonly Item[]
  readonly duplicates: readonly string[]
} {
  const items: Item[] = []
  const duplicates: string[] = []
  const [keys, units] = [new Set<string>(), new Set<string>()]
  const sorted = [...parts].sort((a, b) => compare(a.key, b.key) || compare(canonical(a), canonical(b)))
  for (const part of sorted) {
    const unit = part.unit === undefined ? undefined : codeKey(part.unit)
    if (keys.has(part.key) || (unit !== undefined && units.has(unit))) {
      duplicates.push(part.key)
      continue
    }
    keys.add(part.key)
    if (unit !== undefined) units.add(unit)
    const points = part.points ?? (unit === undefined ? 0 : countedPoints(tree.pointsOf(unit)))
    items.push({ key: part.key, kind: part.kind, unit, points, hint: part.group })
  }
  return { items, duplicates }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const canonical = ({ kind, unit = '', points = -1, group = '' }: ChosenPart) =>
  `${kind} ${unit} ${points} ${group}`

/** Where an item may count in this way through the alternatives. */
function placesOf(tree: FormationTree, scenario: Scenario, item: Item): readonly number[] {
  if (item.kind === 'extension') return []
  const all = fittingPlaces(tree, scenario, item)
  const hinted = all.filter(id => tree.nodes[id]?.path === item.hint)
  return hinted.length > 0 ? hinted : all
}

function fittingPlaces(tree: FormationTree, scenario: Scenario, { kind, unit }: Item): readonly number[] {
  const own = unit === undefined ? undefined : scenario.places.get(unit)
  if (own) {
    if (own.length === 1) return own
    const demanded = own.filter(id =>
      tree.nodes[id]?.leaves.some(leaf => leaf.key === unit && leaf.compulsory),
    )
    return demanded.length > 0 ? demanded : own
  }
  const wanted =
    unit !== undefined && tree.offered.has(unit) ? 'ownUnits' : kind === 'unit' ? 'otherQualification' : kind
  return scenario.open.filter(id => {
    const accepts = tree.nodes[id]?.accepts
    return accepts === wanted || accepts === 'any'
  })
}

/** Items that may be exchanged for each other without any difference. */
interface Alike {
  readonly points: number
  readonly places: readonly number[]
  readonly keys: string[]
}

function add(tree: FormationTree, totals: Totals, id: number, points: number, times: number): void {
  for (let n = 0; n < Math.abs(times); n++) addOne(tree.nodes, totals, id, points, times > 0 ? 1 : -1)
}

function addOne(nodes: readonly Node[], totals: Totals, id: number, points: number, sign: 1 | -1): void {
  let at = id
  // Whether what happened below makes one more (or one fewer) member here.
  let counts = true
  while (at >= 0) {
    const node = nodes[at]
    if (!node) return
    const before = totals.size[at] ?? 0
    totals.size[at] = before + sign
    totals.points[at] = (totals.points[at] ?? 0) + sign * points
    if (counts) totals.count[at] = (totals.count[at] ?? 0) + sign
    // Each thing in an open place is a unit of the group around it; a group with members counts once.
    counts = node.accepts ? true : before + sign === (sign > 0 ? 1 : 0)
    at = node.parent
  }
}

function boundsCost(
  tree: FormationTree,
  scenario: Scenario,
  totals: Totals,
): { over: number; short: number } {
  let over = 0
  let short = 0
  for (const id of scenario.nodes) {
    const node = tree.nodes[id]
    if (!node || (node.accepts && totals.size[id] === 0)) continue
    const points = totals.points[id] ?? 0
    const count = totals.count[id] ?? 0
    if (points > node.points.max) over += points - node.points.max
    if (points < node.points.min) short += node.points.min - points
    if (count > node.count.max) over += (count - node.count.max) * unitWeight
    if (count < node.count.min) short += (node.count.min - count) * unitWeight
  }
  return { over, short }
}

const better = (a: { over: number; short: number }, b: { over: number; short: number } | undefined) =>
  !b || a.over < b.over || (a.over === b.over && a.short < b.short)

/** How many items have no place in this way through the alternatives: told sooner than how well the others fit. */
export function unplacedIn(tree: FormationTree, scenario: Scenario, items: readonly Item[]): number {
  return items.filter(item => item.kind !== 'extension' && placesOf(tree, scenario, item).length === 0).length
}

/** The best placing of the items in one way through the alternatives: exact, and the same for every order of them. */
export function placeIn(tree: FormationTree, scenario: Scenario, items: readonly Item[]): Placing {
  const size = tree.nodes.length
  const totals: Totals = {
    points: new Float64Array(size),
    count: new Float64Array(size),
    size: new Float64Array(size),
  }
  const placed = new Map<string, number>()
  const undecided = new Map<string, Alike>()
  let unplaced = 0
  for (const item of items) {
    const places = placesOf(tree, scenario, item)
    const [first] = places
    if (first === undefined) unplaced += item.kind === 'extension' ? 0 : 1
    else if (places.length === 1) {
      addOne(tree.nodes, totals, first, item.points, 1)
      placed.set(item.key, first)
    } else {
      const signature = `${item.points} ${places.join()}`
      const alike = undecided.get(signature)
      if (alike) alike.keys.push(item.key)
      else undecided.set(signature, { points: item.points, places, keys: [item.key] })
    }
  }
  const classes = [...undecided].sort(([a], [b]) => compare(a, b)).map(([, alike]) => alike)
  const { cost, exact, shares } = distribute(tree, scenario, totals, classes)
  classes.forEach((alike, at) => {
    let next = 0
    alike.places.forEach((id, place) => {
      const share = shares[at]?.[place] ?? 0
      for (const key of alike.keys.slice(next, next + share)) placed.set(key, id)
      add(tree, totals, id, alike.points, share)
      next += share
    })
  })
  const missing = scenario.compulsory === 0 ? 0 : missingCost(tree, scenario, placed, items)
  return { scenario, cost: { unplaced, over: cost.over, short: cost.short + missing }, placed, totals, exact }
}

function missingCost(
  tree: FormationTree,
  scenario: Scenario,
  placed: ReadonlyMap<string, number>,
  items: readonly Item[],
): number {
  const here = new Set(items.filter(item => placed.has(item.key)).map(item => item.unit))
  let cost = 0
  for (const id of scenario.nodes)
    for (const leaf of tree.nodes[id]?.leaves ?? [])
      if (leaf.compulsory && !here.has(leaf.key)) cost += unitWeight
  return cost
}

/** Tries the ways to share out what fits in several places, and leaves the totals as they were. */
function distribute(tree: FormationTree, scenario: Scenario, totals: Totals, classes: readonly Alike[]) {
  const present = classes.map(alike => alike.places.map(() => 0))
  let best: { over: number; short: number } | undefined
  let shares: readonly (readonly number[])[] = []
  let tries = 0
  const share = (at: number, place: number, left: number): void => {
    const [alike, own] = [classes[at], present[at]]
    if (tries >= triesLimit || (best && best.over + best.short === 0)) return
    if (!alike || !own) {
      tries += 1
      const cost = boundsCost(tree, scenario, totals)
      if (!better(cost, best)) return
      best = cost
      shares = present.map(one => [...one])
      return
    }
    const id = alike.places[place] ?? 0
    const last = place === alike.places.length - 1
    for (let here = left; here >= (last ? left : 0); here--) {
      own[place] = here
      add(tree, totals, id, alike.points, here)
      if (last) share(at + 1, 0, classes[at + 1]?.keys.length ?? 0)
      else share(at, place + 1, left - here)
      add(tree, totals, id, alike.points, -here)
    }
    own[place] = 0
  }
  share(0, 0, classes[0]?.keys.length ?? 0)
  return { cost: best ?? { over: 0, short: 0 }, shares, exact: tries < triesLimit }
}
