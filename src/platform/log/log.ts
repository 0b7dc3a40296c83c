import type { FastifyRequest } from 'fastify'

/**
 * One JSON line an event. A line names routes by their pattern, people by nothing: paths, queries, bodies and
 * addresses may hold personal data, so none of them is ever written.
 */
export interface Log {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  failure(request: FastifyRequest | undefined, error: unknown, facts?: Facts): void
}

type Facts = Readonly<Record<string, string | number | boolean | undefined>>

type Write = (line: string) => void

const toStandardError: Write = line => process.stderr.write(`${line}\n`)

export function jsonLog(write: Write = toStandardError): Log {
  const line = (level: string, event: string, facts: Facts = {}) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }))
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    failure: (request, error, facts) =>
      line('error', 'failure', {
        request: request?.id,
        route: request ? `${request.method} ${request.routeOptions.url ?? 'unknown'}` : undefined,
        ...describe(error),
        ...facts,
      }),
  }
}

/** A log that says nothing, for tools whose output is read by people. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, failure: () => undefined }

/** A database's message may quote a row's values: of its errors only the code and the constraint are kept. */
function describe(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, constraint, table } = error as Error & Record<'code' | 'constraint' | 'table', unknown>
  const database = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    error: error.name,
    message: database ? undefined : error.message,
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    table: typeof table === 'string' ? table : undefined,
    at: error.stack
      ?.split('\n')
      .find(line => line.includes('/src/'))
      ?.trim()
      .replace(/\(.*\/src\//, '(src/'),
  }
}
