import type { Static, TObject, TSchema } from 'typebox'
import type { RouteAccess } from '../access/access.ts'
import type { Actor, Nobody } from '../access/actor.ts'
import type { AuditContext, RouteAudit } from '../audit/audit.ts'
import type { ReadTransaction, WriteTransaction } from '../db/door.ts'
import type { Language } from '../i18n/language.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { AppError } from './error.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Mode = 'read' | 'write' | 'none'
type TransactionOf<M extends Mode> = M extends 'read'
  ? ReadTransaction
  : M extends 'write'
    ? WriteTransaction
    : undefined

/** What a handler is given: the checked request, who asks, and what time it is. */
export interface Call<Who, P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly actor: Who
  readonly audit: AuditContext
  readonly now: Date
  readonly today: PlainDate
  readonly language: Language
  readonly requestId: string
}

/** What a handler answers. `json` is a text that is JSON already, for rows that the database has written out. */
export interface Answer {
  readonly status?: number
  readonly body?: unknown
  readonly json?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Lines of Set-Cookie. */
  readonly cookies?: readonly string[]
}

/** How an interface words its refusals; ours are problems (RFC 9457) unless an endpoint says otherwise. */
export type ErrorFormat = (
  error: AppError,
  text: (code: string, params: AppError['params']) => string,
  language: Language,
) => { readonly contentType: string; readonly body: unknown }

interface Described<P extends TObject, Q extends TObject, B extends TSchema> {
  readonly method: Method
  readonly path: string
  /** The noun: the tag in the documentation of the interface. */
  readonly tag: string
  /** One English line for the documentation of the interface. */
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** `handler`: the contract only describes the body, because the handler tells every fault of it and not the first. */
  readonly bodyCheck?: 'handler'
  /** Shape by status; `null` has no body. */
  readonly answers: Readonly<Record<number, TSchema | null>>
  readonly access: RouteAccess
  readonly audit: RouteAudit
  readonly errors?: ErrorFormat
  /**
   * Sent by a form on a page of ours without scripts, which carries no token: whoever sends it acts as nobody, so nothing is
   * done in the session that a browser may hold.
   */
  readonly anonymous?: true
  /** Largest body in bytes; the server's own limit where it is left out. */
  readonly bodyLimit?: number
  /** How long the body may take to come; `bodySeconds` of slow-bodies.ts where it is left out. */
  readonly bodySeconds?: number
  /** Requests an hour that one address may send to it; the server's own limit where it is left out. */
  readonly anHourOfAnAddress?: number
}

/** An endpoint as a row. Without access and audit it does not compile. */
export interface EndpointRow<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  M extends Mode = Mode,
> extends Described<P, Q, B> {
  readonly transaction: M
  readonly handle: (
    call: Call<Actor, Static<P>, Static<Q>, Static<B>>,
    transaction: TransactionOf<M>,
  ) => Promise<Answer>
}

/** An endpoint that is open to everyone: it sees no tenant. */
export interface PublicRow<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
> extends Described<P, Q, B> {
  readonly transaction: 'none'
  readonly handle: (call: Call<Actor | Nobody, Static<P>, Static<Q>, Static<B>>) => Promise<Answer>
}

/** An endpoint with its types forgotten, as lists of endpoints hold it. */
export interface Endpoint extends Described<TObject, TObject, TSchema> {
  readonly transaction: Mode
  readonly handle: (call: Call<never, never, never, never>, transaction: never) => Promise<Answer>
}

export function endpoint<
  M extends Mode,
  P extends TObject = TObject<Record<never, never>>,
  Q extends TObject = TObject<Record<never, never>>,
  B extends TSchema = TSchema,
>(row: EndpointRow<P, Q, B, M>): Endpoint {
  return row as unknown as Endpoint
}

export function publicEndpoint<
  P extends TObject = TObject<Record<never, never>>,
  Q extends TObject = TObject<Record<never, never>>,
  B extends TSchema = TSchema,
>(row: PublicRow<P, Q, B>): Endpoint {
  return row as unknown as Endpoint
}
