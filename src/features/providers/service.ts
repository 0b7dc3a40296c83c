import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { providerAdded } from './audit.ts'
import { findProvider, insertProvider, type NewProvider, type ProviderRow } from './queries.ts'

/** Makes a provider; undefined when there is one with the OID already. */
export async function addProvider(
  database: Database,
  provider: NewProvider,
  now: Date,
): Promise<ProviderRow | undefined> {
  const known = await read(database, null, transaction => findProvider(transaction, provider.oid))
  if (known !== undefined) return undefined
  const id = newId(now.getTime())
  await write(database, id, async transaction => {
    await insertProvider(transaction, id, provider)
    const actor = { kind: 'system', source: 'command', providerId: id } as const
    await record(transaction, { actor, now }, providerAdded, { details: { oid: provider.oid } })
  })
  return { id, oid: provider.oid, name: provider.names.fi }
}
