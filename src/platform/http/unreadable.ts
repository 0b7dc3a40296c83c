import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What the framework would answer by itself, in its own words and without our headers. */
const refused = new WeakMap<FastifyRequest['raw'], Error>()

/** No endpoint has this path, so nothing but the refusal can come of it. */
const nowhere = '/-/unreadable'

/**
 * Sends a request whose address cannot be read the common way again, under another address: it is counted, gets the
 * headers that all answers have, and is refused in our words. The address itself is not told back.
 */
export function refuseCommonly(app: () => FastifyInstance) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    refused.set(request.raw, error)
    request.raw.url = nowhere
    app().routing(request.raw, reply.raw)
  }
}

/** After the hooks that put headers. */
export async function throwRefused(request: FastifyRequest): Promise<void> {
  const error = refused.get(request.raw)
  if (error) throw error
}

const statusLines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is no HTTP gets a bare answer, and the connection ends: nobody knows where a next request would start. */
export function closeUnparsable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = statusLines[error.code ?? ''] ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    () => socket.destroy(),
  )
}
