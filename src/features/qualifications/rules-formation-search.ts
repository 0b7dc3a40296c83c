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
  /** The parts that may form something: neither duplicates nor extensions. */
  readonly counted: readonly ChosenPart[]
  readonly duplicates: readonly string[]
} {
  const items: Item[] = []
  const counted: ChosenPart[] = []
  const duplicates: string[] = []
  const [keys, units] = [new Set<string>(), new Set<string>()]
  for (const part of [...parts].sort(inOwnOrder)) {
    const unit = part.unit === undefined ? undefined : codeKey(part.unit)
    const forms = part.kind !== 'extension'
    if (keys.has(part.key) || (forms && unit !== undefined && units.has(unit))) {
      duplicates.push(part.key)
      continue
    }
    keys.add(part.key)
    items.push({ key: part.key, kind: part.kind, unit, points: pointsOf(tree, part), hint: part.group })
    if (!forms) continue
    counted.push(part)
    if (unit !== undefined) units.add(unit)
  }
  return { items, counted, duplicates }
}

/** What is told of a unit fills no more than the requirements let it. */
function pointsOf(tree: FormationTree, { points, unit }: ChosenPart): number {
  const range = unit === undefined ? undefined : tree.pointsOf(unit)
  return points === undefined ? countedPoints(range) : Math.min(points, range?.max ?? points)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Extensions come last, so that none takes the key of what forms the qualification. */
function inOwnOrder(a: ChosenPart, b: ChosenPart): number {
  const [laterA, laterB] = [a.kind === 'extension', b.kind === 'extension']
  return Number(laterA) - Number(laterB) || compare(a.key, b.key) || compare(canonical(a), canonical(b))
}

const canonical = ({ kind, unit = '', points = -1, group = '', subjectAreas = [] }: ChosenPart) =>
  `${kind} ${unit} ${points} ${group} ${JSON.stringify(subjectAreas.map(area => [area.code, area.points]).sort())}`

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

interface BoundsCost {
  readonly over: number
  readonly short: number
}

function boundsCost(nodes: readonly Node[], totals: Totals): BoundsCost {
  let over = 0
  let short = 0
  for (const { accepts, count, id, points } of nodes) {
    if (accepts !== undefined && totals.size[id] === 0) continue
    const sum = totals.points[id] ?? 0
    const members = totals.count[id] ?? 0
    if (sum > points.max) over += sum - points.max
    else if (sum < points.min) short += points.min - sum
    if (members > count.max) over += (members - count.max) * unitWeight
    else if (members < count.min) short += (count.min - members) * unitWeight
  }
  return { over, short }
}

/** The groups whose sums depend on where the undecided items go: the places, and what is around only some of them. */
function undecidedNodes(tree: FormationTree, scenario: Scenario, classes: readonly Alike[]) {
  const changing = new Set<number>()
  for (const { places } of classes) {
    const above = places.map(id => ancestorsOf(tree, id))
    for (const ids of above) for (const id of ids) if (!isConstant(tree, id, above)) changing.add(id)
  }
  const nodes = scenario.nodes.flatMap(id => tree.nodes[id] ?? [])
  return [nodes.filter(node => changing.has(node.id)), nodes.filter(node => !changing.has(node.id))] as const
}

/** Around all places the points are the same wherever an item goes; the count of members may differ. */
function isConstant(tree: FormationTree, id: number, above: readonly ReadonlySet<number>[]): boolean {
  const count = tree.nodes[id]?.count
  return above.every(ids => ids.has(id)) && count?.min === 0 && count.max === Number.POSITIVE_INFINITY
}

function ancestorsOf(tree: FormationTree, id: number): ReadonlySet<number> {
  const ids = new Set<number>()
  for (let at = id; at >= 0; at = tree.nodes[at]?.parent ?? -1) ids.add(at)
  return ids
}

const better = (a: BoundsCost, b: BoundsCost | undefined) =>
  !b || a.over < b.over || (a.over === b.over && a.short < b.short)

/** What can be told of a way through the alternatives sooner than how well everything fits. */
export interface Outlook {
  readonly scenario: Scenario
  readonly unplaced: number
  /** Points that are over the bounds however the items are placed. */
  readonly overAtLeast: number
}

export function outlookOf(tree: FormationTree, scenario: Scenario, items: readonly Item[]): Outlook {
  let unplaced = 0
  const inPlaces = new Map<string, { points: number; room: number }>()
  for (const item of items) {
    const places = placesOf(tree, scenario, item)
    if (places.length === 0) unplaced += item.kind === 'extension' ? 0 : 1
    else if (places.every(id => tree.nodes[id]?.accepts === 'ownUnits')) {
      const room = places.reduce((sum, id) => sum + (tree.nodes[id]?.points.max ?? 0), 0)
      const before = inPlaces.get(places.join())?.points ?? 0
      inPlaces.set(places.join(), { points: before + item.points, room })
    }
  }
  // Places of a hint are among those of the others, so only the fullest set is sure to be over by itself.
  const overs = [...inPlaces.values()].map(({ points, room }) => points - room)
  return { scenario, unplaced, overAtLeast: Math.max(0, ...overs) }
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
  const { best, constant, exact, shares } = distribute(tree, scenario, totals, classes)
  classes.forEach((alike, at) => {
    let next = 0
    alike.places.forEach((id, place) => {
      const share = shares[at]?.[place] ?? 0
      for (const key of alike.keys.slice(next, next + share)) placed.set(key, id)
      add(tree, totals, id, alike.points, share)
      next += share
    })
  })
  // What does not depend on the sharing out is counted once, when everything is in its place.
  const rest = boundsCost(constant, totals)
  const cost = { over: rest.over + (best?.over ?? 0), short: rest.short + (best?.short ?? 0) }
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
  const [changing, constant] = undecidedNodes(tree, scenario, classes)
  let best: BoundsCost | undefined
  let shares: readonly (readonly number[])[] = []
  let tries = 0
  const share = (at: number, place: number, left: number): void => {
    const [alike, own] = [classes[at], present[at]]
    if (tries >= triesLimit || (best && best.over + best.short === 0)) return
    if (!alike || !own) {
      tries += 1
      const cost = boundsCost(changing, totals)
      if (!better(cost, best)) return
      best = cost
      shares = present.map(one => [...one])
      return
    }
    // What is over the bounds stays over them, whatever is added.
    if (place === 0 && best && boundsCost(changing, totals).over > best.over) return
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
  return { best, constant, shares, exact: tries < triesLimit }
}
