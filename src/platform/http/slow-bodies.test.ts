import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import { cutSlowBodies } from './slow-bodies.ts'

const app = Fastify()
const upload = { bodySeconds: 30 } as Endpoint

beforeAll(async () => {
  cutSlowBodies(app, 0.1)
  app.post('/ordinary', async () => 'came')
  app.post('/upload', { config: { endpoint: upload } }, async () => 'came')
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** Sends the half of a body at once, and the rest only later than an ordinary body may come. */
async function slowly(path: string): Promise<string> {
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  socket.on('error', () => undefined)
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', 'Connection: close', 'Content-Type: text/plain']
  socket.write(`${[...head, 'Content-Length: 8'].join('\r\n')}\r\n\r\nhalf`)
  const answer = text(socket)
  await sleep(400)
  if (socket.writable) socket.write('half')
  return (await answer).split('\r\n')[0] ?? ''
}

test('a body that comes slowly is cut, but not the file of an endpoint that waits for files', async () => {
  expect(await slowly('/ordinary')).toBe('HTTP/1.1 408 Request Timeout')
  expect(await slowly('/upload')).toBe('HTTP/1.1 200 OK')
})
