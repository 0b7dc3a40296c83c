import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import {
  allProviderIds,
  ensureProvider,
  findProvider,
  listProviders,
  type NewProvider,
  type ProviderRow,
} from './queries.ts'

export { addProvider } from './service.ts'
export type { NewProvider, ProviderRow }
export { allProviderIds, ensureProvider, listProviders }

/** The provider with the OID; without one, the first. Undefined when there is none. */
export function providerFor(database: Database, oid?: string): Promise<ProviderRow | undefined> {
  return read(database, null, transaction => findProvider(transaction, oid))
}
