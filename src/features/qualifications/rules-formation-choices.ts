import { codeKey } from '../codes/rules.ts'
import type { Formation, Selection } from './contract-formation.ts'
import type { FormationTree, Node, Scenario } from './rules-formation-tree.ts'

export interface WantedWays {
  readonly wanted: readonly Scenario[]
  /** Given choices that the structure has, but that no way has together with the others. */
  readonly outside: Formation['outside']
}

/**
 * The ways that go through the given competence area and title. A choice that the structure lacks says nothing; one that
 * it has elsewhere leaves the ways as they are, and is told.
 */
export function wantedWays(tree: FormationTree, { competenceArea, title }: Selection): WantedWays {
  const outside: Formation['outside'] = []
  let wanted = tree.scenarios
  for (const [kind, code] of [
    ['competenceArea', competenceArea],
    ['title', title],
  ] as const) {
    const known = tree.nodes.filter(node => code !== undefined && isAlternative(node, kind, code))
    const [first] = known
    if (!first?.alternative) continue
    const ids = new Set(known.map(node => node.id))
    const through = wanted.filter(({ nodes }) => nodes.some(id => ids.has(id)))
    if (through.length > 0) wanted = through
    // Of more ways than are kept the one that has both may be among the others.
    else if (tree.whole) outside.push({ kind, code: first.alternative.code })
  }
  return { wanted, outside }
}

function isAlternative({ alternative }: Node, kind: string, code: string): boolean {
  if (alternative?.kind !== kind) return false
  const own = codeKey(alternative.code)
  // A study register gives the bare value, requirements the whole uri.
  return own === codeKey(code) || own.slice(own.indexOf('_') + 1) === codeKey(code)
}
