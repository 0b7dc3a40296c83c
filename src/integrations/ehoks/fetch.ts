import type { Fetch, FetchedDocument, FetchedItem } from '../../features/imports/contract-definition.ts'
import type { Connect, Trial } from '../../features/registers/contract-connection.ts'
import {
  createPatience,
  orStop,
  type Patience,
  type ReaderTools,
  unknownForm,
  urlAt,
} from '../../features/registers/public-reading.ts'
import { jsonOf } from '../../platform/http-client/client.ts'
import type { Uuid } from '../../platform/ids.ts'
import { numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { createTickets, type Tickets } from './fetch-tickets.ts'

/** OIDs of a provider's study rights in their order, after one of them. */
export type StudyRightOids = (providerId: Uuid, after: string, limit: number) => Promise<readonly string[]>

const prefix = '/api/v1/hoks'
const askedForDocument = 100
const askedAtOnce = 4

/** The HOKS of a study right; undefined when the national service has none. */
async function hoksOf(tickets: Tickets, oid: string): Promise<unknown> {
  const url = urlAt(tickets.connection, `${prefix}/opiskeluoikeus/${encodeURIComponent(oid)}`)
  const reply = await tickets.ask(url, { answers: [404] })
  if (reply.status === 404) return undefined
  const data = recordAt(recordAt(jsonOf(reply, url))?.data)
  if (data === undefined) throw unknownForm(url)
  return data
}

interface Asked {
  readonly plans: readonly unknown[]
  readonly refused: readonly Pick<FetchedDocument, 'refusal'>[]
}

async function askFor(tickets: Tickets, patience: Patience, oids: readonly string[]): Promise<Asked> {
  const plans: unknown[] = []
  const refused: Pick<FetchedDocument, 'refusal'>[] = []
  for (let at = 0; at < oids.length; at += askedAtOnce) {
    const some = oids.slice(at, at + askedAtOnce)
    const reads = await Promise.all(some.map(oid => patience.try(() => hoksOf(tickets, oid))))
    for (const read of reads) {
      if (!('value' in read)) refused.push({ refusal: read.refusal })
      else if (read.value !== undefined) plans.push(read.value)
    }
  }
  return { plans, refused }
}

/** The last study right that was asked for, and how many documents there were by then. */
interface Cursor {
  readonly after: string
  readonly number: number
}

function cursorOf(from: unknown): Cursor {
  const record = recordAt(from)
  return { after: textAt(record?.after) ?? '', number: numberAt(record?.number) ?? 0 }
}

/** What is missing is told before the place moves on: a fetch cut short between the two tells it again. */
function* itemsOf({ plans, refused }: Asked, before: Cursor, cursor: Cursor): Generator<FetchedItem> {
  const name = `hoksit-${cursor.number}`
  for (const [at, { refusal }] of refused.entries()) {
    const document = { name: `${name}-${at + 1}.json`, bytes: new Uint8Array(), cursor: before }
    yield { ...document, ...(refusal && { refusal }) }
  }
  if (plans.length === 0) yield { cursor }
  else yield { name: `${name}.json`, bytes: Buffer.from(JSON.stringify(plans)), cursor }
}

/**
 * The initial load: the HOKS of each study right that is known here, about a hundred in a document, as the national GET
 * gives them.
 */
export function fetchEhoks({ http }: ReaderTools, connect: Connect, studyRightOids: StudyRightOids): Fetch {
  return async function* ({ providerId }, from) {
    const tickets = createTickets(http, await connect(providerId, 'ehoks'))
    const patience = createPatience()
    await orStop(tickets.renew())
    for (let at = cursorOf(from); ; ) {
      const oids = await studyRightOids(providerId, at.after, askedForDocument)
      const after = oids.at(-1)
      if (after === undefined) return
      const next = { after, number: at.number + 1 }
      yield* itemsOf(await askFor(tickets, patience, oids), at, next)
      at = next
    }
  }
}

/** Fetches a ticket, and asks for the HOKS of a study right that cannot be. */
export const tryEhoks =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    await hoksOf(createTickets(http, connection), '1.2.246.562.15.00000000000')
  }
