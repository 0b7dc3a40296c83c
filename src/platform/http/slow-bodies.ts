import type { FastifyInstance, FastifyRequest } from 'fastify'
import { closeUnparsable } from './unreadable.ts'

/** How long the head of a request may take, so that nobody holds a connection by sending a header now and then. */
export const headSeconds = 20

/** The same for the whole of it, where an endpoint says nothing else. */
export const bodySeconds = 30

/** For files: 20 mebibytes come in it over a line of half a megabit a second. */
export const uploadSeconds = 5 * 60

/**
 * The server has one limit for all requests, and it is that of the longest upload. Every other request is cut here when
 * its body has not come in its own time.
 */
export function cutSlowBodies(app: FastifyInstance, otherwise = bodySeconds): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  const came = (request: FastifyRequest): void => clearTimeout(waiting.get(request))
  app.addHook('onRequest', async request => {
    const { raw } = request
    if (raw.complete) return
    const seconds = request.routeOptions.config.endpoint?.bodySeconds ?? otherwise
    const cut = (): void => {
      if (!raw.complete) closeUnparsable(tooSlow(), raw.socket)
    }
    waiting.set(request, setTimeout(cut, seconds * 1000).unref())
  })
  app.addHook('preValidation', async request => came(request))
  app.addHook('onResponse', async request => came(request))
  app.addHook('onRequestAbort', async request => came(request))
}

const tooSlow = () => Object.assign(new Error('The body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
