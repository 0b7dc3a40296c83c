import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteAccess } from '../access/access.ts'
import type { Actor, Nobody } from '../access/actor.ts'
import type { Database } from '../db/database.ts'
import { type ReadTransaction, read, type WriteTransaction, write } from '../db/door.ts'
import type { Language } from '../i18n/language.ts'
import type { Clock } from '../time/clock.ts'
import { type Checks, checksOf } from './checks.ts'
import type { Answer, Call, Endpoint } from './endpoint.ts'
import { AppError } from './error.ts'

/** Who sends the request, as the session or the API key tells. */
export interface Caller {
  readonly actor: Actor | Nobody
  readonly language: Language
}

export interface Mounting {
  readonly database: Database
  readonly clock: Clock
  /** @throws AppError when what was presented is not valid. */
  authenticate(request: FastifyRequest, endpoint: Endpoint): Promise<Caller>
  /** Counts the request for whoever sends it. @throws AppError request.too-many */
  limit(request: FastifyRequest, requester: string | undefined): Promise<void>
  /** Checks every answer against its contract: in tests and the demo, where a wrong answer must be seen. */
  readonly checkAnswers: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    language?: Language
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
  }
}

/** Puts the rows of endpoints on the server: one way in for all of them. */
export function mountEndpoints(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  mounting: Mounting,
): void {
  for (const endpoint of endpoints) {
    const checks = checksOf(endpoint)
    app.route({
      method: endpoint.method,
      url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { endpoint, ...addressLimit(endpoint) },
      ...(endpoint.bodyLimit === undefined ? {} : { bodyLimit: endpoint.bodyLimit }),
      handler: (request, reply) => serve(endpoint, checks, mounting, request, reply),
    })
  }
}

const addressLimit = ({ anHourOfAnAddress: max }: Endpoint) =>
  max === undefined ? {} : { rateLimit: { max, timeWindow: '1 hour' } }

type AnyCall = Call<Actor | Nobody, unknown, unknown, unknown>

async function serve(
  endpoint: Endpoint,
  checks: Checks,
  mounting: Mounting,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = await mounting.authenticate(request, endpoint)
  request.language = caller.language
  const { actor } = caller
  await mounting.limit(request, actor.kind === 'nobody' ? undefined : `${actor.kind} ${actor.id}`)
  admit(endpoint.access, caller.actor)
  const now = mounting.clock.now()
  const call: AnyCall = {
    params: checks.params(request.params),
    query: checks.query(request.query),
    body: checks.body(request.body),
    headers: request.headers as Record<string, string | undefined>,
    actor: caller.actor,
    audit: { actor: caller.actor as Actor, now, requestId: request.id },
    now,
    today: mounting.clock.today(),
    language: caller.language,
    requestId: request.id,
  }
  const answer = await act(endpoint, mounting.database, call)
  if (mounting.checkAnswers) checks.answer(answer)
  return send(reply, answer)
}

function admit(access: RouteAccess, actor: Actor | Nobody): void {
  if (access.kind === 'everyone') return
  if (actor.kind === 'nobody') throw new AppError('access.sign-in-needed', 401)
  if (access.kind === 'action' && !access.action.mayEver(actor)) throw new AppError('access.forbidden', 403)
}

function act(endpoint: Endpoint, database: Database, call: AnyCall): Promise<Answer> {
  type Handle = (call: AnyCall, transaction?: ReadTransaction | WriteTransaction) => Promise<Answer>
  const handle = endpoint.handle as unknown as Handle
  const tenant = call.actor.kind === 'nobody' ? null : call.actor.providerId
  if (endpoint.transaction === 'read') return read(database, tenant, tx => handle(call, tx))
  if (endpoint.transaction === 'write') return write(database, tenant, tx => handle(call, tx))
  return handle(call)
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  const status = answer.status ?? (answer.body === undefined && answer.json === undefined ? 204 : 200)
  reply.code(status)
  if (answer.headers) reply.headers(answer.headers)
  for (const line of answer.cookies ?? []) reply.header('set-cookie', line)
  if (answer.json !== undefined) return reply.type('application/json; charset=utf-8').send(answer.json)
  return answer.body === undefined ? reply.send() : reply.send(answer.body)
}
