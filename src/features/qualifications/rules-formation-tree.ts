import { codeKey } from '../codes/rules.ts'
import type { Group, Range, Structure, Unit } from './contract.ts'
import { isGroup } from './rules.ts'
import { type Accepts, acceptsOf } from './rules-formation-places.ts'

export interface Leaf {
  readonly unit: string
  readonly key: string
  readonly points: number
  readonly compulsory: boolean
}

export interface Node {
  readonly id: number
  readonly parent: number
  readonly path: string
  readonly points: Required<Range>
  readonly count: Required<Range>
  readonly alternative?: { readonly kind: 'competenceArea' | 'title'; readonly code: string }
  /** Set in an open place. */
  readonly accepts?: Accepts
  readonly leaves: readonly Leaf[]
  readonly children: readonly number[]
  /** The most points that it can hold, whatever is chosen. */
  readonly greatest: number
}

/** One way through the alternatives: which groups are in it. */
export interface Scenario {
  readonly chosen: readonly number[]
  /** Parents before their children. */
  readonly nodes: readonly number[]
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly open: readonly number[]
  readonly compulsory: number
}

/** A structure made ready for judging many selections. */
export interface FormationTree {
  readonly structure: Structure
  readonly nodes: readonly Node[]
  readonly scenarios: readonly Scenario[]
  /** False when there are more ways through the alternatives than are kept. */
  readonly whole: boolean
  readonly units: ReadonlyMap<string, Unit>
  readonly pointsOf: (unit: string) => Range | undefined
  /** Every unit that stands in the tree, by code key. */
  readonly offered: ReadonlySet<string>
}

// Real trees have at most some tens of ways through their areas and titles.
const scenarioLimit = 256

const open = (range: Range | undefined): Required<Range> => ({
  min: range?.min ?? 0,
  max: range?.max ?? Number.POSITIVE_INFINITY,
})

/** The set of alternatives to which a group belongs: those of one kind under one parent. */
export const setOf = ({ parent, alternative }: Node) => `${parent} ${alternative?.kind}`

/** The points that a unit counts when the selection does not tell: of a span the most. */
export function countedPoints(range: Range | undefined): number {
  return range?.max ?? range?.min ?? 0
}

export function formationTree(structure: Structure, units: readonly Unit[]): FormationTree {
  const byKey = new Map(units.map(unit => [codeKey(unit.codeUri), unit]))
  const own = new Map(
    Object.entries(structure.unitPoints ?? {}).map(([unit, range]) => [codeKey(unit), range]),
  )
  const pointsOf = (unit: string) => own.get(codeKey(unit)) ?? byKey.get(codeKey(unit))?.points
  const nodes: Node[] = []
  addNode(structure.root, { nodes, units: byKey, pointsOf }, -1, '')
  const scenarios = waysThrough(nodes, 0, []).map(way => scenarioOf(nodes, way))
  const offered = new Set(nodes.flatMap(node => node.leaves.map(leaf => leaf.key)))
  const whole = scenarios.length < scenarioLimit
  return { structure, nodes, scenarios, whole, units: byKey, pointsOf, offered }
}

const made = new WeakMap<Structure, FormationTree>()

/** The tree of a structure, made when it is first asked for; reference data never change, a newer copy replaces them. */
export function treeOf(structure: Structure, units: readonly Unit[]): FormationTree {
  const known = made.get(structure)
  if (known) return known
  const tree = formationTree(structure, units)
  made.set(structure, tree)
  return tree
}

interface Making {
  readonly nodes: Node[]
  readonly units: ReadonlyMap<string, Unit>
  readonly pointsOf: FormationTree['pointsOf']
}

function addNode(group: Group, making: Making, parent: number, path: string): number {
  const { nodes } = making
  const id = nodes.length
  // Its place is taken before its children's, so that parents stand first.
  nodes.push({ ...emptyNode, id, parent, path })
  const children: number[] = []
  const leaves: Leaf[] = []
  group.members.forEach((member, at) => {
    if (isGroup(member))
      children.push(addNode(member, making, id, path === '' ? String(at) : `${path}/${at}`))
    else leaves.push(leafOf(member, making))
  })
  const [points, count] = [open(group.points), open(group.count)]
  const accepts = group.role === 'open' && group.members.length === 0 ? acceptsOf(group.names) : undefined
  const code = group.competenceArea ?? group.title
  const kind = group.role === 'competenceArea' || group.role === 'title' ? group.role : undefined
  const reach = sumOf(leaves) + greatestOf(nodes, children)
  // Without such a unit the group could not reach its least, whatever else is chosen.
  const needed = (leaf: Leaf) =>
    (leaf.points > 0 && reach - leaf.points < points.min) ||
    (children.length === 0 && leaves.length - 1 < count.min)
  const node: Node = {
    ...{ id, parent, path, points, count, children },
    leaves: leaves.map(leaf => ({ ...leaf, compulsory: leaf.compulsory || needed(leaf) })),
    ...(accepts ? { accepts } : {}),
    ...(kind ? { alternative: { kind, code: code ?? path } } : {}),
    greatest: accepts ? points.max : Math.min(points.max, reach),
  }
  nodes[id] = node
  return id
}

