import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { allProviderIds, ensureProvider, findProvider, type ProviderRow } from './queries.ts'

export type { ProviderRow }
export { allProviderIds, ensureProvider }

/** The provider with the OID; without one, the first. Undefined when there is none. */
export function providerFor(database: Database, oid?: string): Promise<ProviderRow | undefined> {
  return read(database, null, transaction => findProvider(transaction, oid))
}
