import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** An object identifier of any kind: organisations have had several. */
export const OrganisationOid = Type.String({ pattern: '^[0-9]+(\\.[0-9]+){2,}$', maxLength: 100 })

/** Codes are those of the national sets, without their versions (`organisaatiotyyppi_02`, `kunta_049`). */
export const Organisation = Type.Object(
  {
    oid: Type.String(),
    parentOid: optional(Type.String()),
    names: Names,
    kinds: Type.Array(Type.String()),
    businessId: optional(Type.String()),
    /** Number of the institution (oppilaitoskoodi), `10054`. */
    institutionCode: optional(Type.String()),
    institutionType: optional(Type.String()),
    siteCode: optional(Type.String()),
    municipality: optional(Type.String()),
    languages: Type.Array(Type.String()),
    validFrom: optional(date),
    validUntil: optional(date),
    /** As the register says it: `AKTIIVINEN`, `PASSIIVINEN`, `SUUNNITELTU`. */
    status: optional(Type.String()),
  },
  closed,
)
export type Organisation = Static<typeof Organisation>

/** A name and the day from which it holds. */
export const OrganisationName = Type.Object(
  {
    startsOn: date,
    names: Names,
    /** Seen to have changed between two imports: it holds from that day at the latest. */
    noticed: optional(Type.Boolean()),
  },
  closed,
)
export type OrganisationName = Static<typeof OrganisationName>

/** Which organisation goes on with the work of another, from which day, and where that was read. */
export const Successor = Type.Object(
  {
    oid: OrganisationOid,
    changesOn: Type.String({ format: 'date' }),
    source: Type.String({ minLength: 1, maxLength: 500 }),
  },
  closed,
)
export type Successor = Static<typeof Successor>

export const Successors = Type.Object({ successors: Type.Array(Successor, { maxItems: 20 }) }, closed)
export type Successors = Static<typeof Successors>

/** As a list shows it. */
export const OrganisationRow = Type.Object(
  {
    oid: Type.String(),
    names: Names,
    kinds: Type.Array(Type.String()),
    businessId: optional(Type.String()),
    institutionCode: optional(Type.String()),
    active: Type.Boolean(),
    /** Whose it is. */
    parent: optional(Type.Object({ oid: Type.String(), names: Names }, closed)),
  },
  closed,
)
export type OrganisationRow = Static<typeof OrganisationRow>

export const OrganisationList = Type.Object(
  {
    items: Type.Array(OrganisationRow),
    /** How many there are in all. */
    total: Type.Integer(),
    /** Where the next page starts. */
    next: optional(Type.Integer()),
  },
  closed,
)
export type OrganisationList = Static<typeof OrganisationList>

/** A node of the tree below an organisation. */
const TreeNode = Type.Object(
  {
    oid: Type.String(),
    names: Names,
    kinds: Type.Array(Type.String()),
    active: Type.Boolean(),
    children: Type.Array(Type.Ref('Node')),
  },
  closed,
)
export const OrganisationTree = Type.Cyclic({ Node: TreeNode }, 'Node')
export type OrganisationTree = Static<typeof OrganisationTree>

export const OrganisationView = Type.Object(
  {
    ...Organisation.properties,
    active: Type.Boolean(),
    /** Codes of its kinds, type, municipality and languages that have names, with them. */
    codeNames: Type.Record(Type.String(), Names),
    /** From the root down; without the organisation itself. */
    parents: Type.Array(Type.Object({ oid: Type.String(), names: Names }, closed)),
    children: Type.Array(OrganisationTree),
    /** Oldest first; the last one that has begun is the present. */
    namesOverTime: Type.Array(OrganisationName),
    successors: Type.Array(Type.Object({ ...Successor.properties, names: Names }, closed)),
    predecessors: Type.Array(Type.Object({ oid: Type.String(), names: Names, changesOn: date }, closed)),
    vanished: optional(Type.Boolean()),
    permittedActions: Type.Array(Type.Enum(['succeed'])),
  },
  closed,
)
export type OrganisationView = Static<typeof OrganisationView>
