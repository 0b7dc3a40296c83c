import type { Names } from '../codes/contract.ts'
import type { OrganisationRow, OrganisationTree, OrganisationView } from './contract.ts'
import { isActive } from './rules.ts'
import type { KnownOrganisation, OrganisationIndex } from './rules-index.ts'

const isAtWork = (one: KnownOrganisation, today: string) => !one.vanished && isActive(one, today)

const named = ({ names, oid }: KnownOrganisation) => ({ oid, names })

export function rowOf(index: OrganisationIndex, one: KnownOrganisation, today: string): OrganisationRow {
  const parent = one.parentOid === undefined ? undefined : index.find(one.parentOid)
  const { businessId, institutionCode } = one
  return {
    ...named(one),
    kinds: one.kinds,
    ...(businessId === undefined ? {} : { businessId }),
    ...(institutionCode === undefined ? {} : { institutionCode }),
    active: isAtWork(one, today),
    ...(parent ? { parent: named(parent) } : {}),
  }
}

/** The tree below; an organisation that has been met above is not entered again. */
function treeBelow(
  index: OrganisationIndex,
  oid: string,
  today: string,
  above: readonly string[] = [],
): OrganisationTree[] {
  const path = [...above, oid]
  return index
    .childrenOf(oid)
    .filter(child => !path.includes(child.oid))
    .map(child => ({
      ...named(child),
      kinds: child.kinds,
      active: isAtWork(child, today),
      children: treeBelow(index, child.oid, today, path),
    }))
}

interface Viewing {
  readonly today: string
  readonly nameOfCode: (code: string) => Names | undefined
  readonly permittedActions: OrganisationView['permittedActions']
}

export function viewOf(
  index: OrganisationIndex,
  { vanished, ...one }: KnownOrganisation,
  { nameOfCode, permittedActions, today }: Viewing,
): OrganisationView {
  const { oid } = one
  const codes = [...one.kinds, ...one.languages, one.institutionType, one.municipality]
  const codeNames = codes.flatMap(code => {
    const names = code === undefined ? undefined : nameOfCode(code)
    return code !== undefined && names && Object.keys(names).length > 0 ? [[code, names] as const] : []
  })
  const follows = index.sources.filter(row => row.oid === oid)
  const before = index.sources.filter(row => row.successorOid === oid)
  return {
    ...one,
    active: isAtWork({ ...one, vanished }, today),
    codeNames: Object.fromEntries(codeNames),
    parents: index.parentsOf(oid).map(named),
    children: treeBelow(index, oid, today),
    namesOverTime: [...index.namesOverTime(oid)],
    successors: follows.map(row => ({
      oid: row.successorOid,
      changesOn: row.changesOn,
      source: row.source,
      names: index.find(row.successorOid)?.names ?? {},
    })),
    predecessors: before.map(row => ({
      oid: row.oid,
      changesOn: row.changesOn,
      names: index.find(row.oid)?.names ?? {},
    })),
    ...(vanished ? { vanished } : {}),
    permittedActions,
  }
}
