import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { allProviderIds, ensureProvider, findProvider, firstProvider } from './queries.ts'

export { allProviderIds, ensureProvider }

/** The provider with the OID; without one, the first. Undefined when there is none. */
export function providerFor(database: Database, oid?: string): Promise<Uuid | undefined> {
  return read(database, null, transaction =>
    oid === undefined ? firstProvider(transaction) : findProvider(transaction, oid),
  )
}
