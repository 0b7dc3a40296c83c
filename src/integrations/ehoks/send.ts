import type {
  Looked,
  NationalService,
  NationalSession,
  Sent,
} from '../../features/deliveries/contract-service.ts'
import { FetchFailure } from '../../features/imports/contract-definition.ts'
import type { Connect } from '../../features/registers/contract-connection.ts'
import { urlAt } from '../../features/registers/public-reading.ts'
import type { HttpClient } from '../../platform/http-client/client.ts'
import { ServiceFailure } from '../../platform/http-client/failure.ts'
import { createTickets, type Tickets } from './fetch-tickets.ts'
import { answered, failureOf, lookedOf, sentOf } from './send-answers.ts'
import { agrees } from './send-compare.ts'
import { nationalForm } from './send-form.ts'

const prefix = '/api/v1/hoks'

/**
 * Plans to the national service. `http` must try once only: whether something is tried again is for the sender to say, who
 * first asks what came of it.
 */
export function nationalSender(http: HttpClient, connect: Connect): NationalService {
  return {
    requestMilliseconds: http.wholeMilliseconds,
    formOf: nationalForm,
    agrees: (form, content, options) => agrees(form.expected, content, options),
    open: async providerId => {
      try {
        return sessionOf(createTickets(http, await connect(providerId, 'ehoks')))
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error
        const { code, params } = error.refusal
        return { kind: 'barred', failure: { code, ...(params && { params }) } }
      }
    },
  }
}

function sessionOf(tickets: Tickets): NationalSession {
  const at = (path: string) => urlAt(tickets.connection, `${prefix}${path}`)
  const send = (method: 'POST' | 'PUT', url: URL, content: object, replaced?: number): Promise<Sent> =>
    settled(async () => {
      const reply = await tickets.ask(url, { method, body: JSON.stringify(content), answers: answered })
      return sentOf(reply, url, replaced)
    })
  const look = (url: URL): Promise<Looked> =>
    settled(async () => lookedOf(await tickets.ask(url, { answers: answered }), url))
  return {
    create: ({ content }) => send('POST', at(''), content),
    replace: (id, { content }) => send('PUT', at(`/${id}`), { id, ...content }, id),
    byId: id => look(at(`/${id}`)),
    byStudyRight: oid => look(at(`/opiskeluoikeus/${encodeURIComponent(oid)}`)),
  }
}

/** What the exchange failed in is an answer too. */
async function settled<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof failureOf>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ServiceFailure) return failureOf(error)
    if (error instanceof FetchFailure) {
      // The exchange of tickets gave something of another form.
      const { code, params } = error.refusal
      return { kind: 'failed', failure: { code, ...(params && { params }) } }
    }
    throw error
  }
}
