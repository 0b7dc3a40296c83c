import type { FastifyInstance } from 'fastify'
import { testOrigin } from './app.ts'

/** A browser: keeps cookies by path as it should, and follows nothing by itself. */
export function openBrowser(server: FastifyInstance) {
  const jar = new Map<string, { value: string; path: string }>()
  return {
    jar,
    async get(address: string) {
      const url = new URL(address, testOrigin)
      const cookie = [...jar]
        .filter(([, { path }]) => url.pathname.startsWith(path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; ')
      const answer = await server.inject({
        url: `${url.pathname}${url.search}`,
        headers: { host: url.host, cookie },
      })
      for (const { name, value, path = '/', maxAge, expires } of answer.cookies) {
        if (maxAge === 0 || (expires && expires.getTime() <= 0)) jar.delete(name)
        else jar.set(name, { value, path })
      }
      return answer
    },
    /** Follows redirects as far as they stay with the OpenID provider or come back to the callback. */
    async follow(address: string) {
      let answer = await this.get(address)
      const visited: string[] = []
      while (/^30[23]$/.test(String(answer.statusCode))) {
        const location = String(answer.headers.location)
        visited.push(new URL(location, testOrigin).pathname)
        if (!/\/(oidc|auth)\//.test(location)) break
        answer = await this.get(location)
      }
      return { answer, visited }
    },
  }
}
