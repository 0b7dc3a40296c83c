import { type FakeService, found, notFound, partsOf } from './service.ts'
import { isRecord, type Json, type World } from './world.ts'

const nationalRoot = '1.2.246.562.10.00000000001'

const childrenOf = (node: Json): Json[] => {
  const inside = node.children ?? node.organisaatiot
  return Array.isArray(inside) ? inside.filter(isRecord) : []
}

/** An organisation of the tree, wherever it is. */
export function organisationIn(node: Json, oid: string): Json | undefined {
  if (node.oid === oid) return node
  for (const child of childrenOf(node)) {
    const within = organisationIn(child, oid)
    if (within !== undefined) return within
  }
  return undefined
}

/** OIDs of an organisation and of all below it. */
export function oidsBelow(node: Json): string[] {
  return [...(typeof node.oid === 'string' ? [node.oid] : []), ...childrenOf(node).flatMap(oidsBelow)]
}

/** Organisations that never had another name have had theirs from the start. */
function nameOf(node: Json): unknown[] {
  const since =
    typeof node.alkuPvm === 'number' ? new Date(node.alkuPvm).toISOString().slice(0, 10) : '1970-01-01'
  return [{ nimi: node.nimi, alkuPvm: since, version: 0 }]
}

/** Organisaatiopalvelu: open to everybody. */
export function organisaatio({ formerNames, tree }: World): FakeService {
  return {
    name: 'organisaatio',
    prefix: '/organisaatio-service',
    answer({ path }) {
      const [above] = partsOf(path, '/rest/organisaatio/v4/*/jalkelaiset') ?? []
      if (above !== undefined) return above === nationalRoot ? found(tree) : notFound
      const [named] = partsOf(path, '/rest/organisaatio/v2/*/nimet') ?? []
      const [one] = partsOf(path, '/rest/organisaatio/v4/*') ?? []
      if (one === nationalRoot) return found({ oid: nationalRoot, nimi: { fi: 'Opetushallitus' } })
      const node = organisationIn(tree, named ?? one ?? '')
      if (node === undefined) return notFound
      if (named !== undefined) return found(formerNames.get(named) ?? nameOf(node))
      const { children: _, ...alone } = node
      return found(alone)
    },
  }
}
