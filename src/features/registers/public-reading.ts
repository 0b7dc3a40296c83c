import { type Asking, type HttpClient, jsonOf } from '../../platform/http-client/client.ts'
import type { Reply } from '../../platform/http-client/exchange.ts'
import { placeOf } from '../../platform/http-client/failure.ts'
import type { Refusal } from '../imports/contract.ts'
import { FetchFailure } from '../imports/contract-definition.ts'
import type { Connection } from './contract-connection.ts'
import { asFetchFailure, asRefusal } from './public.ts'

/** What every reader of a register is made with. */
export interface ReaderTools {
  readonly http: HttpClient
  /** How long to wait before looking again whether a long query is ready; each look waits a little longer. */
  readonly pollMilliseconds?: number
}

export interface ReadJson {
  readonly bytes: Uint8Array
  readonly value: unknown
}

/** The address of a path below the root of the service. */
export function urlAt({ address }: Pick<Connection, 'address'>, path: string, query?: URLSearchParams): URL {
  const url = new URL(`${address}${path}`)
  if (query !== undefined) url.search = query.toString()
  return url
}

/** Asks for JSON and reads it, so that garbage is noticed where it came from. @throws ServiceFailure */
export async function askJson(
  http: HttpClient,
  url: URL,
  asking: Asking,
): Promise<ReadJson & { readonly reply: Reply }> {
  const reply = await http.ask(url, asking)
  return { reply, bytes: reply.bytes, value: jsonOf(reply, url) }
}

/** Turns what a service did wrong into the reason for which the run stops. */
export async function orStop<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw asFetchFailure(error)
  })
}

/** An answer of JSON that is not of the form it should have. */
export const unknownForm = (url: URL): FetchFailure =>
  new FetchFailure({ pointer: '', code: 'service-unknown-form', params: placeOf(url) })

const failuresInARow = 3
const hopeless = new Set(['service-unauthorized', 'service-private', 'service-no-credentials'])

/**
 * One answer of many that is no good is left out and told; a service that gives none any more has stopped, and so does
 * the run. Failures are counted in a row. That one thing is not there says nothing of the others, once there was any.
 */
export interface Patience {
  /** The answer, or why there is none. @throws FetchFailure when there is no use in going on */
  try<T>(work: () => Promise<T>): Promise<{ readonly value: T } | { readonly refusal: Refusal }>
}

/** `answered`: the service has given something already. */
export function createPatience(answered = false): Patience {
  let [failed, succeeded] = [0, answered]
  return {
    try: async work => {
      try {
        const value = await work()
        failed = 0
        succeeded = true
        return { value }
      } catch (error) {
        const refusal = asRefusal(error)
        if (!succeeded || refusal.code !== 'service-refused') failed += 1
        if (failed >= failuresInARow || hopeless.has(refusal.code)) throw asFetchFailure(error)
        return { refusal }
      }
    },
  }
}
