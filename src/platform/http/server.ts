import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { readJson } from '../json/strict.ts'
import type { Log } from '../log/log.ts'
import { AppError } from './error.ts'
import type { Metrics } from './metrics.ts'
import { errorAnswerer, type TextOf } from './problem.ts'
import { cutSlowBodies, headSeconds, uploadSeconds } from './slow-bodies.ts'
import { closeUnparsable, refuseCommonly, throwRefused } from './unreadable.ts'

export interface ServerOptions {
  readonly texts: TextOf
  readonly log: Log
  readonly metrics: Metrics
  /** Requests a minute for one session, key or address. */
  readonly requestsPerMinute: number
  /** Largest body in bytes where an endpoint says nothing else. */
  readonly bodyLimit: number
  /** Whether browsers reach us by https, so that they may be told to stay there. */
  readonly secure: boolean
  /** Whether a proxy of ours tells the caller's address. */
  readonly trustProxy: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it, once recognised: what requests are counted by. */
    requester?: string
  }
}

/** A server with everything that all endpoints share, and no endpoint yet. */
export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: false,
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimit,
    genReqId: () => randomUUID(),
    // Each request is cut at the time of its own endpoint.
    requestTimeout: uploadSeconds * 1000,
    connectionTimeout: 60_000,
    // Closing waits for the requests under way and refuses new ones on idle connections.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: refuseCommonly(() => app),
    clientErrorHandler: closeUnparsable,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  })
  app.server.headersTimeout = headSeconds * 1000
  cutSlowBodies(app)
  app.setErrorHandler(errorAnswerer(options.texts, options.log))
  readStrictJson(app)
  readBytes(app)
  options.metrics.observe(app)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  await app.register(formbody)
  await app.register(helmet, securityHeaders(options.secure))
  await app.register(rateLimit, {
    // By address, before anything is known of the sender: a school's hundreds of browsers may share one.
    max: options.requestsPerMinute * requestersOfAnAddress,
    timeWindow: '1 minute',
    errorResponseBuilder: tooMany,
    // The answer to one too many tells when to come again; the others need not count down.
    addHeaders: noCountdown,
    addHeadersOnExceeding: noCountdown,
  })
  app.addHook('onRequest', throwRefused)
  return app
}

const requestersOfAnAddress = 50
const noCountdown = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

const tooMany = () => new AppError('request.too-many', 429)

/**
 * Counts the requests of whoever has been recognised, and of strangers by address. Counting by a cookie that nobody has
 * checked would let every sender choose a fresh count.
 */
export function limiterOf(app: FastifyInstance, requestsPerMinute: number) {
  const count = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: request => request.requester ?? request.ip,
  })
  return async (request: FastifyRequest, requester: string | undefined): Promise<void> => {
    if (requester !== undefined) request.requester = requester
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw tooMany()
  }
}

/** Bodies are read as bytes, so that a wrong encoding, a duplicate key or a deep nest is refused by its place. */
function readStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    // A packed body would otherwise be told to be no UTF-8, which is true and no help.
    if (encoding !== 'identity') return done(new AppError('request.encoding', 415, { params: { encoding } }))
    if (body.length === 0) return done(null, undefined)
    const reading = readJson(body as Buffer)
    if (reading.ok) return done(null, reading.value)
    const { code, line, column, pointer } = reading.problem
    done(new AppError(`request.${code}`, 400, { params: { line, column }, pointer, more: { line, column } }))
  })
}

/** Parts of files are bytes as they are; each endpoint says how many it takes. */
function readBytes(app: FastifyInstance): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding === 'identity') done(null, body)
    else done(new AppError('request.encoding', 415, { params: { encoding } }))
  })
}

function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // React Aria places popovers by inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}
