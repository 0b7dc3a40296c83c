import type { Connection } from '../../features/registers/contract-connection.ts'
import { unknownForm, urlAt } from '../../features/registers/public-reading.ts'
import type { Asking, HttpClient } from '../../platform/http-client/client.ts'
import type { Reply } from '../../platform/http-client/exchange.ts'
import { placeOf, ServiceFailure } from '../../platform/http-client/failure.ts'

export type TicketAsking = Pick<Asking, 'method' | 'body'> & { readonly answers: readonly number[] }

/** The exchange of tickets with the national CAS, which stands at the root of the service's own host. */
export interface Tickets {
  readonly connection: Connection
  /** Asks with a ticket; with a new one when the service does not take the present one any more. */
  ask(url: URL, asking: TicketAsking): Promise<Reply>
  /** Fetches a new ticket. @throws ServiceFailure */
  renew(): Promise<void>
}

export function createTickets(http: HttpClient, connection: Connection): Tickets {
  const { reach } = connection
  const serviceTicket = createGranting(http, connection)
  let ticket: Promise<string> | undefined
  const renew = async () => {
    ticket = serviceTicket()
    // Who waits for the ticket is told of the failure; the next one asks anew.
    ticket.catch(() => {
      ticket = undefined
    })
    await ticket
  }
  return {
    connection,
    renew,
    ask: async (url, { answers, ...question }) => {
      if (ticket === undefined) await renew()
      const used = ticket
      const typed: Record<string, string> =
        question.body === undefined ? {} : { 'content-type': 'application/json' }
      const asking = async () =>
        http.ask(url, {
          ...question,
          reach,
          answers: [...answers, 401],
          headers: { ...typed, ticket: (await ticket) ?? '' },
        })
      const first = await asking()
      if (first.status !== 401 || isAboutStudyRight(first)) return known(first, url, answers)
      // Several ask at once: the first that was refused renews for all.
      if (ticket === used) await renew()
      return known(await asking(), url, answers)
    },
  }
}

/** Fetches service tickets; who grants them is asked once, and again when the grant has run out. */
function createGranting(http: HttpClient, connection: Connection): () => Promise<string> {
  const { reach } = connection
  let granting: URL | undefined

  const post = (url: URL, form: Readonly<Record<string, string>>, answers: readonly number[] = []) =>
    http.ask(url, {
      ...{ reach, answers, method: 'POST', body: new URLSearchParams(form).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' },
    })
  const grant = async (): Promise<URL> => {
    const url = new URL('/cas/v1/tickets', connection.address)
    const { secret = '', username = '' } = connection
    // A wrong password is answered with 400 or 401.
    const reply = await post(url, { username, password: secret }, [400])
    if (reply.status === 400) {
      throw new ServiceFailure('service-unauthorized', { host: url.host, path: url.pathname, status: '400' })
    }
    const name = reply.headers.location?.split('/').at(-1)
    if (name === undefined || !/^[\w.-]+$/.test(name)) throw unknownForm(url)
    return new URL(`/cas/v1/tickets/${name}`, connection.address)
  }
  return async () => {
    const service = urlAt(connection, '/cas-security-check').href
    granting ??= await grant()
    const reply = await post(granting, { service }, [404])
    if (reply.status === 404) {
      granting = await grant()
      return ticketOf(await post(granting, { service }))
    }
    return ticketOf(reply)
  }
}

/** The same status tells a bad ticket and a study right of another provider; only the words differ. */
export const isAboutStudyRight = (reply: Reply): boolean =>
  reply.status === 401 && /no access is allowed/i.test(Buffer.from(reply.bytes).toString('utf8'))

/** @throws ServiceFailure for a 401 that the asker does not know what to do with */
function known(reply: Reply, url: URL, answers: readonly number[]): Reply {
  if (reply.status !== 401 || answers.includes(401)) return reply
  const code = isAboutStudyRight(reply) ? 'service-refused' : 'service-unauthorized'
  throw new ServiceFailure(code, { ...placeOf(url), status: '401' })
}

const ticketOf = (reply: Reply): string => Buffer.from(reply.bytes).toString('utf8').trim()
