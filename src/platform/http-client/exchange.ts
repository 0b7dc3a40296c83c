import { type LookupAddress, lookup } from 'node:dns'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createGunzip } from 'node:zlib'
import { hostOf, mayReach, type Reach } from './address.ts'
import { placeOf, ServiceFailure } from './failure.ts'

export interface Limits {
  readonly connectMilliseconds: number
  readonly wholeMilliseconds: number
  readonly bytes: number
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'

export interface Question {
  readonly method: Method
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly reach: Reach
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly bytes: Uint8Array
}

class PrivateHost extends Error {}

/** Looks a name up and leaves out what may not be reached: the address that was checked is the one connected to. */
function guardedLookup(reach: Reach): LookupFunction {
  return (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return answer(error, '', 4)
      const good = found.filter(({ address }) => mayReach(address, reach))
      const [first] = good
      if (first === undefined) return answer(new PrivateHost(host), '', 4)
      return options.all ? answer(null, good) : answer(null, first.address, first.family)
    })
  }
}

const reaches: readonly Reach[] = ['public', 'any', 'loopback']
// Many providers speak to one national host at once; how many questions one of them has under way is its sender's to say.
const options = { keepAlive: true, maxSockets: 64 } as const
const agents = Object.fromEntries(
  reaches.map(reach => {
    const guarded = { ...options, lookup: guardedLookup(reach) }
    return [reach, { http: new HttpAgent(guarded), https: new HttpsAgent(guarded) }]
  }),
) as Record<Reach, { http: HttpAgent; https: HttpsAgent }>

/** One question and its whole answer, within limits. Redirects are answers. @throws ServiceFailure */
export async function exchange(question: Question, limits: Limits): Promise<Reply> {
  const { url, reach } = question
  const place = placeOf(url)
  const host = hostOf(url)
  if (isIP(host) !== 0 && !mayReach(host, reach))
    throw new ServiceFailure('service-private', { host: url.host })
  const late = AbortSignal.timeout(limits.wholeMilliseconds)
  try {
    const message = await firstAnswer(question, limits, late)
    const bytes = await wholeBody(message, limits.bytes, place, late)
    return { status: message.statusCode ?? 0, headers: message.headers, bytes }
  } catch (error) {
    if (error instanceof ServiceFailure) throw error
    if (error instanceof PrivateHost) throw new ServiceFailure('service-private', { host: url.host })
    if (late.aborted) throw tooSlow(place, limits.wholeMilliseconds)
    throw new ServiceFailure('service-away', place, { passing: true, cause: error })
  }
}

const tooSlow = (place: Readonly<Record<string, string>>, milliseconds: number): ServiceFailure =>
  new ServiceFailure(
    'service-slow',
    { ...place, seconds: String(Math.ceil(milliseconds / 1000)) },
    { passing: true },
  )

function firstAnswer(question: Question, limits: Limits, late: AbortSignal): Promise<IncomingMessage> {
  const { url, method, headers, body, reach } = question
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const secure = url.protocol === 'https:'
  const send = secure ? requestHttps : requestHttp
  const agent = secure ? agents[reach].https : agents[reach].http
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const request = send(url, { method, agent, signal: late, headers: { ...headers, ...length } }, resolve)
  request.on('error', reject)
  request.on('socket', socket => {
    if (!socket.connecting) return
    const timer = setTimeout(
      () => request.destroy(tooSlow(placeOf(url), limits.connectMilliseconds)),
      limits.connectMilliseconds,
    )
    const stop = () => clearTimeout(timer)
    socket.once(secure ? 'secureConnect' : 'connect', stop).once('close', stop)
  })
  request.end(body)
  return promise
}

/** Node tells an answer that ended before its announced length, or before its last chunk, as an error. */
async function wholeBody(
  message: IncomingMessage,
  limit: number,
  place: Readonly<Record<string, string>>,
  late: AbortSignal,
): Promise<Uint8Array> {
  const packed = message.headers['content-encoding'] === 'gzip'
  const stream = packed ? message.pipe(createGunzip()) : message
  // pipe() hands over no errors: without this a packed answer that is cut would wait for ever.
  if (packed) message.on('error', error => stream.destroy(error))
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      size += piece.length
      if (size > limit) {
        throw new ServiceFailure('service-too-large', {
          ...place,
          limit: String(Math.floor(limit / 1_000_000)),
        })
      }
      pieces.push(piece)
    }
  } catch (error) {
    message.destroy()
    if (error instanceof ServiceFailure || late.aborted) throw error
    throw new ServiceFailure('service-half', place, { passing: true, cause: error })
  }
  return Buffer.concat(pieces)
}
