import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { type Behaviour, behaviourOf, createBehaviours, type Mode } from './behaviour.ts'
import { cas } from './cas.ts'
import { ehoks, type HeldOptions } from './ehoks.ts'
import { eperusteet } from './eperusteet.ts'
import type { Held } from './held.ts'
import { koodisto } from './koodisto.ts'
import { koski } from './koski.ts'
import { organisaatio } from './organisaatio.ts'
import { respond, send } from './respond.ts'
import { type FakeAnswer, type FakeService, found, type ServiceName } from './service.ts'
import type { World } from './world.ts'

export interface Fakes {
  readonly origin: string
  /** The root of each service. */
  readonly addresses: Readonly<Record<ServiceName, string>>
  behave(behaviour: Behaviour): void
  /** How a service behaves now, and for how many requests more. */
  behaviour(service: ServiceName): { readonly mode: Mode; readonly left: number | undefined }
  /** The HOKSes that eHOKS has. */
  readonly held: Held
  /** Paths that were asked for, without queries, in their order. */
  readonly asked: readonly string[]
  /** Service tickets run out. */
  expireTickets(): void
  close(): Promise<void>
}

/** All services on one server of this machine; nothing else can reach it. */
export async function startFakes(world: World, port = 0, options: HeldOptions = {}): Promise<Fakes> {
  const tickets = cas()
  const national = ehoks(world, tickets, options)
  const services: readonly FakeService[] = [
    eperusteet(world),
    koodisto(world),
    organisaatio(world),
    koski(world),
    national,
    tickets,
  ]
  const behaviours = createBehaviours()
  const asked: string[] = []
  const answering = async (request: IncomingMessage, response: ServerResponse) => {
    const origin = `http://${request.headers.host}`
    const url = new URL(request.url ?? '/', origin)
    const body = await textOf(request)
    if (url.pathname === '/fake/behaviour') return setBehaviour(body, response, behaviours.set)
    if (url.pathname === '/fake/ehoks/plans') return send(response, found({ plans: national.held.all() }))
    const service = services.find(({ prefix }) => url.pathname.startsWith(`${prefix}/`))
    if (service === undefined) return send(response, listing(services, origin))
    asked.push(url.pathname)
    const path = url.pathname.slice(service.prefix.length)
    const headers = request.headers as Record<string, string | undefined>
    const answer = () =>
      service.answer({
        method: request.method ?? 'GET',
        path,
        query: url.searchParams,
        headers,
        body,
        origin,
      })
    await respond(response, behaviours.of(service.name, url.pathname), answer)
  }
  const server = createServer((request, response) => {
    answering(request, response).catch(() => send(response, { status: 500, text: 'fault of the fake' }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    addresses: Object.fromEntries(
      services.map(({ name, prefix }) => [name, `${origin}${prefix}`]),
    ) as Fakes['addresses'],
    behave: behaviours.set,
    behaviour: behaviours.now,
    held: national.held,
    asked,
    expireTickets: tickets.expire,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function setBehaviour(body: string, response: ServerResponse, set: (behaviour: Behaviour) => void): void {
  try {
    const behaviour = behaviourOf(JSON.parse(body))
    if (behaviour === undefined) throw new TypeError('no behaviour')
    set(behaviour)
    send(response, { status: 200, json: behaviour })
  } catch {
    send(response, { status: 400, json: { error: 'send {service, mode, times?, path?, milliseconds?}' } })
  }
}

const listing = (services: readonly FakeService[], origin: string): FakeAnswer => ({
  status: 404,
  json: { services: services.map(({ prefix }) => `${origin}${prefix}`) },
})