const emptyNode = {
  points: open(undefined),
  count: open(undefined),
  leaves: [],
  children: [],
  greatest: 0,
}

function leafOf(member: { unit: string; compulsory?: boolean }, { units, pointsOf }: Making): Leaf {
  const key = codeKey(member.unit)
  // Every common unit is compulsory by law, also where the file does not mark it so.
  const compulsory = member.compulsory === true || units.get(key)?.kind === 'common'
  return { unit: member.unit, key, points: countedPoints(pointsOf(key)), compulsory }
}

const sumOf = (leaves: readonly Leaf[]) => leaves.reduce((sum, leaf) => sum + leaf.points, 0)

/** Of alternatives the largest, of the others all. */
function greatestOf(nodes: readonly Node[], children: readonly number[]): number {
  const largest = { competenceArea: 0, title: 0 }
  let sum = 0
  for (const id of children) {
    const { alternative, greatest } = nodes[id] ?? { alternative: undefined, greatest: 0 }
    if (alternative) largest[alternative.kind] = Math.max(largest[alternative.kind], greatest)
    else sum += greatest
  }
  return sum + largest.competenceArea + largest.title
}

interface Way {
  readonly nodes: readonly number[]
  readonly chosen: readonly number[]
}

/** Children that belong together: one of several alternatives is taken, everything else always. */
function slotsOf(nodes: readonly Node[], node: Node): number[][] {
  const slots: number[][] = []
  const ofKind = new Map<string, number[]>()
  for (const child of node.children) {
    const kind = nodes[child]?.alternative?.kind
    const slot = kind && ofKind.get(kind)
    if (slot) slot.push(child)
    else {
      const made = [child]
      slots.push(made)
      if (kind) ofKind.set(kind, made)
    }
  }
  return slots
}

function waysThrough(nodes: readonly Node[], id: number, before: readonly number[]): Way[] {
  const node = nodes[id]
  if (!node) return []
  let ways: Way[] = [{ nodes: [id], chosen: [] }]
  for (const slot of slotsOf(nodes, node)) {
    ways = ways
      .flatMap(way => {
        const chosen = [...before, ...way.chosen]
        return optionsOf(nodes, slot, chosen).flatMap(child => {
          const choice = slot.length > 1 ? [child] : []
          return waysThrough(nodes, child, [...chosen, ...choice]).map(more => ({
            nodes: [...way.nodes, ...more.nodes],
            chosen: [...way.chosen, ...choice, ...more.chosen],
          }))
        })
      })
      .slice(0, scenarioLimit)
  }
  return ways
}

/** A competence area that was taken higher up is not chosen again: where it stands in several places it is the same. */
function optionsOf(
  nodes: readonly Node[],
  slot: readonly number[],
  chosen: readonly number[],
): readonly number[] {
  const codes = new Set(chosen.map(id => nodes[id]?.alternative?.code))
  const same = slot.filter(id => codes.has(nodes[id]?.alternative?.code ?? ''))
  return same.length > 0 ? same : slot
}

function scenarioOf(nodes: readonly Node[], way: Way): Scenario {
  const ids = [...way.nodes].sort((a, b) => a - b)
  const places = new Map<string, number[]>()
  const openPlaces: number[] = []
  let compulsory = 0
  for (const id of ids) {
    const node = nodes[id]
    if (node?.accepts) openPlaces.push(id)
    for (const leaf of node?.leaves ?? []) {
      places.set(leaf.key, [...(places.get(leaf.key) ?? []), id])
      if (leaf.compulsory) compulsory += 1
    }
  }
  return { chosen: way.chosen, nodes: ids, places, open: openPlaces, compulsory }
}
