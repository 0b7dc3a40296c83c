import { setTimeout as wait } from 'node:timers/promises'
import { readJson } from '../json/strict.ts'
import type { Reach } from './address.ts'
import { exchange, type Limits, type Method, type Reply } from './exchange.ts'
import { placeOf, ServiceFailure } from './failure.ts'

/** One question to a service. */
export interface Asking {
  readonly method?: Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly reach: Reach
  /** Statuses beside 2xx that are answers and no failures, such as 404 where nothing is known. */
  readonly answers?: readonly number[]
  /** Follows a redirect to another host too, as file stores are reached: without the headers given here. */
  readonly redirect?: 'elsewhere'
}

export interface HttpClient {
  /** No single attempt takes longer. */
  readonly wholeMilliseconds: number
  /** The whole answer. @throws ServiceFailure after all attempts. */
  ask(url: URL, asking: Asking): Promise<Reply>
}

export interface ClientOptions {
  /** How we name ourselves to every national service. */
  readonly callerId: string
  readonly limits?: Partial<Limits>
  /** How often a passing failure is tried again, and after how long the first time; each pause is twice the last. */
  readonly attempts?: number
  readonly pauseMilliseconds?: number
}

const usualLimits: Limits = { connectMilliseconds: 10_000, wholeMilliseconds: 120_000, bytes: 200_000_000 }
const longestPause = 60_000
const redirectsFollowed = 3

/** Asks services over HTTP: in our name, within limits, again when it may help. */
export function createHttpClient(options: ClientOptions): HttpClient {
  const limits = { ...usualLimits, ...options.limits }
  const { attempts = 4, pauseMilliseconds = 1_000 } = options
  const once = async (url: URL, asking: Asking, hops = 0): Promise<Reply> => {
    const question = { method: asking.method ?? 'GET', url, body: asking.body, reach: asking.reach }
    const own = { 'caller-id': options.callerId, accept: 'application/json', 'accept-encoding': 'gzip' }
    const reply = await exchange({ ...question, headers: { ...own, ...asking.headers } }, limits)
    const target = redirectOf(reply, url)
    if (target === undefined) return judged(reply, url, asking)
    const { headers: _credentials, ...bare } = asking
    const near = target.origin === url.origin
    const allowed = near || (asking.redirect === 'elsewhere' && secured(target, url))
    if (hops >= redirectsFollowed || question.method !== 'GET' || !allowed) {
      throw new ServiceFailure('service-redirect', { ...placeOf(url), to: target.host })
    }
    return once(target, near ? asking : bare, hops + 1)
  }
  return {
    wholeMilliseconds: limits.wholeMilliseconds,
    ask: async (url, asking) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(url, asking)
        } catch (error) {
          if (!(error instanceof ServiceFailure) || !error.passing || attempt >= attempts) throw error
          const pause = error.retryAfterMilliseconds ?? pauseMilliseconds * 2 ** (attempt - 1)
          await wait(Math.min(pause, longestPause))
        }
      }
    },
  }
}

const secured = (target: URL, from: URL): boolean =>
  target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:')

function redirectOf({ headers, status }: Reply, url: URL): URL | undefined {
  if (status < 301 || status > 308 || status === 304 || headers.location === undefined) return undefined
  return URL.canParse(headers.location, url.href) ? new URL(headers.location, url.href) : undefined
}

function judged(reply: Reply, url: URL, { answers = [] }: Asking): Reply {
  const { status } = reply
  if ((status >= 200 && status < 300) || answers.includes(status)) return reply
  const place = { ...placeOf(url), status: String(status) }
  if (status === 401 || status === 403) throw new ServiceFailure('service-unauthorized', place)
  if (status !== 429 && status < 500) throw new ServiceFailure('service-refused', place)
  const retryAfterMilliseconds = retryAfterOf(reply.headers['retry-after'])
  throw new ServiceFailure('service-failed', place, { passing: true, retryAfterMilliseconds })
}

/** Seconds, or the day and time. */
function retryAfterOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1_000
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

/** The JSON of an answer, read strictly. @throws ServiceFailure service-not-json */
export function jsonOf(reply: Reply, url: URL): unknown {
  const reading = readJson(reply.bytes)
  if (reading.ok) return reading.value
  throw new ServiceFailure('service-not-json', placeOf(url))
}
