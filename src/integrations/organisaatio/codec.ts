import type { Reading, Refusal } from '../../features/imports/contract.ts'
import type { Organisation, OrganisationName } from '../../features/organisations/contract.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { type Placed, treesOf } from './codec-trees.ts'
import { codeAt, codesAt, dayAt, namedDays, namesAt, oidAt } from './codec-values.ts'

/** An organisation at the top of the file with all that is below it. What the register has below it is in the file. */
export interface OrganisationTreeRead {
  readonly root: string
  readonly pointer: string
  readonly organisations: readonly Organisation[]
  /** Names over time, of those organisations of which the file tells them. */
  readonly names: readonly { readonly oid: string; readonly names: readonly OrganisationName[] }[]
}

export interface HierarchyRead {
  readonly trees: readonly OrganisationTreeRead[]
  /** OIDs of records that were refused: the register has them, so what is known of them stays. */
  readonly refusedOids: readonly string[]
  /** False when a record does not tell which organisation it is: then nothing can be said to have vanished. */
  readonly complete: boolean
}

function organisationOf(oid: string, record: JsonRecord): Organisation {
  const members = {
    businessId: textAt(record.ytunnus),
    institutionCode: textAt(record.oppilaitosKoodi),
    institutionType: codeAt(record.oppilaitostyyppi),
    siteCode: textAt(record.toimipistekoodi),
    municipality: codeAt(record.kotipaikkaUri),
    validFrom: dayAt(record.alkuPvm),
    validUntil: dayAt(record.lakkautusPvm),
    status: textAt(record.status),
  }
  const told = Object.entries(members).filter(([, value]) => value !== undefined)
  return {
    oid,
    names: namesAt(record.nimi),
    kinds: codesAt(record.organisaatiotyypit ?? record.tyypit),
    languages: codesAt(record.kieletUris),
    ...Object.fromEntries(told),
  }
}

interface Waiting {
  readonly item: unknown
  readonly pointer: string
  readonly nested: boolean
  /** The organisation around it: its parent unless it tells another. */
  readonly around?: string
}

/** Every node of the hierarchy in the order of the file, each with its place. */
function placed(roots: readonly unknown[], refused: Refusal[]): Placed[] {
  const found: Placed[] = []
  const waiting: Waiting[] = roots
    .map((item, index) => ({ item, pointer: `/organisaatiot/${index}`, nested: false }))
    .reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const record = recordAt(next.item)
    const oid = oidAt(record?.oid)
    if (record === undefined || oid === undefined) refused.push({ pointer: next.pointer, code: 'no-oid' })
    else found.push(placedAt(oid, record, next, refused))
    waiting.push(...insideOf(record, next.pointer, oid).reverse())
  }
  return found
}

function placedAt(
  oid: string,
  record: JsonRecord,
  { around, nested, pointer }: Waiting,
  refused: Refusal[],
): Placed {
  const parentOid = textAt(record.parentOid) ?? around
  const told = parentOid === undefined ? {} : { parentOid }
  const names = Array.isArray(record.nimet)
    ? { names: namedDays(record.nimet, `${pointer}/nimet`, refused) }
    : {}
  return { organisation: { ...organisationOf(oid, record), ...told }, pointer, nested, ...names }
}

function insideOf(record: JsonRecord | undefined, pointer: string, oid: string | undefined): Waiting[] {
  return listAt(record?.children).map((item, index) => ({
    item,
    pointer: `${pointer}/children/${index}`,
    nested: true,
    ...(oid === undefined ? {} : { around: oid }),
  }))
}

/** The hierarchy as the register answers it (`/organisaatio/v4/{oid}/jalkelaiset`). */
export function readHierarchy(json: unknown): Reading<HierarchyRead> {
  const roots = recordAt(json)?.organisaatiot
  if (!Array.isArray(roots)) return { ok: false, refusal: { pointer: '', code: 'not-organisations' } }
  const refused: Refusal[] = []
  const { trees, refusedOids } = treesOf(placed(roots, refused), refused)
  if (trees.length === 0)
    return { ok: false, refusal: { pointer: '/organisaatiot', code: 'no-organisations' } }
  const complete = !refused.some(refusal => refusal.code === 'no-oid')
  return { ok: true, value: { trees, refusedOids, complete }, refused }
}
