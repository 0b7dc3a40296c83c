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

export interface DatabaseOptions {
  /** Connections at the most. */
  readonly connections?: number
}

/**
 * Every statement finds its rows by keys, so one plan of each is kept, and it uses the indexes: a plan made while a
 * table was nearly empty would read all of it for as long as the plan lives, and history only grows.
 */
const settings = [
  `role=${applicationRole}`,
  'timezone=UTC',
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'statement_timeout=30000',
  'idle_in_transaction_session_timeout=60000',
]

/** Opens a pool as the application's role. Connections are made when first needed. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'yhdessa',
    options: settings.map(setting => `-c ${setting}`).join(' '),
    // A message goes out without waiting for the answer to the one before.
    ...({ pipeline: true } as object),
  })
  // An idle connection that the server ends must not end the process; the next request gets a new one or a 503.
  pool.on('error', () => undefined)
  // One that is ended at work tells its query, and then once more whoever listens: nobody would mean the process ends.
  pool.on('connect', client => client.on('error', () => undefined))
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

/** The SQLSTATE when the database refused the values themselves: class 22 (data) or 23 (constraints). */
export function refusedState(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  return error.code?.startsWith('22') || error.code?.startsWith('23') ? error.code : undefined
}

/** Rethrows: a lost connection as DatabaseAway, anything else as it is. */
export function whenAway(error: unknown): never {
  if (error instanceof Error) {
    const code = 'code' in error ? String(error.code) : ''
    if (awayCodes.has(code) || awayMessages.test(error.message)) throw new DatabaseAway(error)
  }
  throw error
}
