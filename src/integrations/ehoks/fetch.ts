import type { Fetch, FetchedDocument } from '../../features/imports/contract-definition.ts'
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
import { recordAt, textAt } from '../../platform/json/look.ts'
import { createTickets, type Tickets } from './fetch-tickets.ts'

/** OIDs of a provider's study rights in their order, after one of them. */
export type StudyRightOids = (providerId: Uuid, after: string, limit: number) => Promise<readonly string[]>

const prefix = '/api/v1/hoks'
const askedForDocument = 100
const askedAtOnce = 4

/** The HOKS of a study right; undefined when the national service has none. */
async function hoksOf(tickets: Tickets, oid: string): Promise<unknown> {
  const url = urlAt(tickets.connection, `${prefix}/opiskeluoikeus/${encodeURIComponent(oid)}`)
  const reply = await tickets.ask(url, [404])
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

/**
 * The initial load: the HOKS of each study right that is known here, about a hundred in a document, as the national GET
 * gives them. The cursor is the OID of the last study right that was asked for.
 */
export function fetchEhoks({ http }: ReaderTools, connect: Connect, studyRightOids: StudyRightOids): Fetch {
  return async function* ({ providerId }, from) {
    const tickets = createTickets(http, await connect(providerId, 'ehoks'))
    const patience = createPatience()
    await orStop(tickets.renew())
    let after = textAt(from) ?? ''
    for (let number = 1; ; number += 1) {
      const oids = await studyRightOids(providerId, after, askedForDocument)
      after = oids.at(-1) ?? ''
      if (after === '') return
      const { plans, refused } = await askFor(tickets, patience, oids)
      const name = `hoksit-${number}`
      if (plans.length > 0) {
        yield { name: `${name}.json`, bytes: Buffer.from(JSON.stringify(plans)), cursor: after }
      }
      for (const [at, { refusal }] of refused.entries()) {
        yield {
          name: `${name}-${at + 1}.json`,
          bytes: new Uint8Array(),
          cursor: after,
          ...(refusal && { refusal }),
        }
      }
    }
  }
}

/** Fetches a ticket, and asks for the HOKS of a study right that cannot be. */
export const tryEhoks =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    await hoksOf(createTickets(http, connection), '1.2.246.562.15.00000000000')
  }
