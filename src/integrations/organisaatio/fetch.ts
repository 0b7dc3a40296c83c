import type { Fetch } from '../../features/imports/contract-definition.ts'
import type { Connect, Connection, Trial } from '../../features/registers/contract-connection.ts'
import {
  askJson,
  createPatience,
  orStop,
  type ReaderTools,
  type ReadJson,
  unknownForm,
  urlAt,
} from '../../features/registers/public-reading.ts'
import type { HttpClient } from '../../platform/http-client/client.ts'
import { listAt, recordAt, textAt } from '../../platform/json/look.ts'

/** The national root: all organisations are below it. */
const nationalRoot = '1.2.246.562.10.00000000001'
// Former names are asked one organisation at a time: only those of the providers here, and so many at the most.
const namesAtMost = 1_000

/** OIDs of the providers that work here. */
export type ProviderOids = () => Promise<readonly string[]>

async function treeOf(http: HttpClient, connection: Connection): Promise<ReadJson> {
  const url = urlAt(connection, `/rest/organisaatio/v4/${nationalRoot}/jalkelaiset`)
  const read = await askJson(http, url, { reach: connection.reach })
  if (!Array.isArray(recordAt(read.value)?.organisaatiot)) throw unknownForm(url)
  return read
}

/** OIDs of the wanted organisations and of everything below them, in their order. */
function oidsBelow(tree: unknown, wanted: ReadonlySet<string>): string[] {
  const found: string[] = []
  const waiting = listAt(recordAt(tree)?.organisaatiot).map(node => ({ node, inside: false }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const record = recordAt(next.node)
    const oid = textAt(record?.oid)
    const inside = next.inside || (oid !== undefined && wanted.has(oid))
    if (inside && oid !== undefined) found.push(oid)
    for (const node of listAt(record?.children)) waiting.push({ node, inside })
  }
  return found.sort().slice(0, namesAtMost)
}

/** The names of one organisation over time. The answer does not say whose they are, so the document does. */
async function namesOf(http: HttpClient, connection: Connection, oid: string): Promise<Uint8Array> {
  const url = urlAt(connection, `/rest/organisaatio/v2/${encodeURIComponent(oid)}/nimet`)
  const { value } = await askJson(http, url, { reach: connection.reach })
  if (!Array.isArray(value)) throw unknownForm(url)
  return Buffer.from(JSON.stringify({ oid, nimet: value }))
}

/** The whole tree is one document; after it the names over time of each organisation of the providers here. */
export function fetchOrganisaatio(
  { http }: ReaderTools,
  connect: Connect,
  providerOids: ProviderOids,
): Fetch {
  return async function* ({ providerId }, from) {
    const connection = await connect(providerId, 'organisaatio')
    const tree = await orStop(treeOf(http, connection))
    const done = textAt(from)
    // After a restart the tree is there already; it is asked again only to know which names are still missing.
    if (done === undefined) yield { name: 'jalkelaiset.json', bytes: tree.bytes, cursor: nationalRoot }
    const patience = createPatience()
    const missing = oidsBelow(tree.value, new Set(await providerOids()))
    for (const oid of missing.filter(one => done === undefined || done === nationalRoot || one > done)) {
      const read = await patience.try(() => namesOf(http, connection, oid))
      const document = { name: `nimet-${oid}.json`, cursor: oid }
      yield 'value' in read
        ? { ...document, bytes: read.value }
        : { ...document, bytes: new Uint8Array(), refusal: read.refusal }
    }
  }
}

export const tryOrganisaatio =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    const url = urlAt(connection, `/rest/organisaatio/v4/${nationalRoot}`)
    const { value } = await askJson(http, url, { reach: connection.reach })
    if (textAt(recordAt(value)?.oid) === undefined) throw unknownForm(url)
  }
