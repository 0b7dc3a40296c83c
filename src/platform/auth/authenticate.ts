import type { FastifyRequest } from 'fastify'
import { type Machine, nobody } from '../access/actor.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { AppError } from '../http/error.ts'
import type { Caller } from '../http/mount.ts'
import { readerLanguage } from './cookies.ts'
import { isFromOwnPage } from './csrf.ts'
import type { Machines } from './machines.ts'
import type { Sessions } from './sessions.ts'

/** Below it everything speaks the national interface: tickets are read there, and sessions are not. */
export const nationalPrefix = '/ehoks-virkailija-backend'

export interface AuthenticatorDependencies {
  readonly sessions: Sessions
  readonly machines: Machines
  /** Where browsers find us, as `https://host`. */
  readonly publicUrl: string
}

export type Authenticate = (request: FastifyRequest, endpoint: Endpoint) => Promise<Caller>

/**
 * Tells who sends a request. What was presented and is not valid is refused, never taken for nobody: a register
 * whose key was revoked must hear it. Only a session that has run out counts as none, as browsers keep its cookie.
 */
export function createAuthenticator(dependencies: AuthenticatorDependencies): Authenticate {
  const publicOrigin = new URL(dependencies.publicUrl).origin
  return async (request, endpoint) => {
    if (endpoint.anonymous === true) return { actor: nobody, language: readerLanguage(request.headers) }
    const national = endpoint.path.startsWith(nationalPrefix)
    const machine = await presentedMachine(request, endpoint, national, dependencies.machines)
    if (machine || national) return { actor: machine ?? nobody, language: readerLanguage(request.headers) }
    const session = await dependencies.sessions.of(request.headers)
    if (session === undefined) return { actor: nobody, language: readerLanguage(request.headers) }
    const ownOrigin = `${request.protocol}://${request.host}`
    const sending = { method: request.method, headers: request.headers, ownOrigin }
    if (!isFromOwnPage(sending, publicOrigin, session.csrfToken)) throw new AppError('access.csrf', 403)
    return { actor: session.person, language: session.language }
  }
}

async function presentedMachine(
  request: FastifyRequest,
  endpoint: Endpoint,
  national: boolean,
  machines: Machines,
): Promise<Machine | undefined> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    const machine = key === undefined ? undefined : await machines.byKey(key)
    if (machine === undefined) throw new AppError('access.key-invalid', 401)
    return machine
  }
  return national ? machineOfTicket(request, endpoint, machines) : undefined
}

/** The national order of refusals: who is calling, then with which ticket. */
async function machineOfTicket(
  request: FastifyRequest,
  endpoint: Endpoint,
  machines: Machines,
): Promise<Machine | undefined> {
  const { ticket, 'caller-id': callerId } = request.headers
  if (!callerId) throw new AppError('access.caller-id-missing', 401)
  if (typeof ticket !== 'string' || ticket === '') {
    if (endpoint.access.kind === 'everyone') return undefined
    throw new AppError('access.ticket-missing', 401)
  }
  const machine = await machines.byTicket(ticket)
  if (machine === undefined) throw new AppError('access.ticket-invalid', 401)
  return machine
}
