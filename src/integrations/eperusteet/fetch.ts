import type { Fetch } from '../../features/imports/contract-definition.ts'
import type { Connect, Connection, Trial } from '../../features/registers/contract-connection.ts'
import {
  askJson,
  createPatience,
  orStop,
  type ReaderTools,
  unknownForm,
  urlAt,
} from '../../features/registers/public-reading.ts'
import type { HttpClient } from '../../platform/http-client/client.ts'
import { listAt, numberAt, recordAt } from '../../platform/json/look.ts'

// Initial, further and specialist qualifications, VALMA, TELMA and TUVA.
const educationTypes = [1, 11, 12, 5, 18, 40].map(number => `koulutustyyppi_${number}`)
const pageSize = 100
// Of the kinds above there are some hundreds: a listing that never ends is no listing.
const pagesAtMost = 100

function pageUrl(connection: Connection, page: number, size: number): URL {
  const query = new URLSearchParams(educationTypes.map(type => ['koulutustyyppi', type]))
  for (const kind of ['tulevat', 'voimassa', 'siirtyma']) query.set(kind, 'true')
  query.set('poistuneet', 'false')
  query.set('sivu', String(page))
  query.set('sivukoko', String(size))
  return urlAt(connection, '/api/external/perusteet', query)
}

async function pageOf(http: HttpClient, connection: Connection, page: number, size: number) {
  const url = pageUrl(connection, page, size)
  const { value } = await askJson(http, url, { reach: connection.reach })
  const record = recordAt(value)
  const pages = numberAt(record?.sivuja)
  if (!Array.isArray(record?.data) || pages === undefined) throw unknownForm(url)
  return { pages, ids: listAt(record.data).flatMap(item => numberAt(recordAt(item)?.id) ?? []) }
}

/** Ids of all qualifications that are, will be or may still be studied by, in their order. */
async function allIds(http: HttpClient, connection: Connection): Promise<number[]> {
  const ids = new Set<number>()
  for (let page = 0, pages = 1; page < pages; page += 1) {
    if (page >= pagesAtMost) throw unknownForm(pageUrl(connection, page, pageSize))
    const answer = await pageOf(http, connection, page, pageSize)
    pages = answer.pages
    for (const id of answer.ids) if (Number.isSafeInteger(id) && id > 0) ids.add(id)
  }
  return [...ids].sort((a, b) => a - b)
}

/** Each qualification is a document, in the order of ids; the cursor is the id of the last one. */
export function fetchEperusteet({ http }: ReaderTools, connect: Connect): Fetch {
  return async function* ({ providerId }, from) {
    const connection = await connect(providerId, 'eperusteet')
    const ids = await orStop(allIds(http, connection))
    const patience = createPatience()
    for (const id of ids.filter(one => one > (numberAt(from) ?? 0))) {
      const url = urlAt(connection, `/api/external/peruste/${id}`)
      const read = await patience.try(() => askJson(http, url, { reach: connection.reach }))
      const document = { name: `peruste-${id}.json`, cursor: id }
      yield 'value' in read
        ? { ...document, bytes: read.value.bytes }
        : { ...document, bytes: new Uint8Array(), refusal: read.refusal }
    }
  }
}

export const tryEperusteet =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    await pageOf(http, connection, 0, 1)
  }
