import { randomBytes } from 'node:crypto'
import { type FakeService, letsIn, partsOf } from './service.ts'

/** The national exchange of tickets, and whether a ticket that it gave still opens. */
export interface FakeCas extends FakeService {
  opens(ticket: string | undefined): boolean
  /** Lets all service tickets run out at once. */
  expire(): void
}

export function cas(): FakeCas {
  const granting = new Set<string>()
  const service = new Set<string>()
  const issue = (kind: string, into: Set<string>): string => {
    const ticket = `${kind}-${randomBytes(12).toString('hex')}-fake`
    into.add(ticket)
    return ticket
  }
  return {
    name: 'cas',
    prefix: '/cas',
    opens: ticket => ticket !== undefined && service.has(ticket),
    expire: () => service.clear(),
    answer({ body, method, origin, path }) {
      const form = new URLSearchParams(body)
      if (method === 'POST' && path === '/v1/tickets') {
        if (!letsIn(form.get('username') ?? '', form.get('password') ?? '')) {
          return { status: 401, text: 'authentication_exceptions' }
        }
        const location = `${origin}/cas/v1/tickets/${issue('TGT', granting)}`
        return { status: 201, headers: { location }, text: '' }
      }
      const [ticket = ''] = partsOf(path, '/v1/tickets/*') ?? []
      if (!granting.has(ticket)) return { status: 404, text: 'ticket not found' }
      if (method === 'DELETE') {
        granting.delete(ticket)
        return { status: 200, text: ticket }
      }
      return form.get('service')
        ? { status: 200, text: issue('ST', service) }
        : { status: 400, text: 'no service' }
    },
  }
}
