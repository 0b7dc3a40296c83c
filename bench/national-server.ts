// A national service that takes every plan in and answers in 20 ms; tickets it gives at once. In a process of its own, so
// that its work does not count as ours.
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

const milliseconds = 20
let last = 0

const server = createServer(async (request, response) => {
  const body = await buffer(request)
  if (request.url?.startsWith('/cas/')) {
    const granted = request.url === '/cas/v1/tickets'
    response.writeHead(
      granted ? 201 : 200,
      granted ? { location: `http://localhost${request.url}/TGT-1` } : {},
    )
    response.end(granted ? '' : 'ST-1')
    return
  }
  await setTimeout(milliseconds)
  last += 1
  const good = request.method === 'POST' && body.length > 0
  response.writeHead(good ? 200 : 400, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ meta: { id: last }, data: { uri: `hoks/${last}` } }))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('SIGTERM', () => process.exit(0))
