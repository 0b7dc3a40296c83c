import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'

const service = await testService()
const { app } = service.server

const long = `/api/plans/${'x'.repeat(300)}`

test.each([
  ['/%E0%A4%A', 400, 'request.malformed'],
  ['/ehoks-virkailija-backend/api/v1/hoks/opiskeluoikeus/%ff', 400, 'request.malformed'],
  [long, 414, 'request.too-large'],
])('an address that cannot be read is refused like anything else: %s', async (url, status, code) => {
  const ordinary = await app.inject({ url: '/api/nothing-here' })
  const answer = await app.inject({ url, headers: { 'accept-language': 'sv' } })
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect(answer.json().title).toMatch(/^Begäran /)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(ordinary.headers).sort())
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.body).not.toContain(url.slice(-4))
})

test('what is no HTTP gets a bare answer, and the connection ends', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const socket = connect(port, '127.0.0.1')
  socket.write('SECRET nonsense\r\n\r\n')
  expect(await text(socket)).toBe(
    'HTTP/1.1 400 Bad Request\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  )
})
