import type { Names } from '../codes/contract.ts'
import type { Organisation, OrganisationName } from './contract.ts'
import { isActive, nameOn } from './rules.ts'
import { type Succession, type Successions, successionsOf } from './rules-successors.ts'

export interface KnownOrganisation extends Organisation {
  readonly vanished: boolean
}

interface Parts {
  readonly revision: number
  readonly organisations: readonly KnownOrganisation[]
  readonly names: readonly (OrganisationName & { readonly oid: string })[]
  readonly successions: readonly (Succession & { readonly source: string })[]
}

export interface Search {
  readonly query?: string
  readonly kind?: string
  readonly active?: boolean
}

/** All organisations at one revision, indexed. It never changes: a newer one replaces it. */
export interface OrganisationIndex {
  readonly revision: number
  readonly all: readonly KnownOrganisation[]
  readonly successions: Successions
  readonly sources: Parts['successions']
  find(oid: string): KnownOrganisation | undefined
  /** Directly below, in order of their names. */
  childrenOf(oid: string): readonly KnownOrganisation[]
  /** From the root down. */
  parentsOf(oid: string): KnownOrganisation[]
  namesOverTime(oid: string): readonly OrganisationName[]
  /** The name on a day; undefined for an organisation that is not known. */
  namesOn(oid: string, date: string): Names | undefined
  /** In order of their names. */
  search(search: Search, today: string): KnownOrganisation[]
}

/** Words as they are compared: small letters, without the marks between them. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(word => word !== '')
}

const nameOf = ({ names, oid }: { names: Names; oid: string }) => names.fi ?? names.sv ?? names.en ?? oid

/** What an organisation is found by, each word after a space. Its business id also without the dash. */
function keysOf(one: KnownOrganisation, names: readonly OrganisationName[]): string {
  const texts = [one.names, ...names.map(name => name.names)].flatMap(Object.values)
  const codes = [one.oid, one.businessId?.replace('-', ''), one.institutionCode, one.siteCode]
  const words = [...texts, one.businessId, ...codes].flatMap(text => (text ? foldWords(text) : []))
  return ` ${[...new Set(words)].join(' ')}`
}

const compare = new Intl.Collator('fi').compare

export function organisationIndex({ names, organisations, revision, successions }: Parts): OrganisationIndex {
  const sorted = organisations
    .map(one => ({ one, name: nameOf(one) }))
    .sort((a, b) => compare(a.name, b.name) || (a.one.oid < b.one.oid ? -1 : 1))
    .map(({ one }) => one)
  const byOid = new Map(sorted.map(one => [one.oid, one]))
  const children = Map.groupBy(sorted, one => one.parentOid ?? '')
  const overTime = Map.groupBy(names, name => name.oid)
  const namesOverTime = (oid: string) => (overTime.get(oid) ?? []).map(({ oid: _oid, ...name }) => name)
  const keyed = sorted.map(one => ({ one, keys: keysOf(one, overTime.get(one.oid) ?? []) }))
  const parentsOf = (oid: string) => {
    const parents: KnownOrganisation[] = []
    for (let at = parentAt(byOid, oid); at && !parents.includes(at); at = parentAt(byOid, at.oid))
      parents.unshift(at)
    return parents
  }
  return {
    revision,
    all: sorted,
    successions: successionsOf(successions),
    sources: successions,
    find: oid => byOid.get(oid),
    childrenOf: oid => children.get(oid) ?? [],
    parentsOf,
    namesOverTime,
    namesOn: (oid, date) => {
      const found = byOid.get(oid)
      return found && nameOn(found.names, overTime.get(oid) ?? [], date)
    },
    search: ({ active, kind, query = '' }, today) => {
      const words = foldWords(query).map(word => ` ${word}`)
      return keyed.flatMap(({ keys, one }) => {
        const fits =
          words.every(word => keys.includes(word)) &&
          (kind === undefined || one.kinds.includes(kind)) &&
          (active === undefined || active === (isActive(one, today) && !one.vanished))
        return fits ? [one] : []
      })
    },
  }
}

function parentAt(byOid: ReadonlyMap<string, KnownOrganisation>, oid: string): KnownOrganisation | undefined {
  const parent = byOid.get(oid)?.parentOid
  return parent === undefined || parent === oid ? undefined : byOid.get(parent)
}
