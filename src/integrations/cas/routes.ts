import { Type } from 'typebox'
import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import type { Machines } from '../../platform/auth/machines.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Endpoint, type ErrorFormat, publicEndpoint } from '../../platform/http/endpoint.ts'
import { Credentials, ServiceForm, TicketPath } from './contract.ts'
import { endTicket, grantTicket, serviceTicket } from './service.ts'

export interface CasDependencies {
  readonly database: Database
  readonly machines: Machines
  /** Where registers find us, as `https://host`. */
  readonly publicUrl: string
}

const path = '/cas/v1/tickets'
const tag = 'cas'
const plain = { 'content-type': 'text/plain; charset=utf-8' }

/** Refusals in plain text: the exchange speaks forms and texts, not JSON. */
const errors: ErrorFormat = (error, text) => ({
  contentType: plain['content-type'],
  // Bytes go out as they are; a text would be written out as JSON.
  body: Buffer.from(text(error.code, error.params)),
})

const shared = {
  tag,
  access: everyone('It is where a register gets what it signs in with'),
  audit: notAudited('What is done with a ticket is audited as done by its key'),
  errors,
  transaction: 'none',
} as const

export function casRoutes({ database, machines, publicUrl }: CasDependencies): Endpoint[] {
  return [
    publicEndpoint({
      ...shared,
      method: 'POST',
      path,
      summary: 'A granting ticket for an API key: its public part is the user name, its secret the password',
      body: Credentials,
      answers: { 201: Type.String({ contentMediaType: 'text/html' }) },
      handle: async ({ body, now }) => {
        const location = `${publicUrl}${path}/${await grantTicket(database, machines, body, now)}`
        const headers = { location, 'content-type': 'text/html; charset=utf-8' }
        return { status: 201, headers, body: grantedPage(location) }
      },
    }),
    publicEndpoint({
      ...shared,
      method: 'POST',
      path: `${path}/{ticket}`,
      summary: 'A service ticket for a granting ticket',
      params: TicketPath,
      body: ServiceForm,
      answers: { 200: Type.String({ contentMediaType: 'text/plain' }) },
      handle: async ({ params, now }) => ({
        headers: plain,
        body: await serviceTicket(database, params.ticket, now),
      }),
    }),
    publicEndpoint({
      ...shared,
      method: 'DELETE',
      path: `${path}/{ticket}`,
      summary: 'End a granting ticket',
      params: TicketPath,
      answers: { 200: Type.String({ contentMediaType: 'text/plain' }) },
      handle: async ({ params }) => {
        await endTicket(database, params.ticket)
        return { headers: plain, body: params.ticket }
      },
    }),
  ]
}

/** Some clients read the header, some the address of the form. Tickets hold letters, digits, `-` and `_` only. */
function grantedPage(location: string): string {
  return `<!doctype html><title>201 Created</title><form action="${location}" method="post"><input name="service"><button>TGT</button></form>`
}
