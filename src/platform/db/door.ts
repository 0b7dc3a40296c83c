import type { CompiledQuery, DatabaseConnection, Driver, Kysely as KyselyType, QueryResult } from 'kysely'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { DB } from '../../../db/types.ts'
import type { Uuid } from '../ids.ts'
import { isUuid } from '../ids.ts'
import { type Database, run, whenAway } from './database.ts'

/**
 * The tenant door: the only way to tenant rows. It opens a transaction in which the database itself shows the
 * rows of one provider and of no other.
 */
declare const mode: unique symbol
/** A transaction that reads. It may write the audit of what it showed, nothing else. */
export type ReadTransaction = KyselyType<DB> & { readonly [mode]: 'read' | 'write' }
/** A transaction that changes rows, durable when committed. */
export type WriteTransaction = KyselyType<DB> & { readonly [mode]: 'write' }

/** Set once per transaction; the fence reads it. `null`: no provider, so only the shared tables are seen. */
export type Tenant = Uuid | null

class ClientDriver implements Driver {
  readonly #connection: ClientConnection
  constructor(connection: ClientConnection) {
    this.#connection = connection
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('The door has opened the transaction; there is none inside another'))
  }
  commitTransaction = this.beginTransaction
  rollbackTransaction = this.beginTransaction
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  // A transaction that somebody kept would run inside the next one of the same connection: another tenant's.
  #ended = false
  constructor(client: pg.PoolClient) {
    this.#client = client
  }
  end(): void {
    this.#ended = true
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('This transaction has ended')
    const result = await run(this.#client, query.sql, query.parameters)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows are read in pages, not streamed')
  }
}

function transactionOn(connection: ClientConnection): KyselyType<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(connection),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

function opening(tenant: Tenant, durable: boolean): string {
  if (tenant !== null && !isUuid(tenant)) throw new RangeError('The door opens to a UUID only')
  const fence = tenant === null ? '' : `; set local app.provider_id = '${tenant}'`
  // Reads write only the audit of what was shown; it need not wait for the disk.
  return `begin${fence}${durable ? '' : '; set local synchronous_commit = off'}`
}

async function inTransaction<T>(
  database: Database,
  start: string,
  work: (transaction: KyselyType<DB>) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect().catch(whenAway)
  const connection = new ClientConnection(client)
  let broken: Error | undefined
  try {
    // Sent without waiting: the first statement of the work follows on the same wire.
    const begun = run(client, start)
    begun.catch(() => undefined)
    const result = await work(transactionOn(connection))
    await begun
    connection.end()
    // PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error.
    const committed = await run(client, 'commit')
    if (committed.command !== 'COMMIT') throw new Error('The transaction was rolled back')
    return result
  } catch (error) {
    connection.end()
    broken = await run(client, 'rollback').then(
      () => undefined,
      (failure: Error) => failure,
    )
    return whenAway(error)
  } finally {
    client.release(broken)
  }
}

/**
 * One reading statement behind the fence, in one packet there and back: begin, fence, statement and commit leave
 * together. For the few pages that are asked for most; it shows and audits in one transaction like any other reading.
 */
export async function readOnce<R>(
  database: Database,
  tenant: Tenant,
  statement: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<R[]> {
  const client = await database.pool.connect().catch(whenAway)
  let broken: Error | undefined
  try {
    const name = await prepared(client, statement.sql)
    const values = statement.parameters.map(literal).join()
    const text = `${opening(tenant, false)}; execute ${name}(${values}); commit`
    const results = (await run(client, text)) as unknown as pg.QueryResult[]
    return (results.find(result => result.command === 'SELECT')?.rows ?? []) as R[]
  } catch (error) {
    broken = await run(client, 'rollback').then(
      () => undefined,
      (failure: Error) => failure,
    )
    return whenAway(error)
  } finally {
    client.release(broken)
  }
}

const preparedOn = new WeakMap<pg.PoolClient, Map<string, string>>()

/** Statements live as long as their connection, so each is prepared once on each. */
async function prepared(client: pg.PoolClient, text: string): Promise<string> {
  const known = preparedOn.get(client) ?? new Map<string, string>()
  preparedOn.set(client, known)
  const name = known.get(text)
  if (name !== undefined) return name
  const made = `once${known.size}`
  await run(client, `prepare ${made} as ${text}`)
  known.set(text, made)
  return made
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

/** Runs `work` in a reading transaction behind the fence of `tenant`. */
export function read<T>(
  database: Database,
  tenant: Tenant,
  work: (transaction: ReadTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, opening(tenant, false), tx => work(tx as ReadTransaction))
}

/** Runs `work` in a changing transaction behind the fence of `tenant`; all of it is stored, or nothing. */
export function write<T>(
  database: Database,
  tenant: Tenant,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, opening(tenant, true), tx => work(tx as WriteTransaction))
}

/** Compiles statements without running them, for `readOnce`. */
export const compiler = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
