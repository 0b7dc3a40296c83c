import type { Completion } from './contract-formation.ts'
import type { Item, Placing } from './rules-formation-search.ts'
import { type FormationTree, type Node, setOf } from './rules-formation-tree.ts'

/** What judging one selection goes by. */
export interface Judged {
  readonly tree: FormationTree
  readonly best: Placing
  readonly items: readonly Item[]
  /** Sets of alternatives of which none is chosen yet. */
  readonly openSets: ReadonlySet<string>
}

interface Context extends Judged {
  readonly chosenUnits: ReadonlySet<string | undefined>
  readonly found: Completion[]
  /** What the suggestions so far would bring, by group. */
  readonly added: Map<number, number>
}

/**
 * The smallest sensible things to add: the units that cannot be done without, then points or units from the innermost
 * group that lacks them. What completes a group is not asked again by the group around it.
 */
export function completionOf(judged: Judged): Completion[] {
  const { best, items } = judged
  const chosenUnits = new Set(items.filter(item => best.placed.has(item.key)).map(item => item.unit))
  const context = { ...judged, chosenUnits, found: [], added: new Map() }
  complete(context, 0)
  return context.found
}

interface Added {
  readonly points: number
  readonly members: number
}

/** Adds what the group and those in it need, and tells how much that would bring to it. */
function complete(context: Context, id: number): Added {
  const node = context.tree.nodes[id]
  if (!node) return { points: 0, members: 0 }
  const { best } = context
  const used = (best.totals.size[id] ?? 0) > 0
  if (node.accepts && !used) return { points: 0, members: 0 }
  const inside = insideOf(context, node)
  const units = node.leaves.filter(leaf => leaf.compulsory && !context.chosenUnits.has(leaf.key))
  if (units.length > 0) context.found.push({ path: node.path, units: units.map(leaf => leaf.unit) })
  const unitPoints = units.reduce((sum, leaf) => sum + leaf.points, 0)
  const points = node.points.min - ((best.totals.points[id] ?? 0) + inside.points + unitPoints)
  const count = node.count.min - ((best.totals.count[id] ?? 0) + inside.members + units.length)
  const more = {
    ...(points > 1e-6 && !inside.choiceOpen ? { points } : {}),
    ...(count > 0 ? { count } : {}),
  }
  if (Object.keys(more).length > 0) suggest(context, growing(context, node), more)
  const brought = inside.points + unitPoints + Math.max(0, points)
  context.added.set(id, brought)
  return {
    points: brought,
    members: !used && (units.length > 0 || points > 0 || count > 0) ? 1 : 0,
  }
}

/** More of what was already asked of the group is asked together. */
function suggest(
  { found, added }: Context,
  { id, path }: Node,
  more: { points?: number; count?: number },
): void {
  const at = found.findIndex(one => one.path === path && (one.points ?? one.count) !== undefined)
  const before = found[at]
  const both = (key: 'points' | 'count') => {
    const sum = (before?.[key] ?? 0) + (more[key] ?? 0)
    return sum > 0 ? { [key]: sum } : {}
  }
  found.splice(at < 0 ? found.length : at, before ? 1 : 0, { path, ...both('points'), ...both('count') })
  added.set(id, (added.get(id) ?? 0) + (more.points ?? 0))
}

function insideOf(context: Context, node: Node): Added & { readonly choiceOpen: boolean } {
  const { best, openSets, tree } = context
  const inScenario = new Set(best.scenario.nodes)
  let [points, members, choiceOpen] = [0, 0, false]
  for (const child of node.children.filter(one => inScenario.has(one))) {
    const group = tree.nodes[child]
    if (group?.alternative && openSets.has(setOf(group))) {
      context.found.push({ path: node.path, choose: group.alternative.kind })
      choiceOpen = true
      continue
    }
    const added = complete(context, child)
    points += added.points
    members += added.members
  }
  return { points, members, choiceOpen }
}

/** The innermost group from which the points can only come. */
function growing(context: Context, node: Node): Node {
  const { best, chosenUnits, tree } = context
  if (node.leaves.some(leaf => !chosenUnits.has(leaf.key) && leaf.points > 0 && !leaf.compulsory)) return node
  const inScenario = new Set(best.scenario.nodes)
  const able = node.children.flatMap(child => {
    const group = tree.nodes[child]
    const roomLeft =
      group && (best.totals.points[child] ?? 0) + (context.added.get(child) ?? 0) < group.greatest
    return group && inScenario.has(child) && roomLeft ? [group] : []
  })
  const [only, ...others] = able
  return only && others.length === 0 && !only.alternative ? growing(context, only) : node
}
