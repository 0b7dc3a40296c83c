import { setTimeout as wait } from 'node:timers/promises'
import {
  type Fetch,
  type FetchedDocument,
  type FetchedItem,
  FetchFailure,
} from '../../features/imports/contract-definition.ts'
import type { Connect, Connection, Trial } from '../../features/registers/contract-connection.ts'
import {
  askJson,
  createPatience,
  orStop,
  type Patience,
  type ReaderTools,
  unknownForm,
  urlAt,
} from '../../features/registers/public-reading.ts'
import { type Asking, jsonOf } from '../../platform/http-client/client.ts'
import { placeOf } from '../../platform/http-client/failure.ts'
import { listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'

// The bulk query (massaluovutus) takes one form of education at a time.
const educationForms = ['ammatillinenkoulutus', 'tuva'] as const
// It demands a first day: no study right that is still of use began before.
const firstDay = '1995-01-01'
const studentsInDocument = 100
const askedAtOnce = 4
const hoursAtMost = 6
const hourLong = 3_600_000
const longestPoll = 30_000

/** How far the files of a query have been read. Files are told by their place: their names hold who they are about. */
interface Cursor {
  readonly form: number
  readonly queryId: string
  readonly done: number
  /** Files of the forms of education before this one. */
  readonly found: number
}

const beginning: Cursor = { form: 0, queryId: '', done: 0, found: 0 }

interface Query {
  readonly queryId: string
  readonly status: string
  readonly files: readonly string[]
}

interface Reader extends ReaderTools {
  readonly connection: Connection
  readonly signal: AbortSignal
}

function askingAs({ reach, secret = '', username = '' }: Connection): Asking {
  const authorization = `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`
  return { reach, headers: { authorization } }
}

function queryOf(value: unknown, url: URL): Query {
  const record = recordAt(value)
  const [queryId, status] = [textAt(record?.queryId), textAt(record?.status)]
  if (queryId === undefined || !/^[\w-]{1,100}$/.test(queryId) || status === undefined) throw unknownForm(url)
  // Addresses of files name a host of the service's own choice: only their last step is taken.
  const files = listAt(record?.files).flatMap(file => textAt(file)?.split('/').at(-1) ?? [])
  return { queryId, status, files: files.sort() }
}

async function startQuery({ connection, http }: Reader, form: string): Promise<Query> {
  const url = urlAt(connection, '/api/massaluovutus')
  const question = {
    type: 'organisaationOpiskeluoikeudet',
    format: 'application/json',
    organisaatioOid: connection.organisationOid,
    alkanutAikaisintaan: firstDay,
    koulutusmuoto: form,
  }
  const asking = askingAs(connection)
  const headers = { ...asking.headers, 'content-type': 'application/json' }
  const sent = { ...asking, headers, method: 'POST' as const, body: JSON.stringify(question) }
  return queryOf((await askJson(http, url, sent)).value, url)
}

/** Looks until the query is ready. @throws FetchFailure when it fails there, or takes too long */
async function readyQuery(
  { connection, http, pollMilliseconds = 2_000, signal }: Reader,
  queryId: string,
): Promise<Query> {
  const url = urlAt(connection, `/api/massaluovutus/${encodeURIComponent(queryId)}`)
  const { host } = placeOf(url)
  const until = performance.now() + hoursAtMost * hourLong
  for (let pause = pollMilliseconds; performance.now() < until; pause = Math.min(pause * 1.5, longestPoll)) {
    const query = queryOf((await askJson(http, url, askingAs(connection))).value, url)
    // The service's own documents use both words.
    if (query.status === 'complete' || query.status === 'completed') return query
    if (query.status === 'failed') {
      throw new FetchFailure({ pointer: '', code: 'service-query-failed', params: { host } })
    }
    await wait(pause, undefined, { signal })
  }
  const params = { host, hours: String(hoursAtMost) }
  throw new FetchFailure({ pointer: '', code: 'service-query-late', params })
}

/** One student's answer: bytes of an object of JSON. */
async function studentAt({ connection, http }: Reader, queryId: string, file: string): Promise<Uint8Array> {
  const url = urlAt(
    connection,
    `/api/massaluovutus/${encodeURIComponent(queryId)}/${encodeURIComponent(file)}`,
  )
  // The files stand in a store of another host, to which the service leads.
  const reply = await http.ask(url, { ...askingAs(connection), redirect: 'elsewhere' })
  // Its own name tells whose it is: only the path of the query is ever told.
  const told = urlAt(connection, '/api/massaluovutus')
  if (recordAt(jsonOf(reply, told)) === undefined) throw unknownForm(told)
  return withoutMark(reply.bytes)
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

function listOf(items: readonly Uint8Array[]): Uint8Array {
  const comma = Buffer.from(',')
  const inside = items.flatMap((item, at) => (at === 0 ? [item] : [comma, item]))
  return Buffer.concat([Buffer.from('['), ...inside, Buffer.from(']')])
}

/** The students of one query, a hundred in a document; a student whose answer is no good is told and left out. */
async function* documentsOf(
  reader: Reader,
  patience: Patience,
  query: Query,
  start: Cursor,
): AsyncGenerator<FetchedItem> {
  const form = educationForms[start.form] ?? ''
  for (let done = start.done; done < query.files.length; ) {
    const end = Math.min(done + studentsInDocument, query.files.length)
    const [before, cursor]: Cursor[] = [
      { ...start, done },
      { ...start, done: end },
    ]
    const students: Uint8Array[] = []
    const refused: FetchedDocument[] = []
    const files = query.files.slice(done, end)
    for (let at = 0; at < files.length; at += askedAtOnce) {
      const some = files.slice(at, at + askedAtOnce)
      const reads = await Promise.all(
        some.map(file => patience.try(() => studentAt(reader, query.queryId, file))),
      )
      for (const [next, read] of reads.entries()) {
        const name = `${form}-${done + at + next + 1}.json`
        if ('value' in read) students.push(read.value)
        else refused.push({ name, bytes: new Uint8Array(), cursor: before, refusal: read.refusal })
      }
    }
    // What is missing is told before the place moves on: otherwise a fetch cut short between the two would end as whole.
    yield* refused
    if (students.length === 0) yield { cursor }
    else yield { name: `${form}-${done + 1}-${end}.json`, bytes: listOf(students), cursor }
    done = end
  }
}

function cursorOf(from: unknown): Cursor {
  const record = recordAt(from)
  const numberOf = (key: keyof Cursor) => numberAt(record?.[key]) ?? 0
  const queryId = textAt(record?.queryId) ?? ''
  return { form: numberOf('form'), queryId, done: numberOf('done'), found: numberOf('found') }
}

/** Whether the service no longer has a query, or never will: it keeps the files for three days. */
async function isGone({ connection, http }: Reader, queryId: string): Promise<boolean> {
  const url = urlAt(connection, `/api/massaluovutus/${encodeURIComponent(queryId)}`)
  const reply = await http.ask(url, { ...askingAs(connection), answers: [404] })
  return reply.status === 404 || queryOf(jsonOf(reply, url), url).status === 'failed'
}

/**
 * All study rights of the provider's organisations: one bulk query for each form of education, files as documents. A
 * query is gone on with while the service has it. When one is gone everything is asked for anew: another query may hold
 * other students at the same places.
 */
export function fetchKoski(tools: ReaderTools, connect: Connect): Fetch {
  return async function* ({ providerId, signal }, from) {
    const reader = { ...tools, connection: await connect(providerId, 'koski'), signal }
    const patience = createPatience()
    let at = cursorOf(from)
    if (at.queryId !== '' && (await orStop(isGone(reader, at.queryId)))) {
      at = beginning
      yield { cursor: at, anew: true }
    }
    for (let form = educationForms[at.form]; form !== undefined; form = educationForms[at.form]) {
      if (at.queryId === '') {
        const { queryId } = await orStop(startQuery(reader, form))
        at = { ...at, queryId }
        // It may take hours: whoever goes on looks at the same one.
        yield { cursor: at }
      }
      const query = await orStop(readyQuery(reader, at.queryId))
      yield* documentsOf(reader, patience, query, at)
      at = { form: at.form + 1, queryId: '', done: 0, found: at.found + query.files.length }
    }
    // Believing that would mark all study rights as vanished.
    if (at.found === 0) {
      const { host } = new URL(reader.connection.address)
      throw new FetchFailure({ pointer: '', code: 'service-nothing', params: { host } })
    }
  }
}

/**
 * Asks for a query that cannot be: who may ask is told in the service's own words that there is none, others are
 * refused. Another server, which knows no such path, has other words.
 */
export const tryKoski =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    const url = urlAt(connection, '/api/massaluovutus/00000000-0000-0000-0000-000000000000')
    const reply = await http.ask(url, { ...askingAs(connection), answers: [404] })
    const [error] = listAt(jsonOf(reply, url))
    if (textAt(recordAt(error)?.key)?.startsWith('notFound') !== true) throw unknownForm(url)
  }
