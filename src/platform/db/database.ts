import type { Writable } from 'node:stream'
import pg from 'pg'

/** A database as the application's own role: every tenant table is fenced for it. */
export interface Database {
  readonly pool: pg.Pool
  close(): Promise<void>
}

export const applicationRole = 'yhdessa_app'

// Dates are plain dates: the driver's own reading would make them instants in the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, text => Number(text))

const names = new Map<string, string>()

function statementName(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

const namedLimit = 2_000

/**
 * Statements with parameters are prepared once per connection: planning a plan's read costs more than
 * running it. Past the limit new texts go unnamed, so that generated SQL cannot fill the server's memory.
 */
class PreparingClient extends pg.Client {
  // The signature of pg's query has a dozen overloads; this passes all of them on untouched.
  override query: pg.Client['query'] = ((config: unknown, values?: unknown, callback?: unknown) => {
    this.#gather()
    const named = this.#named(config, values)
    const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
    return send.call(this, named ?? config, named ? undefined : values, callback)
  }) as pg.Client['query']

  #gathering = false

  /** Statements of one turn leave in one packet: each write of its own would wake the server once more. */
  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection
    stream.cork()
    setImmediate(() => {
      this.#gathering = false
      stream.uncork()
    })
  }

  #named(config: unknown, values: unknown): pg.QueryConfig | undefined {
    if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0) return undefined
    if (names.size >= namedLimit && !names.has(config)) return undefined
    return { name: statementName(config), text: config, values }
  }
}

export interface DatabaseOptions {
  /** Connections at the most. */
  readonly connections?: number
}

/** Opens a pool as the application's role. Connections are made when first needed. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
    max: options.connections ?? 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'yhdessa',
    options: `-c role=${applicationRole} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
    // Statements of one transaction go out without waiting for each other's answers where the caller allows it.
    ...({ pipeline: true } as object),
  })
  // An idle connection that the server ends must not end the process; the next request gets a new one or a 503.
  pool.on('error', () => undefined)
  return { pool, close: () => pool.end() }
}

/** Thrown when the database cannot be reached or is going down; the caller answers 503. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('The database cannot be reached', { cause })
    this.name = 'DatabaseAway'
  }
}

const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  // SQLSTATE: connection exceptions, too many connections, and a server that is stopping or starting.
  ...['08000', '08003', '08006', '08001', '08004', '53300', '57P01', '57P02', '57P03'],
])
const awayMessages =
  /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable/i

/** Rethrows: a lost connection as DatabaseAway, anything else as it is. */
export function whenAway(error: unknown): never {
  if (error instanceof Error) {
    const code = 'code' in error ? String(error.code) : ''
    if (awayCodes.has(code) || awayMessages.test(error.message)) throw new DatabaseAway(error)
  }
  throw error
}

/**
 * Runs a statement on a connection. The driver's own promise keeps every result alive until the next full collection,
 * which makes each small collection take ten milliseconds instead of a fifth of one; its callback does not.
 */
export function run<R extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<pg.QueryResult<R>> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, result: pg.QueryResult<R>) => (error ? reject(error) : resolve(result))
    if (values === undefined) client.query(text, done)
    else client.query(text, values as unknown[], done)
  })
}
