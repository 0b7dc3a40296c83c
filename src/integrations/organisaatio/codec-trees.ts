import { cyclesOf } from '../../features/codes/rules-cycles.ts'
import type { Refusal } from '../../features/imports/contract.ts'
import type { Organisation, OrganisationName } from '../../features/organisations/contract.ts'

/** An organisation of the file with its place. */
export interface Placed {
  readonly organisation: Organisation
  readonly pointer: string
  /** Inside another one: only at the top may a parent be one that the file does not have. */
  readonly nested: boolean
  readonly names?: readonly OrganisationName[]
}

const parentOf = ({ organisation }: Placed) => organisation.parentOid

/**
 * Puts the organisations of a file into trees. Told twice, in a circle of parents, or below one that is not there: such
 * a record is refused, and with it what hangs on it.
 */
export function treesOf(all: readonly Placed[], refused: Refusal[]) {
  const byOid = new Map<string, Placed>()
  const refusedOids = new Set<string>()
  for (const one of all) {
    const { oid } = one.organisation
    if (byOid.has(oid)) refused.push({ pointer: one.pointer, code: 'same-oid', params: { oid } })
    else byOid.set(oid, one)
  }
  const refuse = ({ organisation, pointer }: Placed, code: string, params: Record<string, string>) => {
    refusedOids.add(organisation.oid)
    refused.push({ pointer, code, params })
  }
  for (const cycle of cyclesOf(parentEdges(byOid))) {
    const oids = cycle.slice(0, 6).join(', ')
    for (const oid of cycle) {
      const one = byOid.get(oid)
      if (one) refuse(one, 'parent-cycle', { oid, oids })
    }
  }
  const children = Map.groupBy(byOid.values(), one => parentOf(one) ?? '')
  const isRoot = (one: Placed) => {
    const parent = parentOf(one)
    return !one.nested && (parent === undefined || !byOid.has(parent))
  }
  const roots = [...byOid.values()].filter(isRoot)
  const trees = roots.map(root => treeFrom(root, children))
  const reached = new Set(trees.flatMap(tree => tree.organisations.map(one => one.oid)))
  for (const one of byOid.values()) {
    const { oid, parentOid = '' } = one.organisation
    if (!reached.has(oid) && !refusedOids.has(oid)) refuse(one, 'no-parent', { oid, parent: parentOid })
  }
  return { trees, refusedOids: [...refusedOids] }
}

function parentEdges(byOid: ReadonlyMap<string, Placed>): Map<string, string[]> {
  return new Map(
    [...byOid].map(([oid, one]) => {
      const parent = parentOf(one)
      return [oid, parent !== undefined && byOid.has(parent) ? [parent] : []]
    }),
  )
}

/** A root is in no circle, and each organisation has one parent: so this ends. */
function treeFrom(root: Placed, children: ReadonlyMap<string, readonly Placed[]>) {
  const found: Placed[] = []
  const waiting = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    waiting.push(...(children.get(next.organisation.oid) ?? []).toReversed())
  }
  return {
    root: root.organisation.oid,
    pointer: root.pointer,
    organisations: found.map(one => one.organisation),
    names: found.flatMap(one => (one.names ? [{ oid: one.organisation.oid, names: one.names }] : [])),
  }
}
