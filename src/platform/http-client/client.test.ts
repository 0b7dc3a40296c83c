import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { addressFault, mayReach, type Reach } from './address.ts'
import { createHttpClient, jsonOf } from './client.ts'
import { ServiceFailure } from './failure.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/service/one`)
}

const limits = { connectMilliseconds: 300, wholeMilliseconds: 300, bytes: 1_000 }
const client = createHttpClient({ callerId: 'test', limits, attempts: 3, pauseMilliseconds: 1 })
const reach = 'loopback' as const

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof ServiceFailure ? error.code : String(error)
}

describe('asking a service', () => {
  test('names us and gives the whole answer, packed or not', async () => {
    const url = await serve((request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(JSON.stringify({ caller: request.headers['caller-id'] })))
    })
    expect(jsonOf(await client.ask(url, { reach }), url)).toEqual({ caller: 'test' })
  })

  const faults: [string, RequestListener, string, number][] = [
    ['never answers', () => undefined, 'service-slow', 3],
    ['breaks off', (_, answer) => answer.socket?.destroy(), 'service-away', 3],
    [
      'answers half',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '100' }).write('{"half":')
        setTimeout(() => answer.destroy(), 10)
      },
      'service-half',
      3,
    ],
    [
      'is overloaded',
      (_, answer) => answer.writeHead(429, { 'retry-after': '0' }).end(),
      'service-failed',
      3,
    ],
    ['has a fault', (_, answer) => answer.writeHead(500).end(), 'service-failed', 3],
    ['does not know it', (_, answer) => answer.writeHead(404).end(), 'service-refused', 1],
    ['does not let us in', (_, answer) => answer.writeHead(401).end(), 'service-unauthorized', 1],
    ['answers without end', (_, answer) => answer.end('x'.repeat(2_000)), 'service-too-large', 1],
    [
      'sends us elsewhere',
      (_, answer) => answer.writeHead(302, { location: 'http://localhost:9/' }).end(),
      'service-redirect',
      1,
    ],
    [
      'sends us in a circle',
      (request, answer) => answer.writeHead(302, { location: request.url ?? '' }).end(),
      'service-redirect',
      4,
    ],
  ]
  test.each(faults)('that %s fails by name', async (_case, listener, code, times) => {
    let asked = 0
    const url = await serve((request, answer) => {
      asked += 1
      listener(request, answer)
    })
    expect([await codeOf(client.ask(url, { reach })), asked]).toEqual([code, times])
  })

  test('that fails once is asked again', async () => {
    let asked = 0
    const url = await serve((_, answer) => {
      asked += 1
      answer.writeHead(asked < 3 ? 503 : 200).end('{}')
    })
    expect((await client.ask(url, { reach })).status).toBe(200)
  })

  test('that sends us to a file store gets no credentials there', async () => {
    const store = await serve((request, answer) => answer.end(JSON.stringify(request.headers)))
    store.hostname = 'localhost'
    const url = await serve((_, answer) => answer.writeHead(302, { location: store.href }).end())
    const headers = { authorization: 'Basic c2VjcmV0' }
    const reply = await client.ask(url, { reach, headers, redirect: 'elsewhere' })
    expect(jsonOf(reply, url)).not.toHaveProperty('authorization')
  })

  test.each<[Reach, string]>([
    ['public', 'service-private'],
    ['loopback', '200'],
    ['any', '200'],
  ])('by name on this machine, where %s may be reached', async (from, outcome) => {
    const url = await serve((_, answer) => answer.end('{}'))
    for (const host of ['127.0.0.1', 'localhost']) {
      url.hostname = host
      const work = client.ask(url, { reach: from }).then(({ status }) => Promise.reject(status))
      expect(await codeOf(work)).toBe(outcome)
    }
  })

  test('an answer that is no JSON is told so, without what tells of a person', async () => {
    const url = await serve((_, answer) => answer.end('<html>'))
    url.pathname = '/hoks/opiskeluoikeus/1.2.246.562.15.12345678901'
    const reply = await client.ask(url, { reach })
    expect(() => jsonOf(reply, url)).toThrow(
      expect.objectContaining({
        code: 'service-not-json',
        params: { host: url.host, path: '/hoks/opiskeluoikeus/…' },
      }),
    )
  })
})

test.each<[string, Reach, string | undefined]>([
  ['https://virkailija.opintopolku.fi/koodisto-service', 'public', undefined],
  ['http://virkailija.opintopolku.fi', 'any', 'address-not-https'],
  ['http://localhost:3900/koski', 'any', undefined],
  ['http://localhost:3900/koski', 'public', 'address-private'],
  ['https://service.localhost/', 'public', 'address-private'],
  ['https://[::1]/', 'public', 'address-private'],
  ['https://10.1.2.3/', 'public', 'address-private'],
  ['https://0x7f000001/', 'public', 'address-private'],
  ['https://[::ffff:127.0.0.1]/', 'public', 'address-private'],
  ['https://169.254.169.254/latest', 'public', 'address-private'],
  ['https://8.8.8.8/', 'public', undefined],
  ['https://me:secret@koski.example/', 'any', 'address-has-credentials'],
  ['https://koski.example/?a=1', 'any', 'address-has-query'],
  ['https://koski.example/#x', 'any', 'address-has-query'],
  ['ftp://koski.example/', 'any', 'address-not-url'],
  ['koski.example', 'any', 'address-not-url'],
  ['https://koski.example', 'loopback', 'address-private'],
])('the address %s, where %s may be reached', (text, from, fault) => {
  expect(addressFault(text, from)).toBe(fault)
})

test.each(['127.0.0.1', '10.0.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '169.254.169.254', '::1'])(
  'nobody is led to %s',
  ip => expect([mayReach(ip, 'public'), mayReach(ip, 'any')]).toEqual([false, true]),
)

test.each(['fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:7f00:1::'])(
  'nobody is led to %s',
  ip => expect(mayReach(ip, 'public')).toBe(false),
)

test.each(['8.8.8.8', '2a00:1450:4001::1', '::ffff:8.8.8.8'])('%s is public', ip =>
  expect(mayReach(ip, 'public')).toBe(true),
)
