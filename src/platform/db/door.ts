import type { CompiledQuery, DatabaseConnection, Driver, Kysely as KyselyType, QueryResult } from 'kysely'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Uuid } from '../ids.ts'
import { isUuid } from '../ids.ts'
import { Batch, both, execution, prepared, run } from './batch.ts'
import { type Database, whenAway } from './database.ts'

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

class BatchDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(batch: Batch) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> => batch.run<R>(query),
      streamQuery: () => {
        throw new Error('Rows are read in pages, not streamed')
      },
    }
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

function kyselyOn(driver: Driver): KyselyType<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** Compiles statements without running them, for `readOnce`. */
export const compiler = kyselyOn(new DummyDriver())

function opening(tenant: Tenant, durable: boolean): string[] {
  if (tenant !== null && !isUuid(tenant)) throw new RangeError('The door opens to a UUID only')
  return [
    'begin',
    ...(tenant === null ? [] : [`set local app.provider_id = '${tenant}'`]),
    // Reads write only the audit of what was shown; it need not wait for the disk.
    ...(durable ? [] : ['set local synchronous_commit = off']),
  ]
}

async function inTransaction<T>(
  database: Database,
  tenant: Tenant,
  durable: boolean,
  work: (transaction: KyselyType<DB>) => Promise<T>,
): Promise<T> {
  const start = opening(tenant, durable)
  const client = await database.pool.connect().catch(whenAway)
  const batch = new Batch(client, start)
  let broken: Error | undefined
  try {
    const result = await work(kyselyOn(new BatchDriver(batch)))
    await batch.end('commit')
    return result
  } catch (error) {
    broken = await batch.end('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    )
    return whenAway(error)
  } finally {
    client.release(broken)
  }
}

/**
 * One reading statement behind the fence, in one message there and back: begin, fence, statement and commit leave
 * together. For the few pages that are asked for most; it shows and audits in one transaction like any other reading.
 */
export async function readOnce<R>(
  database: Database,
  tenant: Tenant,
  statement: Pick<CompiledQuery, 'sql' | 'parameters'>,
): Promise<R[]> {
  const start = opening(tenant, false)
  const client = await database.pool.connect().catch(whenAway)
  let broken: Error | undefined
  try {
    const { names, ready } = prepared(client, [statement.sql])
    const texts = [...start, execution(names[0] ?? '', statement.parameters), 'commit']
    const results = await both(ready, run(client, texts.join(';')))
    return (results[start.length]?.rows ?? []) as R[]
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

/** Runs `work` in a reading transaction behind the fence of `tenant`. */
export function read<T>(
  database: Database,
  tenant: Tenant,
  work: (transaction: ReadTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, tenant, false, tx => work(tx as ReadTransaction))
}

/** Runs `work` in a changing transaction behind the fence of `tenant`; all of it is stored, or nothing. */
export function write<T>(
  database: Database,
  tenant: Tenant,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(database, tenant, true, tx => work(tx as WriteTransaction))
}
