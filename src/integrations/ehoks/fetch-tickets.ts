import type { Connection } from '../../features/registers/contract-connection.ts'
import { unknownForm, urlAt } from '../../features/registers/public-reading.ts'
import type { HttpClient } from '../../platform/http-client/client.ts'
import type { Reply } from '../../platform/http-client/exchange.ts'
import { ServiceFailure } from '../../platform/http-client/failure.ts'

/** The exchange of tickets with the national CAS, which stands at the root of the service's own host. */
export interface Tickets {
  readonly connection: Connection
  /** Asks with a ticket; with a new one when the service does not take the present one any more. */
  ask(url: URL, answers: readonly number[]): Promise<Reply>
  /** Fetches a new ticket. @throws ServiceFailure */
  renew(): Promise<void>
}

export function createTickets(http: HttpClient, connection: Connection): Tickets {
  const { reach } = connection
  let granting: URL | undefined
  let ticket: Promise<string> | undefined

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
  const serviceTicket = async (): Promise<string> => {
    const service = urlAt(connection, '/cas-security-check').href
    granting ??= await grant()
    const reply = await post(granting, { service }, [404])
    if (reply.status === 404) {
      granting = await grant()
      return ticketOf(await post(granting, { service }))
    }
    return ticketOf(reply)
  }
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
    ask: async (url, answers) => {
      if (ticket === undefined) await renew()
      const used = ticket
      const asking = async (refusals: readonly number[]) =>
        http.ask(url, {
          reach,
          answers: [...answers, ...refusals],
          headers: { ticket: (await ticket) ?? '' },
        })
      const reply = await asking([401])
      if (reply.status !== 401) return reply
      // Several ask at once: the first that was refused renews for all.
      if (ticket === used) await renew()
      return asking([])
    },
  }
}

const ticketOf = (reply: Reply): string => Buffer.from(reply.bytes).toString('utf8').trim()
