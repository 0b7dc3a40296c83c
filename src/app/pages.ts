import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../platform/http/error.ts'

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** The browser part: built files, and its one page for every path that a person may have in the address bar. */
export async function mountPages(app: FastifyInstance, nationalPrefix: string): Promise<void> {
  if (existsSync(built)) {
    await app.register(fastifyStatic, {
      root: built,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        const lasting = path.includes('/assets/')
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://here')
    // The national service says it in these words, and a register may look for them.
    if (pathname.startsWith(nationalPrefix)) return reply.code(404).send({ reason: 'Route not found' })
    // The front page is for whoever asks: a probe or a command line may accept anything.
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const page = reading && (pathname === '/' || request.headers.accept?.includes('text/html'))
    if (!page || pathname.startsWith('/api/') || !existsSync(`${built}index.html`)) {
      throw new AppError('request.not-found', 404)
    }
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile('index.html')
  })
}
